import type { Lifecycle } from '../src/language/register.ts'

/** Filled by a unit, reviewed by the office that answers for it; counted once approved. */
export const reviewed = {
  draft: {
    submit: { to: 'submitted', by: ['unit-filler', 'unit-head', 'teacher', 'quality-office'] },
  },
  submitted: {
    approve: { to: 'approved', by: ['reviewer', 'quality-office'], withinDays: 5 },
    return: { to: 'draft', by: ['reviewer', 'quality-office'], comment: 'required' },
    withdraw: { to: 'draft', by: ['unit-filler', 'unit-head', 'teacher'] },
  },
  approved: {
    reopen: { to: 'draft', by: ['reviewer', 'quality-office'], comment: 'required' },
  },
} as const satisfies Lifecycle<'draft' | 'submitted' | 'approved'>
