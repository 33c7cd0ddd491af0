import { dateWithoutMidnight, isOutside, isYear, strangeYear } from '../date/rule.ts'
import { type FieldRule, halfWidth, notText, outside, quoted, type Reading, right, wrong } from '../rule.ts'

export const monthRule: FieldRule<'month'> = {
  check(input, field) {
    if (typeof input !== 'string') return notText(input, '2023-09')
    const [, year, month] = /^(\d{4})-(\d{2})$/.exec(input) ?? []
    const reading = monthOf(input, Number(year), Number(month))
    return reading.problem || !isOutside(reading.value, field) ? reading : outside(reading.value, field.min, field.max)
  },
  read(cell, field) {
    // A month typed into a spreadsheet becomes the first day of that month.
    const text = dateWithoutMidnight(halfWidth(cell)).replace(/^(\d{4}([-/.])\d{1,2})\2(?:01|1)$/, '$1')
    const [, year, month] =
      /^(\d{4})\s*(?:[-/.]\s*|年\s*(?=\d+\s*月))(\d{1,2})\s*(?:月份?)?$/.exec(text) ??
      /^(\d{4})(\d{2})$/.exec(text) ??
      []
    const reading = monthOf(cell, Number(year), Number(month))
    return reading.problem ? reading : monthRule.check(reading.value, field)
  },
  write: (value) => value,
  example(field, seed) {
    const number = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
    const first =
      field.min !== undefined
        ? number(field.min)
        : field.max !== undefined
          ? number(field.max) - 119
          : number('2015-01')
    const last = field.max !== undefined ? number(field.max) : Math.min(first + 119, number('2100-12'))
    const chosen = first + (seed % (last - first + 1))
    return monthText(Math.floor(chosen / 12), (chosen % 12) + 1)
  },
}

function monthText(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}

function monthOf(written: string, year: number, month: number): Reading<string> {
  if (Number.isInteger(year) && !isYear(year)) return strangeYear(written)
  return month >= 1 && month <= 12
    ? right(monthText(year, month))
    : wrong(
        `${quoted(written)}不是有效月份，请写成 2023-09 这样的形式`,
        `${quoted(written)} is not a valid month: write it like 2023-09`,
      )
}
