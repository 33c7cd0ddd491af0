import { Exact } from '../../../engine/indicators/exact.ts'

/** A figure as a hand may have mistyped it. */
interface Typed {
  readonly printed: string
  readonly value: Exact
  /** What the unit multiplies the printed digits by. */
  readonly scale: number
}

/**
 * The values that stand one slip of the hand away: one digit wrong, or two neighbours swapped. Two figures that have
 * nothing to do with each other come to fit by a slip about once in a hundred times when the result has four digits, so
 * that a slip tells a misprint from figures that were never meant to fit.
 */
export function slipsOf({ printed, value, scale }: Typed): Exact[] {
  const digits = printed.replace(/[^\d.]/g, '')
  const slips: string[] = []
  const put = (at: number, text: string) => digits.slice(0, at) + text + digits.slice(at + text.length)
  const places = [...digits].flatMap((sign, at) => (sign === '.' ? [] : [at]))
  places.forEach((at, nth) => {
    for (let digit = 0; digit <= 9; digit += 1)
      if (String(digit) !== digits[at] && !(nth === 0 && digit === 0 && places.length > 1 && digits[1] !== '.'))
        slips.push(put(at, String(digit)))
    const next = places[nth + 1]
    if (next === undefined || digits[at] === digits[next]) return
    slips.push(put(next, digits[at]!).slice(0, at) + digits[next]! + put(next, digits[at]!).slice(at + 1))
  })
  const sign = value.lt(0) ? -1 : 1
  return slips.map((slip) => new Exact(slip).times(scale * sign))
}

/** Digits that a reader compares: 3 of 45.2, 4 of 1187; zeros at the end of a whole number say nothing. */
export const digitsOf = (printed: string): number => {
  const plain = printed.replace(/[^\d.]/g, '').replace(/^0+/, '')
  return plain.includes('.') ? plain.replace('.', '').replace(/^0+/, '').length : plain.replace(/0+$/, '').length
}

/** Whether a slip in one of the figures makes it hold; `holds` gets their values in the same order. */
export function isOneSlipAway(figures: readonly Typed[], holds: (values: readonly Exact[]) => boolean): boolean {
  const values = figures.map(({ value }) => value)
  return figures.some((figure, at) => slipsOf(figure).some((slip) => holds(values.with(at, slip))))
}

/** Whether two printed numbers of equal length are one digit, or one swap of neighbours, apart. */
export function isSlipBetween(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let first = -1
  let second = -1
  // Compared by the hundred thousand: most differ in three signs at once.
  for (let at = 0; at < a.length; at += 1) {
    if (a.codePointAt(at) === b.codePointAt(at)) continue
    if (first < 0) first = at
    else if (second < 0) second = at
    else return false
  }
  if (first < 0) return false
  if (second < 0) return true
  const isNext = second - first === 1 || (second - first === 2 && a[first + 1] === '.')
  return isNext && a[first] === b[second] && a[second] === b[first]
}
