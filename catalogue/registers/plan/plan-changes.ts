import { defineRegister, longText, person, reference, text, unit } from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { planAccess } from './access.ts'

/**
 * The office agrees; where money moves, finance approves; above the plan's limit, a leader. Which way a request must
 * go, and what its approval changes, is the module's: it sees the lines.
 */
const approvals = {
  draft: {
    submit: { to: 'submitted', by: ['teacher', 'unit-filler', 'unit-head', 'quality-office'] },
  },
  submitted: {
    approve: { to: 'approved', by: ['quality-office'], label: { zh: '批准并生效', en: 'Approve and apply' } },
    'to-finance': { to: 'with-finance', by: ['quality-office'], label: { zh: '同意，送财务', en: 'Pass to finance' } },
    return: { to: 'draft', by: ['quality-office'], comment: 'required' },
    reject: { to: 'rejected', by: ['quality-office'], comment: 'required' },
    withdraw: { to: 'draft', by: ['teacher', 'unit-filler', 'unit-head'] },
  },
  'with-finance': {
    approve: { to: 'approved', by: ['unit-head', 'reviewer'], label: { zh: '批准并生效', en: 'Approve and apply' } },
    'to-leaders': {
      to: 'with-leaders',
      by: ['unit-head', 'reviewer'],
      label: { zh: '同意，送校领导', en: 'Pass to leaders' },
    },
    return: { to: 'draft', by: ['unit-head', 'reviewer', 'quality-office'], comment: 'required' },
    reject: { to: 'rejected', by: ['unit-head', 'reviewer'], comment: 'required' },
  },
  'with-leaders': {
    approve: { to: 'approved', by: ['college-leader'], label: { zh: '批准并生效', en: 'Approve and apply' } },
    return: { to: 'draft', by: ['college-leader'], comment: 'required' },
    reject: { to: 'rejected', by: ['college-leader'], comment: 'required' },
  },
  approved: {},
  rejected: {},
} as const satisfies Lifecycle<'draft' | 'submitted' | 'with-finance' | 'with-leaders' | 'approved' | 'rejected'>

/** A wish to change a plan that is in force. What it changes stands in its lines; approval applies all of them. */
export const planChanges = defineRegister({
  name: 'plan-changes',
  label: { zh: '计划变更申请', en: 'Change requests' },
  area: 'plan',
  // Finance sees all requests: any of them may move money.
  owner: 'finance',
  help: {
    zh: '计划生效后，任务、节点、目标和预算只能通过变更申请修改。在计划页面的“变更”中提出，可以看到新旧对照。',
    en: 'Once a plan is in force, tasks, milestones, targets and budgets change by request only. Make one on the plan’s page, under “Changes”, where old and new stand side by side.',
  },
  title: 'title',
  unit: 'unit',
  person: 'proposer',
  fields: {
    number: text({ zh: '申请编号', en: 'Number' }, { required: true, maxLength: 60 }),
    plan: reference({ zh: '计划', en: 'Plan' }, 'plans', { required: true }),
    title: text({ zh: '变更事项', en: 'What' }, { required: true, maxLength: 200 }),
    reason: longText({ zh: '变更理由', en: 'Why' }, { required: true, maxLength: 2000 }),
    unit: unit({ zh: '申请单位', en: 'Unit' }, { required: true }),
    proposer: person({ zh: '申请人', en: 'Proposed by' }),
  },
  unique: [['number']],
  lifecycle: approvals,
  counts: ['approved'],
  access: { ...planAccess, 'college-leader': { read: 'college', write: 'college' } },
  order: '-number',
  statistics: [{ count: 'all', by: 'unit' }],
})
