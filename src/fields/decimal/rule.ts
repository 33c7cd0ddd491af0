import {
  type FieldRule,
  halfWidth,
  notText,
  outside,
  quoted,
  type Reading,
  right,
  withoutSeparators,
  withoutUnit,
  wrong,
} from '../rule.ts'

/** Digits of a number before and after its point together. */
export const MOST_DIGITS = 18

export const decimalRule: FieldRule<'decimal'> = {
  check: (input, field) => checkDecimal(input, field.decimals, field.decimals, field.min, field.max),
  read: (cell, field) => decimalRule.check(withoutSeparators(withoutUnit(halfWidth(cell), field.unit)), field),
  write: (value) => value,
  example: (field, seed) => exampleDecimal(field.decimals, field.decimals, field.min, field.max, seed),
}

interface Parts {
  readonly sign: '' | '-'
  readonly whole: string
  /** Without trailing zeros. */
  readonly fraction: string
}

function partsOf(text: string): Parts | undefined {
  const [, sign, digits, after] = /^([+-]?)(\d*)\.?(\d*)$/.exec(text) ?? []
  if (sign === undefined || digits === undefined || after === undefined || digits + after === '') return undefined
  const whole = digits.replace(/^0+/, '') || '0'
  const fraction = after.replace(/0+$/, '')
  return { sign: sign === '-' && whole + fraction !== '0' ? '-' : '', whole, fraction }
}

/** The number times 10 to the power of `decimals`, exactly; further digits are cut. */
function scaled({ sign, whole, fraction }: Parts, decimals: number): bigint {
  return BigInt(`${sign}${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`)
}

function joined({ sign, whole, fraction }: Parts, padding: number): string {
  const decimals = fraction.padEnd(padding, '0')
  return `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`
}

/** The one text of a number: no plus, no leading zeros, at least `padding` digits behind the point, no needless ones. */
export function canonicalDecimal(text: string, padding: number): string {
  const parts = partsOf(text)
  if (!parts) throw new Error(`"${text}" is not a decimal number`)
  return joined(parts, padding)
}

/** Less than 0, 0 or more than 0, as `a` is less than, equal to or more than `b`: exact, for decimal texts of any length. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  if (!left || !right) throw new Error(`"${left ? b : a}" is not a decimal number`)
  const decimals = Math.max(left.fraction.length, right.fraction.length)
  const difference = scaled(left, decimals) - scaled(right, decimals)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Checks a decimal text and gives its canonical form; never rounds. */
export function checkDecimal(
  input: unknown,
  decimals: number,
  padding: number,
  min: string | undefined,
  max: string | undefined,
): Reading<string> {
  const example = joined({ sign: '', whole: '12', fraction: '' }, padding)
  // A JSON number has gone through binary floating point before we see it.
  if (typeof input !== 'string') return notText(input, example)
  const parts = partsOf(input.trim())
  if (!parts) {
    return wrong(
      `${quoted(input)}不是数字，请写成 ${example} 这样的形式`,
      `${quoted(input)} is not a number: write it like ${example}`,
    )
  }
  if (parts.fraction.length > decimals) {
    return decimals === 0
      ? wrong(`${quoted(input)}不能有小数，请填写整数`, `${quoted(input)} may have no decimals: write a whole number`)
      : wrong(
          `${quoted(input)}小数位过多，最多保留 ${decimals} 位小数，请自行取舍后填写`,
          `${quoted(input)} has too many decimals: round it to ${decimals} at most`,
        )
  }
  if (parts.whole.length > MOST_DIGITS - decimals) {
    return wrong(
      `${quoted(input)}过大，整数部分最多 ${MOST_DIGITS - decimals} 位，请核对单位`,
      `${quoted(input)} is too large: at most ${MOST_DIGITS - decimals} digits before the point; check the unit`,
    )
  }
  const value = joined(parts, padding)
  const isOutside =
    (min !== undefined && compareDecimals(value, min) < 0) || (max !== undefined && compareDecimals(value, max) > 0)
  return isOutside ? outside(value, min, max) : right(value)
}

/** A number within the limits, another one for each seed while the range lasts. */
export function exampleDecimal(
  decimals: number,
  padding: number,
  min: string | undefined,
  max: string | undefined,
  seed: number,
): string {
  const limit = (text: string | undefined) => {
    const parts = text === undefined ? undefined : partsOf(text)
    return parts && scaled(parts, decimals)
  }
  const most = limit(max)
  const width = 100n * 10n ** BigInt(decimals)
  const least = limit(min) ?? (most !== undefined && most < 0n ? most - width : 0n)
  const value = least + ((BigInt(seed) * 127n) % ((most ?? least + width) - least + 1n))
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return canonicalDecimal(`${value < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`, padding)
}
