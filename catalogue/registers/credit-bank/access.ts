import type { RoleAccess } from '../../../src/language/register.ts'

/** Who sees identity numbers and mobiles of citizens; a learner reads their own. */
export const mayReadIdentity = ['system-administrator', 'quality-office', 'reviewer', 'unit-filler', 'learner'] as const

type Access = Readonly<Record<string, RoleAccess>>

/** Who is in the bank and by which rules it converts: everybody may know them; the office keeps them. */
export const creditRuleAccess: Access = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college', write: 'college' },
  'unit-head': { read: 'college', write: 'unit' },
  'unit-filler': { read: 'college', write: 'unit' },
  reviewer: { read: 'college', write: 'unit' },
  teacher: { read: 'college' },
  student: { read: 'college' },
  learner: { read: 'college' },
  auditor: { read: 'college' },
}

/** Accounts of citizens: the office sees all of them, a learner their own. Nobody raises the proof of who they are themselves. */
export const creditLearnerAccess: Access = {
  'system-administrator': { read: 'college', write: 'college' },
  'quality-office': { read: 'college', write: 'college' },
  'unit-head': { read: 'unit', write: 'unit' },
  'unit-filler': { read: 'unit', write: 'unit' },
  reviewer: { read: 'unit', write: 'unit' },
  teacher: { read: 'own' },
  student: { read: 'own' },
  learner: { read: 'own' },
  auditor: { read: 'college' },
}

/** What a learner has done and what was made of it: learners bring and see their own, institutions theirs, the office all. */
export const creditRecordAccess: Access = {
  ...creditLearnerAccess,
  teacher: { read: 'own', write: 'own', delete: 'own' },
  student: { read: 'own', write: 'own', delete: 'own' },
  learner: { read: 'own', write: 'own', delete: 'own' },
}
