import type { RoleAccess } from '../../../src/language/register.ts'

/** Money of the whole college: the finance office keeps it, leaders and auditors read it. */
export const collegeMoney: Readonly<Record<string, RoleAccess>> = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college' },
  'unit-head': { read: 'unit', write: 'unit' },
  'unit-filler': { read: 'unit', write: 'unit' },
  reviewer: { read: 'unit', write: 'unit' },
  auditor: { read: 'college' },
}
