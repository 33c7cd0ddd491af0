import { defineCodes } from '../../../src/language/codes.ts'

export const insuranceKinds = defineCodes({
  name: 'insurance-kinds',
  label: { zh: '购买保险种类', en: 'Kind of insurance' },
  officialName: 'GMBXZLDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'internship-liability': { zh: '学生实习责任保险', en: 'Internship liability insurance' },
    accident: { zh: '意外险', en: 'Accident insurance' },
    other: { zh: '其他保险', en: 'Other insurance' },
  },
  official: {
    'internship-liability': '1',
    accident: '2',
    other: '9',
  },
})
