import { Decimal } from 'decimal.js'

type Numeric = string | number

/** Arithmetic for made-up documents: exact, rounded half up, printed with so many decimals. */
export const share = (part: Numeric, whole: Numeric, decimals = 2): string =>
  new Decimal(part).div(whole).times(100).toFixed(decimals)
export const per = (part: Numeric, whole: Numeric, decimals = 2): string =>
  new Decimal(part).div(whole).toFixed(decimals)
export const risen = (from: Numeric, to: Numeric, decimals = 2): string =>
  new Decimal(to).minus(from).div(from).times(100).toFixed(decimals)
export const sum = (...of: Numeric[]): string => Decimal.sum(...of).toString()
export const less = (from: Numeric, what: Numeric, decimals = 2): string =>
  new Decimal(from).minus(what).toFixed(decimals)
/** The mean of printed figures. */
export const meanOf = (of: readonly Numeric[], decimals = 2): string =>
  Decimal.sum(...of)
    .div(of.length)
    .toFixed(decimals)
/** 1234567.8 as 1,234,567.80. */
export const grouped = (number: Numeric, decimals = 2): string =>
  new Decimal(number).toFixed(decimals).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',')
/** Several figures at once: `many('row', ['1', '2'])` are row1 and row2. */
export const many = (name: string, printed: readonly Numeric[]): Record<string, string> =>
  Object.fromEntries(printed.map((value, i) => [`${name}${i + 1}`, String(value)]))
/** The names that `many` gives. */
export const names = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i + 1}`)
