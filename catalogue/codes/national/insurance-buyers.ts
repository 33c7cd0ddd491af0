import { defineCodes } from '../../../src/language/codes.ts'

export const insuranceBuyers = defineCodes({
  name: 'insurance-buyers',
  label: { zh: '保险购买方', en: 'Insurance bought by' },
  officialName: 'BXGMFDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    college: { zh: '学校', en: 'College' },
    employer: { zh: '企业', en: 'Employer' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    college: '1',
    employer: '2',
    other: '9',
  },
})
