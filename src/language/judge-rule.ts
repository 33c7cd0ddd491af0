import type { IndicatorRule } from './indicator.ts'
import type { Label } from './label.ts'

/** What a rule finds over values: `open` when a value is missing, so that there is nothing to judge. */
export interface Verdict {
  readonly holds: boolean
  readonly open: boolean
  readonly explanation: Label
}

/** A figure's value and that of the edition before, as decimal strings; null where there is none. */
interface Valued {
  readonly value: string | null
  readonly previous: string | null
}

/**
 * Judges one rule between indicators. Exact: decimals are compared as whole numbers of a common smallest place, and a
 * change in per cent is never divided out before it is compared. Pure, so that a form judges what is typed into it by
 * the very rules that the server applies, also without a connection.
 */
export function judgeRule({ rule }: Pick<IndicatorRule, 'rule'>, valueOf: (code: string) => Valued): Verdict {
  const get = (code: string) => valueOf(code).value
  const verdict = (holds: boolean, text: string) => ({ holds, open: false, explanation: { zh: text, en: text } })
  if ('part' in rule) {
    const [part, whole] = [get(rule.part), get(rule.whole)]
    if (part === null || whole === null) return OPEN
    return verdict(compare(part, whole) <= 0, `${plain(part)} ≤ ${plain(whole)}`)
  }
  if ('parts' in rule) {
    const parts = rule.parts.map(get)
    const whole = get(rule.whole)
    const known = parts.filter((part) => part !== null)
    if (whole === null || known.length < parts.length) return OPEN
    const total = sum(known)
    return verdict(compare(total, whole) === 0, `${known.map(plain).join(' + ')} = ${plain(total)} ⟷ ${plain(whole)}`)
  }
  if ('same' in rule) {
    const [a, b] = [get(rule.same[0]), get(rule.same[1])]
    return a === null || b === null ? OPEN : verdict(compare(a, b) === 0, `${plain(a)} ⟷ ${plain(b)}`)
  }
  const { value, previous } = valueOf(rule.of)
  if (value === null) return OPEN
  if ('between' in rule) {
    const [low, high] = rule.between
    const holds = (low === null || compare(value, low) >= 0) && (high === null || compare(value, high) <= 0)
    return verdict(holds, `${low ?? '−∞'} ≤ ${plain(value)} ≤ ${high ?? '+∞'}`)
  }
  if (previous === null || compare(previous, '0') === 0) return OPEN
  const { holds, percent } = changed(previous, value, rule.changesAtMostPercent)
  return verdict(holds, `${plain(previous)} → ${plain(value)}（${percent} %）`)
}

const OPEN: Verdict = { holds: true, open: true, explanation: { zh: '尚无数据', en: 'No data yet' } }

const placesOf = (text: string) => text.split('.')[1]?.length ?? 0

/** A decimal string as a whole number of its `places`-th place; no digit is lost when `places` is large enough. */
function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const digits = BigInt(whole + fraction.padEnd(places, '0'))
  return text.startsWith('-') ? -digits : digits
}

const size = (n: bigint) => (n < 0n ? -n : n)

/** Rounded half up, away from zero. */
const divided = (n: bigint, by: bigint) => (size(n) * 2n + by) / (by * 2n)

function written(n: bigint, places: number, isNegative: boolean): string {
  const digits = size(n)
    .toString()
    .padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return isNegative ? `-${text}` : text
}

/** @returns below, at or above zero, as `a` is to `b` */
export function compare(a: string, b: string): number {
  const places = Math.max(placesOf(a), placesOf(b))
  const difference = scaled(a, places) - scaled(b, places)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The exact sum of decimal strings; at least one. */
export function sum(values: readonly string[]): string {
  const places = Math.max(...values.map(placesOf))
  const total = values.reduce((all, value) => all + scaled(value, places), 0n)
  return written(total, places, total < 0n)
}

/** At most four digits after the point, no zeros at the end. */
function plain(text: string): string {
  const places = Math.max(placesOf(text), 4)
  const rounded = divided(scaled(text, places), 10n ** BigInt(places - 4))
  const shown = written(rounded, 4, text.startsWith('-') && rounded !== 0n)
  return shown.replace(/\.?0+$/, '')
}

function changed(before: string, after: string, mostPercent: string): { holds: boolean; percent: string } {
  const places = Math.max(placesOf(before), placesOf(after))
  const old = scaled(before, places)
  const change = scaled(after, places) - old
  const limit = placesOf(mostPercent)
  const isNegative = change !== 0n && change < 0n !== old < 0n
  return {
    // |change| ÷ |old| × 100 ≤ most, without dividing.
    holds: size(change) * 100n * 10n ** BigInt(limit) <= scaled(mostPercent, limit) * size(old),
    percent: (isNegative ? '' : '+') + written(divided(change * 1000n, size(old)), 1, isNegative),
  }
}
