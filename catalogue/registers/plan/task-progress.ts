import {
  defineRegister,
  files,
  integer,
  longText,
  month,
  person,
  reference,
  unit,
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { planAccess } from './access.ts'

/** Filled by the owner, reviewed by the unit, approved by the office that runs the plan: only then does it count. */
const twoReviews = {
  draft: {
    submit: { to: 'submitted', by: ['teacher', 'unit-filler', 'unit-head', 'quality-office'] },
  },
  submitted: {
    review: {
      to: 'unit-reviewed',
      by: ['unit-head', 'reviewer'],
      label: { zh: '单位审核通过', en: 'Pass on for the unit' },
      withinDays: 3,
    },
    return: { to: 'draft', by: ['unit-head', 'reviewer', 'quality-office'], comment: 'required' },
    withdraw: { to: 'draft', by: ['teacher', 'unit-filler'] },
  },
  'unit-reviewed': {
    approve: { to: 'approved', by: ['quality-office'], withinDays: 5 },
    return: { to: 'draft', by: ['quality-office'], comment: 'required' },
  },
  approved: {
    reopen: { to: 'draft', by: ['quality-office'], comment: 'required' },
  },
} as const satisfies Lifecycle<'draft' | 'submitted' | 'unit-reviewed' | 'approved'>

export const taskProgress = defineRegister({
  name: 'task-progress',
  label: { zh: '任务进度填报', en: 'Progress of tasks' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '任务点负责人每月填报一次；单位审核、双高办审定后才计入完成率。',
    en: 'Filled once a month by the owner of a leaf task; it counts once the unit and the office have reviewed it.',
  },
  title: 'month',
  unit: 'unit',
  person: 'filledBy',
  fields: {
    task: reference({ zh: '任务点', en: 'Leaf task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    filledBy: person({ zh: '填报人', en: 'Filled by' }),
    month: month({ zh: '月份', en: 'Month' }, { required: true, indexed: true }),
    percent: integer(
      { zh: '累计进度', en: 'Progress so far' },
      { required: true, min: 0, max: 100, unit: { zh: '%', en: '%' } },
    ),
    done: longText({ zh: '本月完成', en: 'Done this month' }, { required: true, maxLength: 2000 }),
    reason: longText(
      { zh: '进度回退原因', en: 'Why progress fell' },
      {
        maxLength: 500,
        secondary: true,
        help: { zh: '累计进度低于上次填报时必填', en: 'Needed when progress is lower than it was reported before' },
      },
    ),
    problems: longText({ zh: '问题与需要协调的事项', en: 'Problems and what needs help' }, { maxLength: 2000 }),
    files: files({ zh: '过程材料', en: 'Files' }, { maxFiles: 20, secondary: true }),
  },
  unique: [['task', 'month']],
  lifecycle: twoReviews,
  counts: ['approved'],
  access: planAccess,
  order: '-month',
  statistics: [
    { count: 'all', by: 'month' },
    { count: 'all', by: 'unit' },
  ],
})
