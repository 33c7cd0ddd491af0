import { constant, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { spending as register } from '../../registers/finance/spending.ts'

export const spending = defineIndicator({
  code: 'q0.spending',
  label: { zh: '办学经费支出', en: 'Spending' },
  unit: { zh: '亿元', en: '100 million yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）7.4 经费投入',
  version: 1,
  definition: { zh: '自然年内的各项办学支出之和。', en: 'Everything the college spent in the calendar year.' },
  owner: 'finance',
  ...ratio(sum(register, 'amount', { spentOn: { within: '@period' } }), constant('100000000')),
})
