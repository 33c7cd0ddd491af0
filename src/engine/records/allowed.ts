import { firstState } from '../../language/catalogue.ts'
import type { Field } from '../../language/fields.ts'
import type { AnyRegister, Transition } from '../../language/register.ts'
import { actionLabel } from '../../language/usual.ts'
import type { Can } from '../../language/wire.ts'
import { type Actor, hasRole } from '../access/actor.ts'
import { reaches, reachOf } from '../access/reach.ts'
import type { Stored } from './stored.ts'

export const transitionsFrom = (register: AnyRegister, state: string): Readonly<Record<string, Transition>> =>
  register.lifecycle?.[state] ?? {}

/** A way out of a state by a name that came from outside, where "constructor" is none. */
export function findTransition(register: AnyRegister, state: string, action: string): Transition | undefined {
  const ways = transitionsFrom(register, state)
  return Object.hasOwn(ways, action) ? ways[action] : undefined
}

/** May the actor take this way out of the record's state? The role that may must itself reach the record. */
export function mayTake(register: AnyRegister, actor: Actor, record: Stored, transition: Transition): boolean {
  if (actor.system) return true
  const acting = { ...actor, held: actor.held.filter((h) => transition.by.includes(h.role)) }
  return acting.held.length > 0 && reaches(reachOf(register, acting, 'write'), actor, record)
}

/** Roles that act from or into a state: those who may still correct a record that has left the first state. */
function rolesAround(register: AnyRegister, state: string): string[] {
  const from = Object.values(transitionsFrom(register, state)).flatMap((t) => t.by)
  const into = Object.values(register.lifecycle ?? {}).flatMap((ways) =>
    Object.values(ways)
      .filter((t) => t.to === state)
      .flatMap((t) => t.by),
  )
  return [...from, ...into]
}

export function mayUpdate(register: AnyRegister, actor: Actor, record: Stored): boolean {
  // What happened stays as it was; a mistake is taken out of use and appended anew.
  if (register.eventsAt || record.deletedAt || !reaches(reachOf(register, actor, 'write'), actor, record)) return false
  return record.state === firstState(register) || hasRole(actor, rolesAround(register, record.state))
}

export const mayDelete = (register: AnyRegister, actor: Actor, record: Stored): boolean =>
  reaches(reachOf(register, actor, 'delete'), actor, record) &&
  (register.eventsAt !== undefined || record.deletedAt !== null || mayUpdate(register, actor, record))

/** Once a record counts in figures, a change must say why. */
export const needsReason = (register: AnyRegister, state: string): boolean =>
  state !== firstState(register) && (register.counts?.includes(state) ?? true)

/**
 * What the actor may do next: sent with every record, so that screens offer exactly this.
 * @param withheld what guards would refuse them anyway
 */
export function can(register: AnyRegister, actor: Actor, record: Stored, withheld?: ReadonlySet<string>): Can {
  const open = record.deletedAt === null
  const isOpen = (action: string) => withheld?.has(action) !== true
  return {
    update: isOpen('update') && mayUpdate(register, actor, record),
    delete: open && isOpen('delete') && mayDelete(register, actor, record),
    restore: !open && isOpen('restore') && mayDelete(register, actor, record),
    actions: open
      ? Object.entries(transitionsFrom(register, record.state))
          .filter(([name, t]) => isOpen(name) && mayTake(register, actor, record, t))
          .map(([name, t]) => ({
            name,
            label: t.label ?? actionLabel(name),
            comment: t.comment === 'required',
          }))
      : [],
  }
}

/** A field by a name that came from outside, where "constructor" is no field. */
export const findField = (register: AnyRegister, name: string): Field | undefined =>
  Object.hasOwn(register.fields, name) ? register.fields[name] : undefined

/** May the actor read a field's value? Others see a mask, or nothing. */
export const mayReadField = (register: AnyRegister, actor: Actor, name: string): boolean => {
  const only = register.fields[name]?.readableBy
  return only === undefined || hasRole(actor, only)
}
