import { Decimal } from 'decimal.js'

/** Decimal arithmetic for figures: 40 digits, half up. Binary floating point never touches a figure. */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 })
export type Exact = Decimal

/** Digits kept in the database: a quotient of counts cannot come this near to a rounding tie without being one. */
const KEPT = 30

export const kept = (value: Exact | null): string | null => value?.toDecimalPlaces(KEPT).toFixed() ?? null

/** The value as printed: rounded half up, as declared. Empty when there is none. */
export function printed(value: string | null, decimals: number): string {
  return value === null ? '' : new Exact(value).toFixed(decimals)
}

/** Equal as kept: what the database would call the same number. */
export const same = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : new Exact(a).eq(b)
