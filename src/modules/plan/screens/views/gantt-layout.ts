import type { WirePlanTask } from '../../wire.ts'

export type Zoom = 'month' | 'quarter'

/** Pixels of a day at each zoom. */
const DAY: Readonly<Record<Zoom, number>> = { month: 4, quarter: 1.5 }
const MS = 86_400_000
const dayOf = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / MS)
const two = (n: number) => String(n).padStart(2, '0')

/** A piece of the time axis: a year, a quarter or a month. */
export interface Tick {
  readonly x: number
  readonly width: number
  readonly text: string
}

export interface Axis {
  readonly width: number
  readonly years: readonly Tick[]
  readonly parts: readonly Tick[]
  /** Where a day begins. */
  x(date: string): number
}

/** The time axis from the first day's quarter to the end of the last day's quarter. */
export function axisOf(from: string, to: string, zoom: Zoom): Axis {
  const quarter = (date: string) => Math.floor((Number(date.slice(5, 7)) - 1) / 3)
  const first = { year: Number(from.slice(0, 4)), month: quarter(from) * 3 + 1 }
  const end = { year: Number(to.slice(0, 4)), month: quarter(to) * 3 + 4 }
  const start = dayOf(`${first.year}-${two(first.month)}-01`)
  const x = (date: string) => (dayOf(date) - start) * DAY[zoom]
  const step = zoom === 'month' ? 1 : 3
  const parts: Tick[] = []
  for (let at = first.year * 12 + first.month - 1; at < end.year * 12 + end.month - 1; at += step) {
    const name = (month: number) => `${Math.floor(month / 12)}-${two((month % 12) + 1)}-01`
    const left = x(name(at))
    const text = zoom === 'month' ? two((at % 12) + 1) : `Q${Math.floor((at % 12) / 3) + 1}`
    parts.push({ x: left, width: x(name(at + step)) - left, text })
  }
  const last = parts.at(-1)!
  const width = last.x + last.width
  const years: Tick[] = []
  for (let year = first.year; year <= Number(to.slice(0, 4)); year++) {
    const left = Math.max(0, x(`${year}-01-01`))
    years.push({ x: left, width: Math.min(width, x(`${year + 1}-01-01`)) - left, text: String(year) })
  }
  return { width, years, parts, x }
}

/** A task's bar, with the part of it that is done. A task of one day is still seen. */
export function barOf(axis: Axis, task: Pick<WirePlanTask, 'from' | 'to' | 'progress'>) {
  const x = axis.x(task.from)
  const width = Math.max(3, axis.x(task.to) - x)
  return { x, width, done: task.progress === null ? 0 : (width * Number(task.progress)) / 100 }
}

/** The way of an arrow from the end of what comes first to the beginning of what waits for it. */
export function arrowOf(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): string {
  const turn = from.x + 6 <= to.x - 6 ? to.x - 6 : from.x + 6
  const middle = from.y + (to.y > from.y ? 10 : -10)
  return turn === to.x - 6
    ? `M${from.x},${from.y} H${turn} V${to.y} H${to.x}`
    : `M${from.x},${from.y} H${turn} V${middle} H${to.x - 6} V${to.y} H${to.x}`
}
