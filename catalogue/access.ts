import type { RoleAccess } from '../src/language/register.ts'

type Access = Readonly<Record<string, RoleAccess>>

/** Facts about the college that its members may see: majors, courses, textbooks … */
export const openToMembers: Access = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college', write: 'college' },
  'unit-head': { read: 'college', write: 'unit' },
  'unit-filler': { read: 'college', write: 'unit' },
  reviewer: { read: 'college', write: 'unit' },
  teacher: { read: 'college' },
  student: { read: 'college' },
  auditor: { read: 'college' },
}

/** Data of units: each unit fills and sees its own, the owning office and the quality office see all. */
export const byUnit: Access = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college', write: 'college' },
  'unit-head': { read: 'unit', write: 'unit' },
  'unit-filler': { read: 'unit', write: 'unit' },
  reviewer: { read: 'unit', write: 'unit' },
  teacher: { read: 'own', write: 'own' },
  auditor: { read: 'college' },
}

/** Data about persons: a person sees their own record, their unit and the owning office see theirs. */
export const aboutPersons: Access = {
  'system-administrator': { read: 'college', write: 'college' },
  'college-leader': { read: 'college' },
  'quality-office': { read: 'college', write: 'college' },
  'unit-head': { read: 'unit', write: 'unit' },
  'unit-filler': { read: 'unit', write: 'unit' },
  reviewer: { read: 'unit', write: 'unit' },
  teacher: { read: 'own' },
  student: { read: 'own' },
  auditor: { read: 'college' },
}

/**
 * What is nobody's business but the office's whose duty it is, and the person's own: hardship, aid, psychology, nights
 * in the dormitory. Registers with this access name no unit, so that `unit` reaches the owning office alone.
 */
export const confidential: Access = {
  'system-administrator': { read: 'college', write: 'college' },
  'unit-head': { read: 'unit', write: 'unit' },
  'unit-filler': { read: 'unit', write: 'unit' },
  reviewer: { read: 'unit', write: 'unit' },
  teacher: { read: 'own' },
  student: { read: 'own' },
}
