import { count, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { ofTheYear } from './of-the-year.ts'

export const monthlyIncome = defineIndicator({
  code: 'q1.monthly-income',
  label: { zh: '月收入', en: 'Monthly income' },
  unit: { zh: '元', en: 'yuan' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表1 第4行',
  version: 1,
  definition: {
    zh: '填写了月收入的就业毕业生的月收入合计 ÷ 其人数。',
    en: 'The monthly incomes of working graduates who stated one ÷ their number.',
  },
  owner: 'employment',
  synonyms: ['毕业生平均月收入', '起薪'],
  ...ratio(
    sum(graduates, 'monthlyIncome', ofTheYear),
    count(graduates, { ...ofTheYear, monthlyIncome: { not: null } }),
  ),
})
