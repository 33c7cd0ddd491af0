import type { Codes } from './codes.ts'
import type { Label } from './label.ts'

/** One stored file: its content's SHA-256 names it; `name` is what the person called it. */
export interface FileRef {
  readonly sha256: string
  readonly name: string
  readonly size: number
  readonly type: string
}

interface Common {
  readonly label: Label
  /** Explains the field to the person who fills it. */
  readonly help?: Label
  /** A value must be given before a record may be saved. */
  readonly required?: boolean
  /** An index is kept: for fields that lists are often filtered or sorted by. */
  readonly indexed?: boolean
  /** Only these roles see the value; others see a mask (or nothing). All may when absent. */
  readonly readableBy?: readonly string[]
  /** Not in forms and templates: filled by `derive`. */
  readonly derived?: boolean
  /** Hidden in lists until the person chooses the column. */
  readonly secondary?: boolean
}

export interface FieldOptions extends Omit<Common, 'label'> {}

/** Every kind of field, its options and the type of its value. A new kind starts here; the compiler then asks for its folder. */
export interface FieldKinds {
  text: { value: string; options: { maxLength?: number; pattern?: string; default?: string } }
  'long-text': { value: string; options: { maxLength?: number } }
  integer: { value: number; options: { min?: number; max?: number; unit?: Label; default?: number } }
  /** Value: a decimal string ("71.90"); never a binary floating-point number. */
  decimal: { value: string; options: { decimals: number; min?: string; max?: string; unit?: Label } }
  /** Value: a decimal string in `unit` (元 unless declared). */
  money: { value: string; options: { unit?: 'yuan' | 'ten-thousand-yuan'; min?: string; max?: string } }
  /** Value: YYYY-MM-DD (GB/T 7408). */
  date: { value: string; options: { min?: string; max?: string } }
  /** Value: YYYY-MM-DDTHH:mm:ss by the clock of the college; no time zone. */
  'date-time': { value: string; options: object }
  /** Value: HH:mm:ss, a time of day. */
  time: { value: string; options: object }
  /** Value: YYYY-MM. */
  month: { value: string; options: { min?: string; max?: string } }
  /** Value: the code of a period of the college ("2023"). */
  period: { value: string; options: object }
  'yes-no': { value: boolean; options: { default?: boolean } }
  choice: { value: string; options: { codes: Codes; default?: string } }
  choices: { value: readonly string[]; options: { codes: Codes } }
  /** Value: the id of a record of `register`. */
  reference: { value: string; options: { register: string } }
  files: {
    value: readonly FileRef[]
    options: { maxFiles?: number; maxMegabytes?: number; accept?: readonly string[] }
  }
  /** Value: a six-digit code of GB/T 2260. */
  region: { value: string; options: { level?: 'province' | 'city' | 'county' } }
  /** Value: an 18-character citizen identity number (GB 11643), masked for those who may not read it. */
  'identity-number': { value: string; options: object }
  phone: { value: string; options: object }
}

export type FieldKind = keyof FieldKinds
/** A declared field: plain data. `V` is the type of its value, `R` whether it is required. */
export type Field<K extends FieldKind = FieldKind> = {
  [P in K]: Common & { readonly kind: P } & FieldKinds[P]['options']
}[K]
export type Fields = Readonly<Record<string, Field>>

type Options<K extends FieldKind> = FieldOptions & FieldKinds[K]['options']

export function text<const O extends Options<'text'>>(label: Label, options?: O) {
  return { kind: 'text', label, ...(options as O) } as const
}
export function longText<const O extends Options<'long-text'>>(label: Label, options?: O) {
  return { kind: 'long-text', label, ...(options as O) } as const
}
export function integer<const O extends Options<'integer'>>(label: Label, options?: O) {
  return { kind: 'integer', label, ...(options as O) } as const
}
/** A decimal with a fixed number of `decimals`; give `unit` so that no figure is printed without one. */
export function decimal<const O extends Options<'decimal'>>(label: Label, options: O) {
  return { kind: 'decimal', label, ...options } as const
}
/** An amount of money, kept to 0.01 of its unit (0.000001 when counted in 万元, so that no fen is lost). */
export function money<const O extends Options<'money'>>(label: Label, options?: O) {
  return { kind: 'money', label, ...(options as O) } as const
}
export function date<const O extends Options<'date'>>(label: Label, options?: O) {
  return { kind: 'date', label, ...(options as O) } as const
}
/** A moment to the second, by the clock of the college: when somebody entered, borrowed, paid. */
export function dateTime<const O extends Options<'date-time'>>(label: Label, options?: O) {
  return { kind: 'date-time', label, ...(options as O) } as const
}
/** A time of day to the second. */
export function time<const O extends Options<'time'>>(label: Label, options?: O) {
  return { kind: 'time', label, ...(options as O) } as const
}
export function month<const O extends Options<'month'>>(label: Label, options?: O) {
  return { kind: 'month', label, ...(options as O) } as const
}
/** The reporting period (edition) that a record belongs to, for things counted once a year. */
export function period<const O extends Options<'period'>>(label: Label, options?: O) {
  return { kind: 'period', label, ...(options as O) } as const
}
export function yesNo<const O extends Options<'yes-no'>>(label: Label, options?: O) {
  return { kind: 'yes-no', label, ...(options as O) } as const
}

type CodesOf<V extends string> = Codes<V> | Readonly<Record<V, Label>>

function codesOf<V extends string>(label: Label, codes: CodesOf<V>): Codes<V> {
  return 'values' in codes ? (codes as Codes<V>) : { name: '', label, values: codes as Readonly<Record<V, Label>> }
}

/** One value of a code list, or of the values given in place. */
export function choice<const V extends string, const O extends FieldOptions & { default?: NoInfer<V> }>(
  label: Label,
  codes: CodesOf<V>,
  options?: O,
) {
  return { kind: 'choice', label, codes: codesOf(label, codes), ...(options as O) } as const
}
/** Several values of a code list. */
export function choices<const V extends string, const O extends FieldOptions>(
  label: Label,
  codes: CodesOf<V>,
  options?: O,
) {
  return { kind: 'choices', label, codes: codesOf(label, codes), ...(options as O) } as const
}
/** A record of another register, by its name. Wrong names fail at start-up. */
export function reference<const R extends string, const O extends FieldOptions>(
  label: Label,
  register: R,
  options?: O,
) {
  return { kind: 'reference', label, register, ...(options as O) } as const
}
/** A unit of the college's tree. */
export function unit<const O extends FieldOptions>(label: Label, options?: O) {
  return reference(label, 'units', options)
}
/** A person known to the college. */
export function person<const O extends FieldOptions>(label: Label, options?: O) {
  return reference(label, 'people', options)
}
/** Files, kept by the hash of their content. */
export function files<const O extends Options<'files'>>(label: Label, options?: O) {
  return { kind: 'files', label, ...(options as O) } as const
}
export function region<const O extends Options<'region'>>(label: Label, options?: O) {
  return { kind: 'region', label, ...(options as O) } as const
}
export function identityNumber<const O extends Options<'identity-number'>>(label: Label, options?: O) {
  return { kind: 'identity-number', label, ...(options as O) } as const
}
export function phone<const O extends Options<'phone'>>(label: Label, options?: O) {
  return { kind: 'phone', label, ...(options as O) } as const
}

/** The type of a field's value. */
export type ValueOf<F> = F extends { kind: 'choice'; codes: Codes<infer V> }
  ? V
  : F extends { kind: 'choices'; codes: Codes<infer V> }
    ? readonly V[]
    : F extends { kind: infer K extends FieldKind }
      ? FieldKinds[K]['value']
      : never

/** The type of a record's values: required fields are present, others may be null. */
export type ValuesOf<F> = {
  readonly [N in keyof F]: F[N] extends { required: true } ? ValueOf<F[N]> : ValueOf<F[N]> | null
}
