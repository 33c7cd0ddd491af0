import {
  choice,
  decimal,
  defineRegister,
  integer,
  longText,
  money,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { reviewed } from '../../lifecycles.ts'
import { planAccess } from './access.ts'

/** How a unit’s money and targets stood at the end of a quarter, frozen, and what the office concluded. */
export const planQuarterlyReviews = defineRegister({
  name: 'plan-quarterly-reviews',
  label: { zh: '季度检视', en: 'Quarterly reviews' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '每季末按单位检视目标与支出；在建设计划的“资金”页生成，数字以当时为准。',
    en: 'Goal and spending of each unit at the end of a quarter: made on the page “Money” of a plan, with the numbers of that day.',
  },
  title: 'number',
  unit: 'unit',
  fields: {
    number: text({ zh: '检视编号', en: 'Number' }, { required: true, maxLength: 80 }),
    plan: reference({ zh: '所属计划', en: 'Plan' }, 'plans', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100, indexed: true }),
    quarter: integer({ zh: '季度', en: 'Quarter' }, { required: true, min: 1, max: 4 }),
    budget: money({ zh: '预算', en: 'Budget' }, { required: true }),
    arrived: money({ zh: '到位', en: 'Arrived' }, { required: true }),
    spent: money({ zh: '支出', en: 'Spent' }, { required: true }),
    used: decimal({ zh: '使用率（按预算）', en: 'Use of the budget' }, { decimals: 2, unit: { zh: '%', en: '%' } }),
    progress: decimal({ zh: '任务进度', en: 'Progress' }, { decimals: 2, unit: { zh: '%', en: '%' } }),
    achieved: decimal({ zh: '目标达成', en: 'Targets reached' }, { decimals: 2, unit: { zh: '%', en: '%' } }),
    conclusion: choice(
      { zh: '结论', en: 'Conclusion' },
      {
        fit: { zh: '正常', en: 'As planned' },
        watch: { zh: '关注', en: 'To be watched' },
        correct: { zh: '整改', en: 'To be corrected' },
      },
      { required: true, indexed: true },
    ),
    opinion: longText({ zh: '意见', en: 'Opinion' }, { maxLength: 2000 }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: planAccess,
  order: '-number',
  statistics: [{ count: 'all', by: 'conclusion' }],
  check: (review) =>
    review.conclusion !== 'fit' && review.opinion === null
      ? [{ field: 'opinion', message: { zh: '请写明关注或整改的理由', en: 'Say why it is watched or corrected' } }]
      : [],
})
