import type { Label } from './label.ts'

/** What a role may do beyond registers. */
export type Permission =
  | 'accounts.manage'
  | 'settings.manage'
  | 'figures.enter'
  | 'figures.review'
  | 'figures.approve'
  | 'figures.publish'
  | 'figures.read-unapproved'
  | 'reports.write'
  | 'reports.review'
  | 'reports.sign-off'
  | 'reports.publish'
  | 'audit.read'
  | 'data.export'
  | 'codes.manage'
  /** Checks against outside standards, faults assigned, data brought in and reported. */
  | 'standards.manage'

export interface Role {
  readonly is: 'role'
  readonly name: string
  readonly label: Label
  readonly permissions: readonly Permission[]
}

/** Declares a role: held by an account at a unit, from a day to a day. */
export function defineRole(role: Omit<Role, 'is'>): Role {
  return { is: 'role', ...role }
}
