import { defineRegister, integer, longText, reference, text } from '../../../src/language/index.ts'
import type { Lifecycle, RoleAccess } from '../../../src/language/register.ts'
import { planHeadAccess } from './access.ts'

/** Closed by the office; opened again only when a leader agrees. While a reopening is asked for, it is still closed. */
const closing = {
  open: {
    close: { to: 'locked', by: ['quality-office'], label: { zh: '关闭年度', en: 'Close the year' } },
  },
  locked: {
    ask: {
      to: 'pending',
      by: ['quality-office'],
      comment: 'required',
      label: { zh: '申请重新打开', en: 'Ask to reopen' },
    },
  },
  pending: {
    approve: {
      to: 'open',
      by: ['college-leader'],
      label: { zh: '同意重新打开', en: 'Agree to reopen' },
      withinDays: 3,
    },
    refuse: {
      to: 'locked',
      by: ['college-leader'],
      comment: 'required',
      label: { zh: '不同意', en: 'Refuse' },
    },
  },
} as const satisfies Lifecycle<'open' | 'locked' | 'pending'>

/** The leader decides about reopening, which is a change of the record. */
const access: Readonly<Record<string, RoleAccess>> = {
  ...planHeadAccess,
  'college-leader': { read: 'college', write: 'college' },
}

/** A year of a plan. Once it is closed, progress, money, targets and results of that year cannot change. */
export const planYears = defineRegister({
  name: 'plan-years',
  label: { zh: '计划年度', en: 'Years of plans' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '年度关闭后，该年度的进度、资金、目标值和成果都不能再改；确需修改的，由校领导同意重新打开。',
    en: 'After a year is closed its progress, money, targets and results cannot change, unless a leader agrees to reopen it.',
  },
  title: 'name',
  fields: {
    plan: reference({ zh: '所属计划', en: 'Plan' }, 'plans', { required: true }),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100, indexed: true }),
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 80, default: '计划年度' }),
    note: longText({ zh: '说明', en: 'Note' }, { maxLength: 1000 }),
  },
  unique: [['plan', 'year']],
  lifecycle: closing,
  access,
  order: '-year',
})
