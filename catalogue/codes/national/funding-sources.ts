import { defineCodes } from '../../../src/language/codes.ts'

export const fundingSources = defineCodes({
  name: 'funding-sources',
  label: { zh: '经费来源', en: 'Source of funds' },
  officialName: 'JFLYDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'government-grant': { zh: '财政拨款', en: 'Government grant' },
    loan: { zh: '贷款', en: 'Loan' },
    'own-funds': { zh: '自筹资金', en: 'Own funds' },
    donation: { zh: '捐助', en: 'Donation' },
    raised: { zh: '集资', en: 'Raised from many' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'government-grant': '1',
    loan: '2',
    'own-funds': '3',
    donation: '4',
    raised: '5',
    other: '9',
  },
})
