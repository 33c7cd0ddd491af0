import { defineIndicator, ratio, sum, valueOf } from '../../../src/language/index.ts'
import { appropriations } from '../../registers/finance/appropriations.ts'

export const appropriationPerStudent = defineIndicator({
  code: 'q6.appropriation-per-student',
  label: { zh: '年生均财政拨款水平', en: 'Appropriation per student' },
  unit: { zh: '元', en: 'yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表6 第2行',
  version: 1,
  definition: {
    zh: '自然年内到账的生均定额拨款 ÷ 报告年度全日制在校生数；专项、单独保障项目和绩效拨款不计入分子。',
    en: 'Per-student appropriations that arrived in the calendar year ÷ full-time students of the edition; special funds, secured items and performance appropriations are not in the numerator.',
  },
  owner: 'finance',
  synonyms: ['生均财政拨款', '生均拨款水平'],
  ...ratio(
    sum(appropriations, 'amount', { kind: 'per-student', arrivedOn: { within: '@period' } }),
    valueOf('q6.students'),
  ),
})
