import type { RoleAccess } from '../../../src/language/register.ts'

/** Sheets belong to whoever keeps them: a unit its own, an expert theirs, the office that runs the scoring all of them. */
export const scoringAccess: Readonly<Record<string, RoleAccess>> = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college', write: 'college' },
  'unit-head': { read: 'unit', write: 'unit' },
  'unit-filler': { read: 'unit', write: 'unit' },
  reviewer: { read: 'unit', write: 'unit' },
  teacher: { read: 'own', write: 'own' },
  'scoring-expert': { read: 'own', write: 'own' },
  auditor: { read: 'college' },
}
