import { defineRegister, longText, reference, text } from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { creditLearnerAccess } from './access.ts'

const clerks = ['unit-filler', 'reviewer', 'quality-office'] as const
const deciders = ['reviewer', 'quality-office'] as const

/** Undone as long as nobody has confirmed it; a confirmed one is final. */
const mergeSteps = {
  proposed: {
    merge: { to: 'merged', by: deciders, label: { zh: '合并', en: 'Merge' } },
    cancel: { to: 'cancelled', by: clerks },
  },
  merged: {
    confirm: { to: 'confirmed', by: deciders, label: { zh: '确认无误', en: 'Confirm' } },
    undo: { to: 'undone', by: deciders, label: { zh: '撤销合并', en: 'Undo' }, comment: 'required' },
  },
  confirmed: {},
  undone: {},
  cancelled: {},
} as const satisfies Lifecycle<'proposed' | 'merged' | 'confirmed' | 'undone' | 'cancelled'>

/** Two accounts of one person become one: records and credits move over, none is lost. */
export const learnerMerges = defineRegister({
  name: 'learner-merges',
  label: { zh: '账户合并', en: 'Mergers of accounts' },
  area: 'credit-bank',
  owner: 'continuing-education',
  help: {
    zh: '一人有两个账户时合并：学分以分录转到保留的账户，原分录不改；确认之前可以撤销。',
    en: 'When one person has two accounts: credits go over by entries of their own, none is edited; undone until confirmed.',
  },
  title: 'number',
  fields: {
    number: text({ zh: '编号', en: 'Number' }, { required: true, maxLength: 60 }),
    kept: reference({ zh: '保留账户', en: 'Account kept' }, 'credit-learners', { required: true, indexed: true }),
    absorbed: reference({ zh: '并入账户', en: 'Account absorbed' }, 'credit-learners', {
      required: true,
      indexed: true,
    }),
    reason: longText({ zh: '依据', en: 'Why' }, { required: true, maxLength: 500 }),
  },
  unique: [['number']],
  lifecycle: mergeSteps,
  counts: ['merged', 'confirmed'],
  access: {
    'system-administrator': creditLearnerAccess['system-administrator']!,
    'quality-office': creditLearnerAccess['quality-office']!,
    'unit-filler': creditLearnerAccess['unit-filler']!,
    reviewer: creditLearnerAccess['reviewer']!,
    auditor: creditLearnerAccess['auditor']!,
  },
  order: '-number',
})
