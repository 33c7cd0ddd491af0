import { defineCodes } from '../../../src/language/codes.ts'

export const fundingAccounts = defineCodes({
  name: 'funding-accounts',
  label: { zh: '经费科目', en: 'Account of funds' },
  officialName: 'JFKMDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    education: { zh: '教育事业费', en: 'Education funds' },
    research: { zh: '科研专款及基金', en: 'Research grants and foundations' },
    construction: { zh: '基建设备费', en: 'Capital construction and equipment' },
    'own-funds': { zh: '自筹经费', en: 'Own funds' },
    'world-bank-loan': { zh: '世界银行贷款', en: 'World Bank loan' },
    donation: { zh: '捐款', en: 'Donation' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    education: '1',
    research: '2',
    construction: '3',
    'own-funds': '4',
    'world-bank-loan': '5',
    donation: '6',
    other: '9',
  },
})
