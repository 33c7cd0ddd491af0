import { defineCodes } from '../../../src/language/codes.ts'

export const courseNatures = defineCodes({
  name: 'course-natures',
  label: { zh: '课程性质', en: 'Nature of course' },
  officialName: 'KCXZDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'general-foundation': { zh: '公共基础课', en: 'General foundation' },
    'major-foundation': { zh: '专业基础课', en: 'Foundation of the major' },
    'major-core': { zh: '专业核心课', en: 'Core of the major' },
    'major-extension': { zh: '专业拓展课', en: 'Extension of the major' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'general-foundation': '1',
    'major-foundation': '2',
    'major-core': '3',
    'major-extension': '4',
    other: '9',
  },
})
