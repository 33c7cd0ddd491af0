import type { Catalogue } from './catalogue.ts'
import type { ClosedValue, Codes } from './codes.ts'
import type { Field } from './fields.ts'
import type { Label } from './label.ts'
import type { AnyRegister } from './register.ts'

/** How a college has one value of a code list, where that is not as declared. */
export interface CollegeCode {
  readonly list: string
  readonly value: string
  /** Null: as declared. A value of the college's own has one. */
  readonly label: Label | null
  /** Of a value of the college's own; the official values of declared ones are the standard's. */
  readonly official: string | null
  /** First day on which it may be chosen; null: it always could. */
  readonly from: string | null
  /** First day on which it may no longer be chosen; null: it may. */
  readonly retiredFrom: string | null
}

/**
 * A code list as a college has it on a day: the declared values under the college's labels, then its own. What a
 * record may hold stays among the values; what may not be chosen that day is named in `closed`.
 * @param day YYYY-MM-DD
 */
export function collegeCodes(declared: Codes, own: readonly CollegeCode[], day: string): Codes {
  const values: Record<string, Label> = { ...declared.values }
  const official: Record<string, string> = { ...(declared.official as Record<string, string> | undefined) }
  const closed: Record<string, ClosedValue> = {}
  for (const one of own) {
    const label = one.label ?? (Object.hasOwn(declared.values, one.value) ? declared.values[one.value] : undefined)
    // A value that is no longer declared, and of which the college said nothing but when it ends.
    if (!label) continue
    values[one.value] = label
    if (one.official !== null && !Object.hasOwn(official, one.value)) official[one.value] = one.official
    if (one.retiredFrom !== null && one.retiredFrom <= day) closed[one.value] = { since: one.retiredFrom }
    else if (one.from !== null && one.from > day) closed[one.value] = { until: one.from }
  }
  return { ...declared, values, official, closed }
}

/** Whether a value may be chosen: those out of use, or not yet in use, only stand in records that hold them already. */
export const isOpen = (codes: Codes, value: string): boolean => !codes.closed || !Object.hasOwn(codes.closed, value)

/** The values that may be chosen, in the order of the list. */
export const openValues = (codes: Codes): readonly string[] =>
  Object.keys(codes.values).filter((value) => isOpen(codes, value))

/** What a college's own values of code lists touch. */
type Lists = Pick<Catalogue, 'registers' | 'codes'>

/**
 * The catalogue as a college has it on a day. Whatever its own values do not touch is the very same object as before.
 * @param day YYYY-MM-DD
 */
export function collegeCatalogue(declared: Catalogue, own: readonly CollegeCode[], day: string): Catalogue {
  return own.length === 0 ? declared : { ...declared, ...collegeLists(declared, own, day) }
}

/**
 * Registers and code lists as a college has them on a day.
 * @param day YYYY-MM-DD
 */
export function collegeLists(declared: Lists, own: readonly CollegeCode[], day: string): Lists {
  const changed = new Map<Codes, Codes>()
  for (const [name, changes] of Map.groupBy(own, (one) => one.list)) {
    const list = declared.codes.get(name)
    if (list) changed.set(list, collegeCodes(list, changes, day))
  }
  const registers = [...declared.registers].map(([name, register]) => [name, withCodes(register, changed)] as const)
  const codes = [...declared.codes].map(([name, list]) => [name, changed.get(list) ?? list] as const)
  return { registers: new Map(registers), codes: new Map(codes) }
}

function withCodes(register: AnyRegister, changed: ReadonlyMap<Codes, Codes>): AnyRegister {
  const fields = Object.entries(register.fields).flatMap(([name, field]): [string, Field][] => {
    const codes = 'codes' in field ? changed.get(field.codes) : undefined
    return codes && 'codes' in field ? [[name, withList(field, codes)]] : []
  })
  return fields.length === 0 ? register : { ...register, fields: { ...register.fields, ...Object.fromEntries(fields) } }
}

/** Nobody is offered by default what they may not choose. */
function withList(field: Field<'choice'> | Field<'choices'>, codes: Codes): Field {
  if (field.kind === 'choices' || field.default === undefined || isOpen(codes, field.default))
    return { ...field, codes }
  const { default: _, ...rest } = field
  return { ...rest, codes }
}
