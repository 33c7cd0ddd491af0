import { type FieldRule, halfWidth, notText, outside, quoted, type Reading, right, wrong } from '../rule.ts'

const FIRST_YEAR = 1900
const LAST_YEAR = 2100
const DAY = 86_400_000

export const dateRule: FieldRule<'date'> = {
  check(input, field) {
    if (typeof input !== 'string') return notText(input, '2023-09-01')
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(input) ?? []
    const reading = dateOf(input, Number(year), Number(month), Number(day))
    return reading.problem || !isOutside(reading.value, field) ? reading : outside(reading.value, field.min, field.max)
  },
  read(cell, field) {
    const text = dateWithoutMidnight(halfWidth(cell))
    const [, year, , month, day] =
      /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/.exec(text) ??
      /^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(text) ??
      /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
      []
    const reading = dateOf(cell, Number(year), Number(month), Number(day))
    return reading.problem ? reading : dateRule.check(reading.value, field)
  },
  write: (value) => value,
  example(field, seed) {
    const tenYears = 3650 * DAY
    const [min, max] = [field.min, field.max].map((limit) => (limit === undefined ? undefined : Date.parse(limit)))
    const first = min ?? (max === undefined ? Date.UTC(2015, 0, 1) : max - tenYears)
    const last = max ?? Math.min(first + tenYears, Date.UTC(LAST_YEAR, 11, 31))
    return new Date(first + (seed % ((last - first) / DAY + 1)) * DAY).toISOString().slice(0, 10)
  },
}

/** Spreadsheets write a date cell as midnight of its day; any other time of day is not a date. */
export function dateWithoutMidnight(text: string): string {
  return text.replace(/(?:T|\s+)0{1,2}:00(?::00(?:\.0+)?)?(?:Z|\+08:00)?$/, '')
}

/** YYYY-MM-DD from its numbers. */
export function dateText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** How many days a month has; 0 for a month that does not exist. */
export function daysIn(year: number, month: number): number {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0
}

/** Whether the year is one that records may speak about. */
export function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** Whether a date or month is outside its declared limits. */
export function isOutside(value: string, limits: { readonly min?: string; readonly max?: string }): boolean {
  return (limits.min !== undefined && value < limits.min) || (limits.max !== undefined && value > limits.max)
}

/** The refusal of a year that records may not speak about. */
export function strangeYear(written: string): Reading<never> {
  return wrong(
    `${quoted(written)}的年份不对，请填写 ${FIRST_YEAR} 至 ${LAST_YEAR} 年之间的日期`,
    `${quoted(written)} has a strange year: write one from ${FIRST_YEAR} to ${LAST_YEAR}`,
  )
}

function dateOf(written: string, year: number, month: number, day: number): Reading<string> {
  if (Number.isInteger(year) && !isYear(year)) return strangeYear(written)
  const days = daysIn(year, month)
  if (day >= 1 && day <= days) return right(dateText(year, month, day))
  const form = day > days && days > 0 ? dateText(year, month, days) : '2023-09-01'
  return wrong(
    `${quoted(written)}不是有效日期，请写成 ${form} 这样的形式`,
    `${quoted(written)} is not a valid date: write it like ${form}`,
  )
}
