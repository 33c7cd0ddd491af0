import {
  choice,
  date,
  defineRegister,
  files,
  integer,
  money,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { claimKinds } from '../../codes/claim-kinds.ts'
import { planSources } from '../../codes/plan-sources.ts'
import { planClaimAccess } from './access.ts'

const claimants = ['teacher', 'unit-filler', 'unit-head'] as const
const cancel = {
  to: 'cancelled',
  by: claimants,
  comment: 'required',
  label: { zh: '撤销报账', en: 'Cancel the claim' },
} as const

/**
 * Who asks, who agrees, who pays. Which of the steps a claim needs follows from its amount: see the register
 * claim-rules. Amounts are held from the first submission on, until the claim is paid, cancelled or given back.
 */
const claimSteps = {
  draft: {
    submit: { to: 'submitted', by: claimants },
  },
  submitted: {
    review: {
      to: 'unit-reviewed',
      by: ['unit-head', 'college-leader'],
      label: { zh: '单位审核通过', en: 'Pass on for the unit' },
      withinDays: 3,
    },
    return: { to: 'draft', by: ['unit-head', 'college-leader', 'reviewer'], comment: 'required' },
    withdraw: { to: 'draft', by: claimants },
    cancel,
  },
  'unit-reviewed': {
    approve: {
      to: 'approved',
      by: ['reviewer'],
      label: { zh: '财务审核通过', en: 'Approve for finance' },
      withinDays: 5,
    },
    report: {
      to: 'reviewed',
      by: ['reviewer'],
      label: { zh: '报校领导审批', en: 'Pass on to the leaders' },
      withinDays: 5,
    },
    return: { to: 'draft', by: ['reviewer'], comment: 'required' },
    cancel,
  },
  reviewed: {
    approve: {
      to: 'approved',
      by: ['college-leader'],
      label: { zh: '校领导批准', en: 'Approve for the college' },
      withinDays: 5,
    },
    return: { to: 'draft', by: ['college-leader'], comment: 'required' },
    cancel,
  },
  approved: {
    pay: { to: 'paid', by: ['reviewer'], label: { zh: '支付', en: 'Pay' }, withinDays: 10 },
    cancel: { ...cancel, by: [...claimants, 'reviewer'] },
  },
  paid: {
    reverse: { to: 'reversed', by: ['reviewer'], label: { zh: '冲销', en: 'Reverse' }, comment: 'required' },
  },
  reversed: {},
  cancelled: {},
} as const satisfies Lifecycle<
  'draft' | 'submitted' | 'unit-reviewed' | 'reviewed' | 'approved' | 'paid' | 'reversed' | 'cancelled'
>

/** What somebody asks to be paid for a task. Paying it makes the payment; its invoices are the register plan-invoices. */
export const planClaims = defineRegister({
  name: 'plan-claims',
  label: { zh: '任务报账', en: 'Claims of plans' },
  area: 'plan',
  owner: 'finance',
  help: {
    zh: '先存草稿、添加发票，再提交；提交即占用预算。宜在建设计划的“报账”页填写，可拍照或拖入发票。',
    en: 'Save a draft, add its invoices, submit: from then on the budget is held. Easiest on the page “Claims” of a plan, which reads invoices.',
  },
  title: 'purpose',
  unit: 'unit',
  person: 'claimant',
  fields: {
    number: text({ zh: '报账单号', en: 'Number' }, { required: true, maxLength: 50 }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    claimant: person({ zh: '报账人', en: 'Claimant' }),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100, indexed: true }),
    source: choice({ zh: '资金来源', en: 'Source' }, planSources, { required: true, indexed: true }),
    kind: choice({ zh: '报账类别', en: 'Kind' }, claimKinds, { required: true, indexed: true }),
    amount: money({ zh: '报账金额', en: 'Amount' }, { required: true, min: '0.01' }),
    purpose: text({ zh: '用途', en: 'Purpose' }, { required: true, maxLength: 200 }),
    payee: text({ zh: '收款方', en: 'Payee' }, { required: true, maxLength: 120 }),
    commitment: reference({ zh: '合同', en: 'Contract' }, 'plan-commitments', {
      help: { zh: '按合同付款时选择', en: 'When it is paid under a contract' },
    }),
    decision: text(
      { zh: '会议决议编号', en: 'Decision of the leaders’ meeting' },
      {
        maxLength: 80,
        help: {
          zh: '达到“三重一大”额度时，校领导批准前必须填写',
          en: 'Asked for before the leaders approve a claim of the largest amounts',
        },
      },
    ),
    paidOn: date(
      { zh: '支付日期', en: 'Paid on' },
      {
        help: {
          zh: '由财务在支付时填写，须在报账年度之内',
          en: 'Filled by finance when paying; within the claim’s year',
        },
      },
    ),
    files: files({ zh: '其他附件', en: 'Other files' }, { maxFiles: 20, secondary: true }),
  },
  unique: [['number']],
  lifecycle: claimSteps,
  counts: ['paid'],
  access: planClaimAccess,
  order: '-number',
  statistics: [
    { sum: 'amount', by: 'source' },
    { sum: 'amount', by: 'kind' },
    { sum: 'amount', by: 'unit' },
  ],
  check: (claim) =>
    claim.paidOn !== null && Number(claim.paidOn.slice(0, 4)) !== claim.year
      ? [
          {
            field: 'paidOn',
            message: {
              zh: `支付日期须在报账年度 ${claim.year} 年之内`,
              en: `It is paid within the claim’s year, ${claim.year}`,
            },
          },
        ]
      : [],
})
