import type { Label } from './label.ts'

/**
 * A code list: the closed set of values of a choice. `values` maps our value (English, kebab-case)
 * to its label; `official` maps it to the value of an outside standard where one exists.
 */
export interface Codes<V extends string = string> {
  /** Declared lists carry it, so that they are found and kept as data; values given in place do not. */
  readonly is?: 'codes'
  readonly name: string
  readonly label: Label
  readonly values: Readonly<Record<V, Label>>
  readonly official?: Readonly<Partial<Record<V, string>>>
  /** What the outside standard calls the list: "KCXZDM", "GB/T 2261.1". `official` then has every value of it. */
  readonly officialName?: string
  /** Where the list comes from, as a person would cite it. */
  readonly source?: string
  /** Values that may not be chosen today, with why; records keep them. Only a college's own copy has it: `collegeCodes`. */
  readonly closed?: Readonly<Partial<Record<V, ClosedValue>>>
}

/** Why a value may not be chosen today: it is out of use since a day, or in use only from a day on (YYYY-MM-DD). */
export type ClosedValue = { readonly since: string } | { readonly until: string }

/** Declares a code list. Values are typed, so that a filter on an unknown value does not compile. */
export function defineCodes<const V extends string>(codes: Codes<V>): Codes<V> {
  return { is: 'codes', ...codes }
}
