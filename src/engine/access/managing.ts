import type { Permission } from '../../language/role.ts'
import type { Engine } from '../engine.ts'
import { notAllowed, type Refusal } from '../refusal.ts'
import type { UnitTree } from '../units.ts'
import type { Actor, Held } from './actor.ts'
import { heldAt } from './find-session.ts'
import { reachOf } from './reach.ts'

/** Permissions that count for the duties of the unit where they are held; the others count for the whole college. */
const UNIT_PERMISSIONS: ReadonlySet<Permission> = new Set([
  'figures.enter',
  'figures.review',
  'figures.read-unapproved',
  'reports.write',
  'reports.review',
  'data.export',
])

/** Where somebody manages accounts, and what they may give there. */
export interface Managing {
  /** The whole college. */
  readonly all: boolean
  /** The units, when it is not the whole college. */
  readonly units: ReadonlySet<string>
  /**
   * May this role be given or taken at this unit? A manager of the whole college may everything; a manager of some
   * units only what reaches no further than these units or than the manager does, so that nobody rises by it.
   */
  mayGive(role: string, unitId: string): boolean
}

/** @throws Refusal 403 when the actor manages accounts nowhere */
export function managingOf(engine: Engine, actor: Actor, tree: UnitTree): Managing {
  const managers = actor.held.filter((h) => permissionsOf(engine, h.role).includes('accounts.manage'))
  if (!actor.system && managers.length === 0) throw mayNotManage()
  const all = actor.system !== undefined || managers.some((h) => h.isRoot)
  const units = new Set(managers.flatMap((h) => h.unitIds))
  return {
    all,
    units,
    mayGive(role, unitId) {
      if (all) return true
      return units.has(unitId) && !exceeds(engine, actor, heldAt(tree, role, unitId))
    },
  }
}

export const mayNotManage = (): Refusal => notAllowed({ zh: '管理该账号或角色', en: 'manage this account or role' })

const permissionsOf = (engine: Engine, role: string): readonly Permission[] =>
  engine.catalogue.roles.get(role)?.permissions ?? []

/** Would the role give a whole-college power that the actor lacks? */
function exceeds(engine: Engine, actor: Actor, held: Held): boolean {
  const own = new Set(actor.held.flatMap((h) => permissionsOf(engine, h.role)))
  if (permissionsOf(engine, held.role).some((p) => !UNIT_PERMISSIONS.has(p) && !own.has(p))) return true
  const given: Actor = { ...actor, held: [held] }
  for (const register of engine.catalogue.registers.values())
    for (const doing of ['read', 'write', 'delete'] as const)
      if (
        reachOf(register, given, doing).all &&
        !reachOf(register, actor, doing).all &&
        !isOwnOffice(register.owner, held)
      )
        return true
  return false
}

/** A register is wholly the duty of the office that owns it, and that office is inside the manager's units. */
const isOwnOffice = (owner: string | undefined, held: Held): boolean =>
  owner !== undefined && held.offices.includes(owner)
