import { constant, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { planArrivals } from '../../registers/plan/plan-arrivals.ts'
import { common, ofTask, UP_TO } from './in-plan.ts'

const money = {
  ...common,
  source: '双高计划中期绩效评价自评报告 一（二）：到位资金',
  owner: 'finance',
  decimals: 2,
  unit: { zh: '万元', en: '10,000 yuan' },
  definition: {
    zh: `审定的到账。${UP_TO.zh}`,
    en: `Approved arrivals. ${UP_TO.en}`,
  },
} as const
/** Of one source, or of all. */
const from = (source?: 'central' | 'local' | 'industry' | 'own') =>
  ratio(
    sum(planArrivals, 'amount', { arrivedOn: { atMost: '@end' }, ...(source ? { source } : {}), ...ofTask }),
    constant('10000'),
  )

export const arrivedTotal = defineIndicator({
  ...money,
  code: 'plan.arrived',
  label: { zh: '项目到位资金', en: 'Money of the plan that arrived' },
  ...from(),
})
export const arrivedCentral = defineIndicator({
  ...money,
  code: 'plan.arrived-central',
  label: { zh: '项目到位资金：中央财政', en: 'Money of the plan that arrived: central funds' },
  ...from('central'),
})
export const arrivedLocal = defineIndicator({
  ...money,
  code: 'plan.arrived-local',
  label: { zh: '项目到位资金：地方财政', en: 'Money of the plan that arrived: local funds' },
  ...from('local'),
})
export const arrivedIndustry = defineIndicator({
  ...money,
  code: 'plan.arrived-industry',
  label: { zh: '项目到位资金：行业企业', en: 'Money of the plan that arrived: industry' },
  ...from('industry'),
})
export const arrivedOwn = defineIndicator({
  ...money,
  code: 'plan.arrived-own',
  label: { zh: '项目到位资金：学校自筹', en: 'Money of the plan that arrived: own funds' },
  ...from('own'),
})
