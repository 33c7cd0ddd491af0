import type { Catalogue } from '../../language/catalogue.ts'
import type { Lang } from '../../language/label.ts'
import type { Permission } from '../../language/role.ts'

/** One role held now, with the units it reaches. */
export interface Held {
  readonly role: string
  readonly unitId: string
  /** The unit and all below it. */
  readonly unitIds: readonly string[]
  /** Duties carried by the unit itself (and by units below it). */
  readonly offices: readonly string[]
  /** The unit is the root: its reach is the whole college. */
  readonly isRoot: boolean
}

/** Who acts. Made afresh for every request, so that a change of role takes effect at once. */
export interface Actor {
  readonly collegeId: string
  readonly accountId: string
  readonly personId: string | null
  readonly name: string
  readonly lang: Lang
  readonly held: readonly Held[]
  /** Set only by `asSystem`: the reason, which is written to history. */
  readonly system?: string
}

const SYSTEM_ID = '00000000-0000-7000-8000-000000000000'

/** The only other way in: acts without a person, for a reason that history keeps. */
export function asSystem(collegeId: string, reason: string): Actor {
  return {
    collegeId,
    accountId: SYSTEM_ID,
    personId: null,
    name: `系统（${reason}）`,
    lang: 'zh',
    held: [],
    system: reason,
  }
}

/** Does the actor hold a role with this permission, at the duty's office or at the root? Without an office: anywhere. */
export function may(catalogue: Catalogue, actor: Actor, permission: Permission, office?: string): boolean {
  if (actor.system) return true
  return actor.held.some(
    (h) =>
      catalogue.roles.get(h.role)?.permissions.includes(permission) &&
      (office === undefined || h.isRoot || h.offices.includes(office)),
  )
}

export const hasRole = (actor: Actor, roles: readonly string[]): boolean =>
  actor.system !== undefined || actor.held.some((h) => roles.includes(h.role))
