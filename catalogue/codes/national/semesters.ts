import { defineCodes } from '../../../src/language/codes.ts'

export const semesters = defineCodes({
  name: 'semesters',
  label: { zh: '学期', en: 'Semester' },
  officialName: 'XQDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    autumn: { zh: '秋季学期', en: 'Autumn semester' },
    spring: { zh: '春季学期', en: 'Spring semester' },
    summer: { zh: '夏季学期', en: 'Summer semester' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    autumn: '1',
    spring: '2',
    summer: '3',
    other: '9',
  },
})
