import { constant, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { appropriations } from '../../registers/finance/appropriations.ts'

export const specialAppropriation = defineIndicator({
  code: 'q6.special-appropriation',
  label: { zh: '年财政专项拨款', en: 'Special appropriations' },
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表6 第3行',
  version: 1,
  definition: {
    zh: '自然年内到账的中央和地方财政专项资金之和。',
    en: 'Central and local special funds that arrived in the calendar year.',
  },
  owner: 'finance',
  ...ratio(
    sum(appropriations, 'amount', { kind: ['central-special', 'local-special'], arrivedOn: { within: '@period' } }),
    constant('10000'),
  ),
})
