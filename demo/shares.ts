import type { Random } from './context.ts'

/** Splits `total` into `parts` random multiples of `step`, none below `least`, that add up exactly; the last takes the rest. */
export function shares(random: Random, total: number, parts: number, least = 1, step = 1): number[] {
  const weights = Array.from({ length: parts }, () => random.between(40, 160))
  const sum = weights.reduce((a, b) => a + b, 0)
  const spare = total - least * parts
  if (spare < 0) throw new Error(`${total} cannot be split into ${parts} parts of at least ${least}`)
  const split = weights.map((weight) => least + Math.floor((spare * weight) / sum / step) * step)
  const rest = total - split.reduce((a, b) => a + b, 0)
  return split.map((share, i) => (i === parts - 1 ? share + rest : share))
}

const DAY = 86_400_000

/** A day from `first` to `last`, both included. */
export function dayBetween(random: Random, first: string, last: string): string {
  const days = (Date.parse(last) - Date.parse(first)) / DAY
  return daysAfter(first, random.between(0, days))
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** Whole yuan as the decimal string that a money field holds. */
export const yuan = (amount: number) => `${amount}.00`

/** Every day of the autumn term of 2023. */
export const autumnDays: readonly string[] = Array.from({ length: 142 }, (_, n) => daysAfter('2023-09-01', n))

/** Monday to Friday, outside the week of the National Day and the New Year's Day. */
export const isWorkday = (day: string): boolean =>
  new Date(day).getUTCDay() % 6 !== 0 && !(day >= '2023-09-29' && day <= '2023-10-06') && day !== '2024-01-01'
