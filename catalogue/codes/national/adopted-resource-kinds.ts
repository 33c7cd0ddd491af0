import { defineCodes } from '../../../src/language/codes.ts'

export const adoptedResourceKinds = defineCodes({
  name: 'adopted-resource-kinds',
  label: { zh: '采用教学资源类型', en: 'Kind of teaching resource adopted' },
  officialName: 'CYJXZYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'course-standard': { zh: '课程标准', en: 'Course standard' },
    'major-standard': { zh: '专业教学标准', en: 'Teaching standard of a major' },
    textbook: { zh: '教材', en: 'Textbook' },
  },
  official: {
    'course-standard': '1',
    'major-standard': '2',
    textbook: '3',
  },
})
