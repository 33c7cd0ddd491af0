import { defineCodes } from '../../src/language/codes.ts'

/** Where the money of a plan comes from. */
export const planSources = defineCodes({
  name: 'plan-sources',
  label: { zh: '资金来源', en: 'Source of money' },
  source: '教职成厅函〔2024〕1号',
  values: {
    central: { zh: '中央财政', en: 'Central government' },
    local: { zh: '地方财政（举办方）', en: 'Local government or founder' },
    industry: { zh: '行业企业', en: 'Industry' },
    own: { zh: '自筹', en: 'Own funds' },
  },
})
