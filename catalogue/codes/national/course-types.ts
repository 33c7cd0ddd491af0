import { defineCodes } from '../../../src/language/codes.ts'

export const courseTypes = defineCodes({
  name: 'course-types',
  label: { zh: '课程类型', en: 'Type of course' },
  officialName: 'KCLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    theory: { zh: 'A类（纯理论课）', en: 'A (theory only)' },
    'theory-and-practice': { zh: 'B类（理论＋实践课）', en: 'B (theory and practice)' },
    practice: { zh: 'C类（纯实践课）', en: 'C (practice only)' },
  },
  official: {
    theory: '1',
    'theory-and-practice': '2',
    practice: '3',
  },
})
