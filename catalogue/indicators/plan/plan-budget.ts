import { constant, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { planBudgets } from '../../registers/plan/plan-budgets.ts'
import { common, ofTask, UP_TO } from './in-plan.ts'

const money = {
  ...common,
  source: '双高计划中期绩效评价自评报告 一（二）：预算资金',
  owner: 'finance',
  decimals: 2,
  unit: { zh: '万元', en: '10,000 yuan' },
  definition: {
    zh: `审定的任务预算，含调整。${UP_TO.zh}`,
    en: `Approved budgets of tasks, adjustments included. ${UP_TO.en}`,
  },
} as const
/** Of one source, or of all. */
const from = (source?: 'central' | 'local' | 'industry' | 'own') =>
  ratio(
    sum(planBudgets, 'amount', { year: { atMost: '@end' }, ...(source ? { source } : {}), ...ofTask }),
    constant('10000'),
  )

export const budgetTotal = defineIndicator({
  ...money,
  code: 'plan.budget',
  label: { zh: '项目预算资金', en: 'Budget of the plan' },
  ...from(),
})
export const budgetCentral = defineIndicator({
  ...money,
  code: 'plan.budget-central',
  label: { zh: '项目预算资金：中央财政', en: 'Budget of the plan: central funds' },
  ...from('central'),
})
export const budgetLocal = defineIndicator({
  ...money,
  code: 'plan.budget-local',
  label: { zh: '项目预算资金：地方财政', en: 'Budget of the plan: local funds' },
  ...from('local'),
})
export const budgetIndustry = defineIndicator({
  ...money,
  code: 'plan.budget-industry',
  label: { zh: '项目预算资金：行业企业', en: 'Budget of the plan: industry' },
  ...from('industry'),
})
export const budgetOwn = defineIndicator({
  ...money,
  code: 'plan.budget-own',
  label: { zh: '项目预算资金：学校自筹', en: 'Budget of the plan: own funds' },
  ...from('own'),
})
