/** How a figure moved against another: both texts are decimal, and no digit becomes binary. */
export interface Change {
  readonly sign: -1 | 0 | 1
  /** "+25", "-1.13": as many digits as the finer of the two. */
  readonly difference: string
  /** "+2.8": of the value before, to one digit; null when that was zero. */
  readonly percent: string | null
}

const PLAIN = /^-?\d+(\.\d+)?$/

/** The change from one decimal text to another; undefined when either is not a number. */
export function changeBetween(before: string | null | undefined, after: string | null | undefined): Change | undefined {
  if (!before || !after || !PLAIN.test(before) || !PLAIN.test(after)) return undefined
  const places = Math.max(placesOf(before), placesOf(after))
  const old = scaled(before, places)
  const change = scaled(after, places) - old
  const sign = change > 0n ? 1 : change < 0n ? -1 : 0
  return {
    sign,
    difference: (sign > 0 ? '+' : '') + unscaled(change, places),
    percent: old === 0n ? null : (sign > 0 ? '+' : '') + unscaled(divided(change * 1000n, old < 0n ? -old : old), 1),
  }
}

const placesOf = (text: string) => text.split('.')[1]?.length ?? 0

function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const digits = BigInt(whole + fraction.padEnd(places, '0'))
  return text.startsWith('-') ? -digits : digits
}

function unscaled(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return value < 0n ? `-${text}` : text
}

/** Rounded half up, away from zero. */
function divided(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value
  const rounded = (size * 2n + by) / (by * 2n)
  return value < 0n ? -rounded : rounded
}
