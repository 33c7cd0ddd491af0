import type { RoleAccess } from '../../../src/language/register.ts'

/**
 * What belongs to a plan: whoever owns a task sees and fills what is theirs, a unit its own, the office that runs the
 * plan, leaders and auditors all of it.
 */
export const planAccess: Readonly<Record<string, RoleAccess>> = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college', write: 'college' },
  'unit-head': { read: 'unit', write: 'unit' },
  'unit-filler': { read: 'unit', write: 'unit' },
  reviewer: { read: 'unit', write: 'unit' },
  teacher: { read: 'own', write: 'own' },
  auditor: { read: 'college' },
}

/** The plan itself: everybody who works here may know it, the office alone changes it. */
export const planHeadAccess: Readonly<Record<string, RoleAccess>> = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college', write: 'college' },
  'unit-head': { read: 'college' },
  'unit-filler': { read: 'college' },
  reviewer: { read: 'college' },
  teacher: { read: 'college' },
  auditor: { read: 'college' },
}

/** Money of a plan: finance keeps it; the office and the leaders read all of it, a unit what is spent for its tasks. */
export const planMoneyAccess: Readonly<Record<string, RoleAccess>> = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college' },
  'unit-head': { read: 'unit', write: 'unit' },
  'unit-filler': { read: 'unit', write: 'unit' },
  reviewer: { read: 'unit', write: 'unit' },
  auditor: { read: 'college' },
}

/** Claims and their invoices: whoever claims sees their own, finance and the leaders act on them, the plan's office reads. */
export const planClaimAccess: Readonly<Record<string, RoleAccess>> = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college', write: 'college', delete: 'own' },
  'quality-office': { read: 'college' },
  'unit-head': { read: 'unit', write: 'unit' },
  'unit-filler': { read: 'unit', write: 'unit' },
  reviewer: { read: 'unit', write: 'unit' },
  teacher: { read: 'own', write: 'own' },
  auditor: { read: 'college' },
}

/** Exceptions are asked for by units and granted by the leaders. */
export const planExceptionAccess: Readonly<Record<string, RoleAccess>> = {
  ...planMoneyAccess,
  'college-leader': { read: 'college', write: 'college' },
}

/** The ledger is written by the system; the administrator's reach is needed to bring a kept ledger back from a file. */
export const ledgerAccess: Readonly<Record<string, RoleAccess>> = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college' },
  'unit-head': { read: 'unit' },
  'unit-filler': { read: 'unit' },
  reviewer: { read: 'unit' },
  auditor: { read: 'college' },
}
