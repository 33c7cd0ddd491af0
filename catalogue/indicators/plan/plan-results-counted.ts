import { count, defineIndicator, distinct } from '../../../src/language/index.ts'
import { planResults } from '../../registers/plan/plan-results.ts'
import { common, ofTask, UP_TO } from './in-plan.ts'

const results = {
  ...common,
  source: '双高计划中期绩效评价自评报告 一（一）：标志性成果',
  owner: 'quality',
  decimals: 0,
  unit: { zh: '项', en: 'results' },
} as const
const ONCE = {
  zh: '同一成果被多个任务申报只计一次，按最高级别。',
  en: 'A result that several tasks claim counts once, at its highest level.',
}
const granted = { grantedOn: { atMost: '@end' } } as const

export const resultsProvincial = defineIndicator({
  ...results,
  code: 'plan.results',
  label: { zh: '省级及以上成果', en: 'Results of provincial level or above' },
  definition: { zh: `${ONCE.zh}${UP_TO.zh}`, en: `${ONCE.en} ${UP_TO.en}` },
  value: distinct(planResults, 'result', {
    level: ['international', 'national', 'provincial'],
    ...granted,
    ...ofTask,
  }),
})
export const resultsNational = defineIndicator({
  ...results,
  code: 'plan.results-national',
  label: { zh: '国家级（国际）成果', en: 'National and international results' },
  definition: { zh: `${ONCE.zh}${UP_TO.zh}`, en: `${ONCE.en} ${UP_TO.en}` },
  value: distinct(planResults, 'result', { level: ['international', 'national'], ...granted, ...ofTask }),
})
export const landmarkCases = defineIndicator({
  ...results,
  code: 'plan.landmark-cases',
  label: { zh: '省级及以上标志性成果案例', en: 'Cases of landmark results' },
  unit: { zh: '篇', en: 'cases' },
  definition: {
    zh: `附有案例文字的省级及以上标志性成果。${UP_TO.zh}`,
    en: `Landmark results of provincial level or above with their case. ${UP_TO.en}`,
  },
  value: count(planResults, {
    landmark: true,
    level: ['international', 'national', 'provincial'],
    caseText: { not: null },
    ...granted,
    ...ofTask,
  }),
})
