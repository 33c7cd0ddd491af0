import { constant, defineIndicator, least, percent, sum, valueOf } from '../../../src/language/index.ts'
import { planArrivals } from '../../registers/plan/plan-arrivals.ts'
import { planBudgets } from '../../registers/plan/plan-budgets.ts'
import { planPayments } from '../../registers/plan/plan-payments.ts'
import { common, ofTask, UP_TO } from './in-plan.ts'

/** One name, several definitions: each is an indicator of its own that names its rivals. */
const rates = {
  ...common,
  source: '双高计划中期绩效评价自评报告 一（二）：到位率与使用率',
  owner: 'finance',
  decimals: 2,
  unit: { zh: '%', en: '%' },
} as const
const group = { 'task.level.kind': 'group' } as const
const budget = (only: typeof group | object = {}) =>
  sum(planBudgets, 'amount', { year: { atMost: '@end' }, ...only, ...ofTask })
const arrived = (only: typeof group | object = {}) =>
  sum(planArrivals, 'amount', { arrivedOn: { atMost: '@end' }, ...only, ...ofTask })
const spent = (only: typeof group | object = {}) =>
  sum(planPayments, 'amount', { paidOn: { atMost: '@end' }, ...only, ...ofTask })

export const useOfBudget = defineIndicator({
  ...rates,
  code: 'plan.use-of-budget',
  label: { zh: '资金使用率（支出÷预算）', en: 'Use of the budget' },
  definition: { zh: `支出 ÷ 预算，不封顶。${UP_TO.zh}`, en: `Spent ÷ budget, no cap. ${UP_TO.en}` },
  rivals: ['plan.use-of-arrivals'],
  ...percent(spent(), budget()),
})
export const useOfArrivals = defineIndicator({
  ...rates,
  code: 'plan.use-of-arrivals',
  label: { zh: '资金使用率（支出÷到位）', en: 'Use of what arrived' },
  definition: { zh: `支出 ÷ 到位，不封顶。${UP_TO.zh}`, en: `Spent ÷ arrived, no cap. ${UP_TO.en}` },
  rivals: ['plan.use-of-budget'],
  ...percent(spent(), arrived()),
})
export const groupUseOfBudget = defineIndicator({
  ...rates,
  code: 'plan.group-use-of-budget',
  label: { zh: '专业群资金使用率（支出÷预算）', en: 'Use of the group’s budget' },
  definition: { zh: `专业群任务的支出 ÷ 预算。${UP_TO.zh}`, en: `Spent ÷ budget of the group’s tasks. ${UP_TO.en}` },
  ...percent(spent(group), budget(group)),
})
export const arrivalUncapped = defineIndicator({
  ...rates,
  code: 'plan.arrival',
  label: { zh: '资金到位率（不封顶）', en: 'Arrival' },
  definition: { zh: `到位 ÷ 预算，不封顶。${UP_TO.zh}`, en: `Arrived ÷ budget, no cap. ${UP_TO.en}` },
  rivals: ['plan.arrival-capped'],
  ...percent(arrived(), budget()),
})
export const arrivalCapped = defineIndicator({
  ...rates,
  code: 'plan.arrival-capped',
  label: { zh: '资金到位率', en: 'Arrival, at most 100 %' },
  definition: {
    zh: `到位 ÷ 预算，超过 100% 按 100% 计。${UP_TO.zh}`,
    en: `Arrived ÷ budget, at most 100 %. ${UP_TO.en}`,
  },
  rivals: ['plan.arrival'],
  value: least(valueOf('plan.arrival'), constant('100')),
})
