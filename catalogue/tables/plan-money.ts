import { defineTable, type IndicatorTable } from '../../src/language/indicator.ts'

const SOURCES = [
  ['central', '中央财政', 'Central funds'],
  ['local', '地方财政', 'Local funds'],
  ['industry', '行业企业', 'Industry'],
  ['own', '学校自筹', 'Own funds'],
] as const
const KINDS = [
  ['budget', '项目预算', 'Budget'],
  ['arrived', '项目到位', 'Arrived'],
  ['spent', '项目使用', 'Spent'],
] as const
const RATES = [
  ['plan.arrival-capped', '资金到位率（到位÷预算，超过按满额计）', 'Arrived ÷ budget, at most all of it'],
  ['plan.arrival', '资金到位率（到位÷预算，不封顶）', 'Arrived ÷ budget'],
  ['plan.use-of-budget', '资金使用率（支出÷预算）', 'Spent ÷ budget'],
  ['plan.use-of-arrivals', '资金使用率（支出÷到位）', 'Spent ÷ arrived'],
  ['plan.group-use-of-budget', '专业群资金使用率（支出÷预算）', 'Of the group: spent ÷ budget'],
] as const

/** Four sources, three amounts, and every rate with what it divides. */
export const planMoneyTable = defineTable({
  name: 'plan-money',
  label: { zh: '项目资金预算、到位和使用情况', en: 'Money of the plan' },
  rows: [
    ...KINDS.flatMap(([kind, zh, en], i): IndicatorTable['rows'] => [
      { no: String(i + 1), label: { zh, en }, level: 0, indicator: `plan.${kind}` },
      ...SOURCES.map(([source, zhSource, enSource]) => ({
        label: { zh: zhSource, en: enSource },
        level: 1 as const,
        indicator: `plan.${kind}-${source}`,
      })),
    ]),
    ...RATES.map(([indicator, zh, en], i) => ({
      no: String(KINDS.length + 1 + i),
      label: { zh, en },
      level: 0 as const,
      indicator,
    })),
  ],
})
