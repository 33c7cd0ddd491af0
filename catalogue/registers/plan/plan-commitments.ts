import {
  choice,
  date,
  defineRegister,
  files,
  integer,
  money,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { planSources } from '../../codes/plan-sources.ts'
import { planMoneyAccess } from './access.ts'

/** Once approved it keeps its amount from being spent otherwise; completing it gives back what was not claimed. */
const commitmentSteps = {
  draft: {
    submit: { to: 'submitted', by: ['unit-filler', 'unit-head'] },
  },
  submitted: {
    approve: { to: 'approved', by: ['reviewer'], withinDays: 5 },
    return: { to: 'draft', by: ['reviewer'], comment: 'required' },
    withdraw: { to: 'draft', by: ['unit-filler', 'unit-head'] },
  },
  approved: {
    complete: { to: 'completed', by: ['reviewer', 'unit-filler', 'unit-head'] },
    cancel: { to: 'cancelled', by: ['reviewer'], comment: 'required' },
  },
  completed: {},
  cancelled: {},
} as const satisfies Lifecycle<'draft' | 'submitted' | 'approved' | 'completed' | 'cancelled'>

export const planCommitments = defineRegister({
  name: 'plan-commitments',
  label: { zh: '合同与承诺支出', en: 'Commitments of plans' },
  area: 'plan',
  owner: 'finance',
  help: {
    zh: '合同签订后占用任务预算；报账时选择该合同，从中列支。',
    en: 'A signed contract takes up the task’s budget; claims that name it are paid out of it.',
  },
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '合同编号', en: 'Contract' }, { required: true, maxLength: 60 }),
    name: text({ zh: '合同名称', en: 'Name' }, { required: true, maxLength: 200 }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100, indexed: true }),
    source: choice({ zh: '资金来源', en: 'Source' }, planSources, { required: true, indexed: true }),
    amount: money({ zh: '合同金额', en: 'Amount' }, { required: true, min: '0.01' }),
    supplier: text({ zh: '对方单位', en: 'Supplier' }, { required: true, maxLength: 120 }),
    signedOn: date({ zh: '签订日期', en: 'Signed on' }, { required: true }),
    files: files({ zh: '合同文件', en: 'Contract file' }, { maxFiles: 10, secondary: true }),
  },
  unique: [['number']],
  lifecycle: commitmentSteps,
  counts: ['approved'],
  access: planMoneyAccess,
  order: '-signedOn',
  statistics: [
    { sum: 'amount', by: 'source' },
    { sum: 'amount', by: 'unit' },
  ],
})
