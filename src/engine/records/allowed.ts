import { firstState } from '../../language/catalogue.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister, Transition } from '../../language/register.ts'
import type { Can } from '../../language/wire.ts'
import { type Actor, hasRole } from '../access/actor.ts'
import { reaches, reachOf } from '../access/reach.ts'
import type { Stored } from './stored.ts'

/** Names of the usual actions; a transition's own label comes first. */
const usual: Readonly<Record<string, Label>> = {
  submit: { zh: '提交', en: 'Submit' },
  approve: { zh: '审核通过', en: 'Approve' },
  return: { zh: '退回', en: 'Return' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  reopen: { zh: '重新打开', en: 'Reopen' },
  publish: { zh: '发布', en: 'Publish' },
  close: { zh: '关闭', en: 'Close' },
}

export const transitionsFrom = (register: AnyRegister, state: string): Readonly<Record<string, Transition>> =>
  register.lifecycle?.[state] ?? {}

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
  if (record.deletedAt || !reaches(reachOf(register, actor, 'write'), actor, record)) return false
  return record.state === firstState(register) || hasRole(actor, rolesAround(register, record.state))
}

export const mayDelete = (register: AnyRegister, actor: Actor, record: Stored): boolean =>
  reaches(reachOf(register, actor, 'delete'), actor, record) &&
  (record.deletedAt !== null || mayUpdate(register, actor, record))

/** Once a record counts in figures, a change must say why. */
export const needsReason = (register: AnyRegister, state: string): boolean =>
  state !== firstState(register) && (register.counts?.includes(state) ?? true)

/** What the actor may do next: sent with every record, so that screens offer exactly this. */
export function can(register: AnyRegister, actor: Actor, record: Stored): Can {
  const open = record.deletedAt === null
  return {
    update: mayUpdate(register, actor, record),
    delete: open && mayDelete(register, actor, record),
    restore: !open && mayDelete(register, actor, record),
    actions: open
      ? Object.entries(transitionsFrom(register, record.state))
          .filter(([, t]) => mayTake(register, actor, record, t))
          .map(([name, t]) => ({
            name,
            label: t.label ?? usual[name] ?? { zh: name, en: name },
            comment: t.comment === 'required',
          }))
      : [],
  }
}

/** May the actor read a field's value? Others see a mask, or nothing. */
export const mayReadField = (register: AnyRegister, actor: Actor, name: string): boolean => {
  const only = register.fields[name]?.readableBy
  return only === undefined || hasRole(actor, only)
}
