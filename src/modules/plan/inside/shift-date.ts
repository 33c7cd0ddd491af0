const two = (n: number) => String(n).padStart(2, '0')
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const partsOf = (date: string) => date.split('-').map(Number) as [year: number, month: number, day: number]

/** Whole months from one day's month to another's: 2019-10-01 → 2026-03-15 is 77. */
export function monthsBetween(from: string, to: string): number {
  const [y1, m1] = partsOf(from)
  const [y2, m2] = partsOf(to)
  return (y2 - y1) * 12 + m2 - m1
}

/** A day so many months later. The last day of a month stays the last: 2021-06-30 and 6 months is 2021-12-31. */
export function shiftDate(date: string, months: number): string {
  const [year, month, day] = partsOf(date)
  const at = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1]
  const last = lastDay(toYear, toMonth)
  const toDay = day === lastDay(year, month) ? last : Math.min(day, last)
  return `${toYear}-${two(toMonth)}-${two(toDay)}`
}
