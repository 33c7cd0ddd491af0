import { Decimal } from 'decimal.js'

const SHORT_INTEGER = /^-?(?:0|[1-9]\d{0,14})$/
const LONG_INTEGER = /^-?\d{16,400}$/
const SHORT_DECIMAL = /^-?(?:0|[1-9]\d*)\.\d*[1-9]$/
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/

/**
 * The number stored in a cell as Excel shows it: whole numbers of up to 15 digits as numbers, the rest as decimal text.
 * Excel keeps 15 significant digits and stores binary noise behind them (71.900000000000006), so longer fractions are
 * rounded there. Whole numbers written out longer by other programs (identity numbers) keep every digit.
 * Text that is no number comes back unchanged.
 */
export function exactNumber(stored: string): number | string {
  if (SHORT_INTEGER.test(stored)) return stored === '-0' ? 0 : Number(stored)
  if (stored.length <= 16 && SHORT_DECIMAL.test(stored)) return stored
  if (LONG_INTEGER.test(stored)) return stored
  const decimal = parseStored(stored)
  if (decimal === undefined) return stored
  const text = decimal.toFixed()
  return SHORT_INTEGER.test(text) ? (text === '-0' ? 0 : Number(text)) : text
}

/** A cell formatted as a percentage, in exact text: stored 0.719 is '71.9%'. */
export function exactPercent(stored: string): string {
  const decimal = parseStored(stored)
  return decimal === undefined ? stored : `${decimal.times(100).toFixed()}%`
}

/** The same as the cell shows it, with this many decimals, rounded half up as Excel does. */
export function shownNumber(stored: string, decimals: number, isPercent: boolean): string {
  const decimal = parseStored(stored)
  if (decimal === undefined) return stored
  return `${(isPercent ? decimal.times(100) : decimal).toFixed(decimals, Decimal.ROUND_HALF_UP)}${isPercent ? '%' : ''}`
}

// Three exponent digits at most: 1e999999999 would expand to a gigabyte of zeros.
function parseStored(stored: string): Decimal | undefined {
  return PLAIN.test(stored) ? new Decimal(stored).toSignificantDigits(15) : undefined
}

/** Whether Excel holds this number exactly: plain notation, no leading zeros, at most 15 significant digits. */
export function fitsExcelNumber(text: string): boolean {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) || text.length > 300) return false
  const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '')
  return digits.length <= 15
}
