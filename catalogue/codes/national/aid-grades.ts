import { defineCodes } from '../../../src/language/codes.ts'

export const aidGrades = defineCodes({
  name: 'aid-grades',
  label: { zh: '资助等级', en: 'Grade of aid' },
  officialName: 'ZZDJDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    first: { zh: '一级', en: 'First grade' },
    second: { zh: '二级', en: 'Second grade' },
    third: { zh: '三级', en: 'Third grade' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    first: '1',
    second: '2',
    third: '3',
    other: '9',
  },
})
