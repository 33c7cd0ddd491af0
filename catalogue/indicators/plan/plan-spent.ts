import { constant, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { planPayments } from '../../registers/plan/plan-payments.ts'
import { common, ofTask, UP_TO } from './in-plan.ts'

const money = {
  ...common,
  source: '双高计划中期绩效评价自评报告 一（二）：使用资金',
  owner: 'finance',
  decimals: 2,
  unit: { zh: '万元', en: '10,000 yuan' },
  definition: {
    zh: `审定的支出，冲销为负。${UP_TO.zh}`,
    en: `Approved payments; a reversal is negative. ${UP_TO.en}`,
  },
} as const
/** Of one source, or of all. */
const from = (source?: 'central' | 'local' | 'industry' | 'own') =>
  ratio(
    sum(planPayments, 'amount', { paidOn: { atMost: '@end' }, ...(source ? { source } : {}), ...ofTask }),
    constant('10000'),
  )

export const spentTotal = defineIndicator({
  ...money,
  code: 'plan.spent',
  label: { zh: '项目使用资金', en: 'Money of the plan that was spent' },
  ...from(),
})
export const spentCentral = defineIndicator({
  ...money,
  code: 'plan.spent-central',
  label: { zh: '项目使用资金：中央财政', en: 'Money of the plan that was spent: central funds' },
  ...from('central'),
})
export const spentLocal = defineIndicator({
  ...money,
  code: 'plan.spent-local',
  label: { zh: '项目使用资金：地方财政', en: 'Money of the plan that was spent: local funds' },
  ...from('local'),
})
export const spentIndustry = defineIndicator({
  ...money,
  code: 'plan.spent-industry',
  label: { zh: '项目使用资金：行业企业', en: 'Money of the plan that was spent: industry' },
  ...from('industry'),
})
export const spentOwn = defineIndicator({
  ...money,
  code: 'plan.spent-own',
  label: { zh: '项目使用资金：学校自筹', en: 'Money of the plan that was spent: own funds' },
  ...from('own'),
})
