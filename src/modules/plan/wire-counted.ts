import type { Label } from '../../language/label.ts'
import type { WirePart, WirePlan } from './wire.ts'

/** Figures of a plan whose rows can be looked at, and the register that holds them. */
export const COUNTED = {
  budget: 'plan-budgets',
  arrived: 'plan-arrivals',
  spent: 'plan-payments',
  targets: 'plan-targets',
  results: 'plan-results',
} as const
export type Counted = keyof typeof COUNTED

export interface WireCountedRow {
  readonly id: string
  readonly task: WirePart & { readonly number: string }
  readonly unit: string
  /** Number of the voucher, name of the target or of the result. */
  readonly what: string
  /** A year or a day. */
  readonly at: string
  /** Source of money, or level of a result. */
  readonly of: Label | null
  /** Yuan; of a target what was reached, per cent; null where nothing is known. */
  readonly value: string | null
  /** Of a target: "actual / target". */
  readonly detail: string | null
}

/** Exactly the rows behind a figure, as far as the actor sees them. */
export interface WireCounted {
  readonly plan: WirePlan
  readonly what: Counted
  /** Sum of money in yuan, or the mean of targets; null for what is only counted. */
  readonly total: string | null
  readonly count: number
  /** At most the first 2,000. */
  readonly rows: readonly WireCountedRow[]
}
