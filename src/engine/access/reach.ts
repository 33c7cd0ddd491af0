import { type RawBuilder, sql } from 'kysely'
import type { AnyRegister, Scope } from '../../language/register.ts'
import type { Actor } from './actor.ts'

/** Which records of a register an actor reaches. */
export type Reach =
  | { readonly all: true }
  | { readonly all: false; readonly units: readonly string[]; readonly own: boolean }

type Doing = 'read' | 'write' | 'delete'

/** Asked of every record of a list, and the same for all: an actor lives as long as a request. */
const known = new WeakMap<Actor, Map<AnyRegister, Partial<Record<Doing, Reach>>>>()

const NOTHING: Reach = { all: false, units: [], own: false }

/**
 * The records of a register that an actor may read, write or delete. A role's `unit` scope reaches the unit
 * and below; at the office that owns the register it reaches the whole college, since the duty is the office's.
 */
export function reachOf(register: AnyRegister, actor: Actor, doing: Doing): Reach {
  if (actor.system) return { all: true }
  let ofActor = known.get(actor)
  if (!ofActor) known.set(actor, (ofActor = new Map()))
  let ofRegister = ofActor.get(register)
  if (!ofRegister) ofActor.set(register, (ofRegister = {}))
  return (ofRegister[doing] ??= findReach(register, actor, doing))
}

function findReach(register: AnyRegister, actor: Actor, doing: Doing): Reach {
  const units = new Set<string>()
  let own = false
  for (const held of actor.held) {
    const access = register.access[held.role]
    const scope: Scope | undefined = doing === 'delete' ? (access?.delete ?? access?.write) : access?.[doing]
    if (scope === undefined) continue
    if (scope === 'college') return { all: true }
    if (scope === 'own') own = true
    else if (held.isRoot || (register.owner !== undefined && held.offices.includes(register.owner)))
      return { all: true }
    else for (const id of held.unitIds) units.add(id)
  }
  return units.size === 0 && !own ? NOTHING : { all: false, units: [...units], own }
}

export const reachesNothing = (reach: Reach): boolean => !reach.all && reach.units.length === 0 && !reach.own

/** The reach as a condition on a register's table: the only way records are ever selected. */
export function reachSql(reach: Reach, actor: Actor): RawBuilder<unknown> {
  if (reach.all) return sql`true`
  const parts: RawBuilder<unknown>[] = []
  if (reach.units.length > 0) parts.push(sql`unit_id = ANY(${reach.units}::uuid[])`)
  if (reach.own) {
    parts.push(sql`created_by = ${actor.accountId}`)
    if (actor.personId) parts.push(sql`owner_id = ${actor.personId}`)
  }
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` OR `)})`
}

/** The same reach, asked of one record in memory. */
export function reaches(
  reach: Reach,
  actor: Actor,
  record: { unitId: string; ownerId: string | null; createdBy: string | null },
): boolean {
  if (reach.all || reach.units.includes(record.unitId)) return true
  return (
    reach.own &&
    (record.createdBy === actor.accountId || (actor.personId !== null && record.ownerId === actor.personId))
  )
}
