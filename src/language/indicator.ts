import type { FieldKind, Fields } from './fields.ts'
import type { AnyFilter, Filter } from './filter.ts'
import type { Label } from './label.ts'
import type { Register } from './register.ts'

/** What is counted: one number per unit from the records of one register. */
export type Measure =
  | { readonly of: 'count'; readonly register: string; readonly where: AnyFilter }
  | {
      readonly of: 'distinct' | 'sum' | 'max' | 'average'
      readonly register: string
      readonly field: string
      readonly where: AnyFilter
    }

/** How a figure is made from measures. Constants are decimal strings. */
export type Formula =
  | Measure
  | { readonly of: 'constant'; readonly value: string }
  | { readonly of: 'plus' | 'minus' | 'times' | 'divide' | 'least'; readonly terms: readonly Formula[] }
  /** The value of another indicator of the same period and unit. */
  | { readonly of: 'indicator'; readonly code: string }

type Numeric<F extends Fields> = {
  [N in keyof F & string]: F[N]['kind'] extends Extract<FieldKind, 'integer' | 'decimal' | 'money'> ? N : never
}[keyof F & string]

/** The number of records that satisfy the filter. */
export function count<F extends Fields, S extends string>(
  register: Register<F, S>,
  where: Filter<F> = {} as Filter<F>,
): Measure {
  return { of: 'count', register: register.name, where: where as AnyFilter }
}
/** The number of different values of a field (empty ones not counted). */
export function distinct<F extends Fields, S extends string>(
  register: Register<F, S>,
  field: keyof F & string,
  where: Filter<F> = {} as Filter<F>,
): Measure {
  return { of: 'distinct', register: register.name, field, where: where as AnyFilter }
}
/** The sum of a numeric field. */
export function sum<F extends Fields, S extends string>(
  register: Register<F, S>,
  field: Numeric<F>,
  where: Filter<F> = {} as Filter<F>,
): Measure {
  return { of: 'sum', register: register.name, field, where: where as AnyFilter }
}
/** The largest value of a numeric field. */
export function max<F extends Fields, S extends string>(
  register: Register<F, S>,
  field: Numeric<F>,
  where: Filter<F> = {} as Filter<F>,
): Measure {
  return { of: 'max', register: register.name, field, where: where as AnyFilter }
}
export function constant(value: string): Formula {
  return { of: 'constant', value }
}
export function plus(...terms: Formula[]): Formula {
  return { of: 'plus', terms }
}
export function minus(...terms: Formula[]): Formula {
  return { of: 'minus', terms }
}
export function times(...terms: (Formula | string)[]): Formula {
  return { of: 'times', terms: terms.map((t) => (typeof t === 'string' ? constant(t) : t)) }
}
/** The smallest of its terms: a rate that stops at 100. */
export function least(...terms: Formula[]): Formula {
  return { of: 'least', terms }
}
/** The value of another indicator, by code. */
export function valueOf(code: string): Formula {
  return { of: 'indicator', code }
}

/** The window of the edition over which an indicator counts: see docs/glossary.md. */
export type PeriodRule = 'school-year' | 'calendar-year' | 'at-date'

interface IndicatorCommon {
  /** Stable, unique: 'quality.6.01'. Two definitions of one name have two codes. */
  readonly code: string
  readonly label: Label
  /** As printed behind the value: 人, %, 万元; empty for a bare ratio. */
  readonly unit: Label
  readonly period: PeriodRule
  /** Digits after the point when printed; rounded half up. */
  readonly decimals: number
  /** Where the definition stands, as a person would cite it. */
  readonly source: string
  /** Raised when the definition changes: values keep the version that made them. */
  readonly version: number
  /** What is counted and what is not, in a sentence for the reader. */
  readonly definition: Label
  /** The office that answers for the value (catalogue/codes/offices.ts). */
  readonly owner: string
  /** Other names of the same thing, for search and for the audit of finished texts. */
  readonly synonyms?: readonly string[]
  /** Another name's competing definition: codes of the other indicators of that name. */
  readonly rivals?: readonly string[]
}

/** How a value comes about. */
export type Making =
  /** One number from records. */
  | { readonly value: Formula }
  /** numerator ÷ denominator, times `scale` (default 1; 100 for a percentage). */
  | { readonly numerator: Formula; readonly denominator: Formula; readonly scale?: '1' | '100' | '1000' }
  /** Typed in by the owner, with evidence: named as such wherever it is shown. */
  | { readonly entered: true }

export type IndicatorSpec = IndicatorCommon & Making
export type Indicator = IndicatorSpec & { readonly is: 'indicator' }

/** Declares an indicator. Its filters are checked against the register's fields by the compiler. */
export function defineIndicator<const I extends IndicatorSpec>(spec: I): I & { readonly is: 'indicator' } {
  return { is: 'indicator', ...spec }
}

/** Shorthand for a percentage: numerator ÷ denominator × 100. */
export function percent(numerator: Formula, denominator: Formula) {
  return { numerator, denominator, scale: '100' } as const
}
/** Shorthand for a quotient. */
export function ratio(numerator: Formula, denominator: Formula) {
  return { numerator, denominator, scale: '1' } as const
}

/** A rule between indicators: checked at every computation, shown with both values when broken. */
export interface IndicatorRule {
  readonly is: 'rule'
  readonly name: string
  readonly label: Label
  /** error blocks approval until signed off with a reason; warning asks for a look. */
  readonly severity: 'error' | 'warning'
  readonly rule:
    | { readonly part: string; readonly whole: string }
    | { readonly parts: readonly string[]; readonly whole: string }
    | { readonly same: readonly [string, string] }
    | { readonly of: string; readonly between: readonly [string | null, string | null] }
    /** Change against the period before of at most so many per cent. */
    | { readonly of: string; readonly changesAtMostPercent: string }
}
/** Declares a rule between indicators. */
export function defineRule<const R extends Omit<IndicatorRule, 'is'>>(rule: R): R & { readonly is: 'rule' } {
  return { is: 'rule', ...rule }
}

/** A printed table of indicators: the annex tables of a report, and the entry form of their data set. */
export interface IndicatorTable {
  readonly is: 'table'
  readonly name: string
  readonly label: Label
  readonly rows: readonly {
    /** Printed number; empty for a row that continues the one above. */
    readonly no?: string
    readonly label: Label
    /** 0 for a main row, 1 for 其中, 2 for a row below that. */
    readonly level: 0 | 1 | 2
    readonly indicator: string
  }[]
  readonly notes?: Label
}
/** Declares a table of indicators. */
export function defineTable(table: Omit<IndicatorTable, 'is'>): IndicatorTable {
  return { is: 'table', ...table }
}
