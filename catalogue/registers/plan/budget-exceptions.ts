import {
  choice,
  defineRegister,
  files,
  integer,
  longText,
  money,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { planSources } from '../../codes/plan-sources.ts'
import { planExceptionAccess } from './access.ts'

/** Asked for by the unit, looked at by finance, granted by the leaders. */
const exceptionSteps = {
  draft: {
    submit: { to: 'submitted', by: ['unit-filler', 'unit-head'] },
  },
  submitted: {
    review: { to: 'reviewed', by: ['reviewer'], label: { zh: '财务审核通过', en: 'Pass on for finance' } },
    return: { to: 'draft', by: ['reviewer'], comment: 'required' },
  },
  reviewed: {
    approve: { to: 'approved', by: ['college-leader'] },
    return: { to: 'draft', by: ['college-leader'], comment: 'required' },
  },
  approved: {
    reopen: { to: 'draft', by: ['college-leader'], comment: 'required' },
  },
} as const satisfies Lifecycle<'draft' | 'submitted' | 'reviewed' | 'approved'>

/** How much more than its budget a task may spend. */
export const budgetExceptions = defineRegister({
  name: 'budget-exceptions',
  label: { zh: '超预算批准', en: 'Exceptions from budgets' },
  area: 'plan',
  owner: 'finance',
  help: {
    zh: '批准后，任务在该年度、该来源可超出预算支出这些金额；预算本身不变。',
    en: 'Once approved the task may spend so much beyond its budget of the year and source; the budget stays as it is.',
  },
  title: 'number',
  unit: 'unit',
  fields: {
    number: text({ zh: '批准编号', en: 'Number' }, { required: true, maxLength: 60 }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100, indexed: true }),
    source: choice({ zh: '资金来源', en: 'Source' }, planSources, { required: true, indexed: true }),
    amount: money({ zh: '可超出金额', en: 'Beyond the budget' }, { required: true, min: '0.01' }),
    reason: longText({ zh: '理由', en: 'Why' }, { required: true, maxLength: 1000 }),
    decision: text({ zh: '会议决议编号', en: 'Decision' }, { maxLength: 80 }),
    files: files({ zh: '批准文件', en: 'Files' }, { maxFiles: 10, secondary: true }),
  },
  unique: [['number']],
  lifecycle: exceptionSteps,
  counts: ['approved'],
  access: planExceptionAccess,
  order: '-number',
  statistics: [{ sum: 'amount', by: 'unit' }],
})
