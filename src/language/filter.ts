import type { ValueOf } from './fields.ts'

/**
 * A moment of the reporting period, put in when a figure is computed. Each indicator's period rule
 * decides which window of the edition it means. Compared with a whole number, a moment is its year.
 */
export type Moment = '@start' | '@end'

/** What one field must satisfy. */
export type Condition<V> =
  | (V extends readonly (infer E)[] ? E : V)
  | readonly (V extends readonly (infer E)[] ? E : V)[]
  | null
  | { readonly not: V | readonly V[] | null }
  | {
      readonly atLeast?: V | Moment
      readonly atMost?: V | Moment
      readonly over?: V | Moment
      readonly under?: V | Moment
    }
  /** A date or month inside the period; a period field equal to it. */
  | { readonly within: '@period' }
  /**
   * The greatest value of this field among the counted records that have the same `lastOf` ("the last report of each
   * task"), looking no further than `atMost`.
   */
  | { readonly lastOf: string; readonly atMost?: V | Moment }
  /** Empty, or satisfying the condition ("left after the day, or never"). */
  | {
      readonly emptyOr: {
        readonly atLeast?: V | Moment
        readonly over?: V | Moment
        readonly atMost?: V | Moment
        readonly under?: V | Moment
      }
    }

/** Conditions that must all hold; `anyOf` adds alternatives. Steps through references are written 'field.field'. */
export type Filter<F = Record<string, unknown>> = {
  readonly [N in keyof F]?: Condition<ValueOf<F[N]>>
} & {
  readonly anyOf?: readonly Filter<F>[]
} & {
  readonly [through: `${string}.${string}`]: Condition<unknown> | undefined
}

/** A filter of any register, as the engine handles it. */
export type AnyFilter = { readonly [field: string]: unknown; readonly anyOf?: readonly AnyFilter[] }
