import { defineCodes } from '../../../src/language/codes.ts'

export const fitnessGrades = defineCodes({
  name: 'fitness-grades',
  label: { zh: '测试等级', en: 'Grade of fitness test' },
  officialName: 'CSDJDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    excellent: { zh: '优秀', en: 'Excellent' },
    good: { zh: '良好', en: 'Good' },
    pass: { zh: '及格', en: 'Pass' },
    fail: { zh: '不及格', en: 'Fail' },
  },
  official: {
    excellent: '1',
    good: '2',
    pass: '3',
    fail: '9',
  },
})
