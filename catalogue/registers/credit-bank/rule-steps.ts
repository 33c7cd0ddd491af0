import type { Lifecycle } from '../../../src/language/register.ts'

/** Written by an institution, approved by the office of the credit bank. */
export const ruleSteps = {
  draft: {
    submit: { to: 'submitted', by: ['unit-filler', 'unit-head', 'quality-office'] },
  },
  submitted: {
    approve: { to: 'approved', by: ['reviewer', 'quality-office'], withinDays: 10 },
    return: { to: 'draft', by: ['reviewer', 'quality-office'], comment: 'required' },
  },
  approved: {
    reopen: { to: 'draft', by: ['reviewer', 'quality-office'], comment: 'required' },
  },
} as const satisfies Lifecycle<'draft' | 'submitted' | 'approved'>
