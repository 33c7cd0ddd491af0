const two = (n: number) => String(n).padStart(2, '0')

/** A month so many months later: '2021-12' and 1 is '2022-01'. */
export function monthAfter(month: string, months: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}`
}

/** The days of a month by weeks, which begin on Monday; null where a week belongs to another month. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7
  const days = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: last }, (_, i) => `${month}-${two(i + 1)}`),
  ]
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
