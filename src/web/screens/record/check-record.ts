import { ruleOf } from '../../../fields/rules.ts'
import type { AnyRegister, Label } from '../../../language/index.ts'
import { firstState } from '../../../language/index.ts'
import { isEmpty } from '../../kit/field-value.tsx'

export type Values = Readonly<Record<string, unknown>>
/** What is wrong, by field; '' holds what belongs to no field. */
export type Problems = Readonly<Record<string, Label>>

const NEEDED: Label = { zh: '必须填写', en: 'This must be filled in' }

/** Fields whose values only other roles may read: nobody fills in what they may not see. */
export function closedFields(register: AnyRegister, roles: readonly string[]): readonly string[] {
  return Object.entries(register.fields).flatMap(([name, { readableBy }]) =>
    readableBy && !readableBy.some((role) => roles.includes(role)) ? [name] : [],
  )
}

/** Whether a change of a record in this state must say why: once it counts in figures, it must. */
export function changeNeedsReason(register: AnyRegister, state: string): boolean {
  return state !== firstState(register) && (register.counts?.includes(state) ?? true)
}

/** What a new record sends: what was filled in, and may be. */
export function givenValues(register: AnyRegister, values: Values, closed: readonly string[]): Values {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => !closed.includes(name) && !register.fields[name]?.derived && !isEmpty(value),
    ),
  )
}

/** Adds the values that follow from others. */
export function deriveValues(register: AnyRegister, values: Values): Values {
  try {
    return { ...values, ...register.derive?.(values as never) }
  } catch {
    // `derive` is written for complete records; half of one may be too little for it. The server derives again.
    return values
  }
}

/** What the server would refuse, found before asking it: required fields, the kinds' rules, the register's own check. */
export function problemsOf(register: AnyRegister, values: Values, closed: readonly string[] = []): Problems {
  const found: Record<string, Label> = {}
  for (const [name, field] of Object.entries(register.fields)) {
    if (closed.includes(name)) continue
    const value = values[name]
    if (isEmpty(value)) {
      if (field.required && !field.derived) found[name] = NEEDED
      continue
    }
    const { problem } = ruleOf(field).check(value, field)
    if (problem) found[name] = problem
  }
  if (Object.keys(found).length > 0) return found
  try {
    for (const problem of register.check?.(values as never) ?? []) found[problem.field ?? ''] ??= problem.message
  } catch {
    // As above: what cannot be checked here is checked by the server.
  }
  return found
}

/**
 * The values that a new record starts with.
 * @param asked JSON of an object, from the address: what whoever leads here knows already. What is no field of the
 *   register, or no JSON at all, is left out; the form and the server check the rest as if it had been typed.
 */
export function startingValues(register: AnyRegister, asked: string | null = null): Values {
  const known = readAsked(asked)
  return Object.fromEntries(
    Object.entries(register.fields).map(([name, field]) => [
      name,
      Object.hasOwn(known, name)
        ? known[name]
        : 'default' in field && field.default !== undefined
          ? field.default
          : null,
    ]),
  )
}

/** Reads an object from the address; nothing when it is none. */
export function readAsked(asked: string | null): Values {
  try {
    const read: unknown = JSON.parse(asked ?? '{}')
    return typeof read === 'object' && read !== null ? (read as Values) : {}
  } catch {
    return {}
  }
}

/** The fields that a person changed, with their new values: derived ones follow by themselves. */
export function changedValues(register: AnyRegister, before: Values, after: Values): Values {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !register.fields[name]?.derived && !same(before[name], value)),
  )
}

/** Whether two values are one and the same to a person: all kinds of nothing are. */
export function same(a: unknown, b: unknown): boolean {
  return (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b)
}
