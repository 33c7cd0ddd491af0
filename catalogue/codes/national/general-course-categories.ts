import { defineCodes } from '../../../src/language/codes.ts'

export const generalCourseCategories = defineCodes({
  name: 'general-course-categories',
  label: { zh: '公共课类别', en: 'Category of general courses' },
  officialName: 'GGKLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'ideology-and-politics': { zh: '思政', en: 'Ideology and politics' },
    chinese: { zh: '语文', en: 'Chinese' },
    mathematics: { zh: '数学', en: 'Mathematics' },
    english: { zh: '英语', en: 'English' },
    labour: { zh: '劳动', en: 'Labour' },
    'information-technology': { zh: '信息技术', en: 'Information technology' },
    history: { zh: '历史', en: 'History' },
    military: { zh: '军事', en: 'Military' },
    psychology: { zh: '心理', en: 'Psychology' },
    'physical-education': { zh: '体育课', en: 'Physical education' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'ideology-and-politics': '1',
    chinese: '2',
    mathematics: '3',
    english: '4',
    labour: '5',
    'information-technology': '6',
    history: '7',
    military: '8',
    psychology: '9',
    'physical-education': '10',
    other: '99',
  },
})
