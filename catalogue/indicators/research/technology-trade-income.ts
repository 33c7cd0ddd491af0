import { defineIndicator, sum, times } from '../../../src/language/indicator.ts'
import { ipTransfers } from '../../registers/research/ip-transfers.ts'

export const technologyTradeIncome = defineIndicator({
  code: 'q4.technology-trade-income',
  label: { zh: '技术产权交易收入', en: 'Income from trade in technology' },
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表4 第4行',
  version: 1,
  definition: {
    zh: '自然年内因转让、许可知识产权实际到账的金额之和，包括专利以外的知识产权。',
    en: 'Money that arrived in the calendar year for property assigned or licensed, patents and others alike.',
  },
  owner: 'research',
  value: times(sum(ipTransfers, 'received', { receivedOn: { within: '@period' } }), '0.0001'),
})
