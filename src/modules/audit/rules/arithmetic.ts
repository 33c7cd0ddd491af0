import { Exact } from '../../../engine/indicators/exact.ts'

/** A printed number: its value and one unit of its last digit. */
export interface Printed {
  readonly value: Exact
  readonly step: Exact
}

/** Whether `exact` may be printed as `printed`, rounded to its last digit: 71.895 as 71.90, 71.9 or 72. */
export function agrees(exact: Exact, { value, step }: Printed): boolean {
  return exact.minus(value).abs().lte(step.div(2))
}

/** Whether the last digits were cut off instead of rounded: 0.26 for 0.2676. */
export function isTruncated(exact: Exact, { value, step }: Printed): boolean {
  const rest = exact.abs().minus(value.abs())
  return rest.gt(step.div(2)) && rest.lt(step)
}

/**
 * Whether it was cut off whatever the operands were before they were rounded themselves: 24.47 万 ÷ 29.48 万 tells no fourth
 * digit.
 */
export function isSurelyTruncated(
  exact: Exact,
  printed: Printed,
  operands: readonly (Printed & { scale: number })[],
): boolean {
  const doubt = sum(
    operands.map(({ value, step, scale }) =>
      step.lt(scale) || scale > 1 ? step.div(2).div(value.abs()) : new Exact(0),
    ),
  ).times(exact.abs())
  return isTruncated(exact.minus(doubt), printed) && isTruncated(exact.plus(doubt), printed)
}

/** The quotient in per cent; null when nothing can be divided. */
export const percentOf = (part: Exact, whole: Exact): Exact | null =>
  whole.isZero() ? null : part.div(whole).times(100)

export const sum = (values: readonly Exact[]): Exact => values.reduce((total, value) => total.plus(value), new Exact(0))

/** As many digits as the comparison needs, two more than printed, without trailing zeros. */
export function shown(value: Exact, step: Exact = new Exact('0.01')): string {
  const places = Math.min(6, Math.max(2, -Math.floor(Math.log10(Number(step.toString()))) + 1))
  return value
    .toDecimalPlaces(places)
    .toFixed()
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
}

/** Half a unit of every addend's last digit together: how far an honest sum may be off. */
export const roundingRoom = (parts: readonly (Printed & { readonly scale: number })[]): Exact =>
  sum(parts.map(({ step, scale }) => (step.lt(scale) ? step.div(2) : new Exact(0))))
