import { Decimal } from 'decimal.js'
import type { AnyFilter } from '../src/language/filter.ts'
import type { Formula, Indicator, Measure } from '../src/language/indicator.ts'
import type { AnyRegister } from '../src/language/register.ts'
import type { DemoRow, DemoRows } from './context.ts'

/**
 * Computes indicators from demo rows in plain TypeScript: a second opinion that shares nothing with the engine's SQL.
 * Only for tests.
 */
export function plainFigures(
  parts: readonly DemoRows[],
  registers: readonly AnyRegister[],
  idOf: (register: string, key: string) => string,
) {
  const register = (name: string) => {
    const found = registers.find((candidate) => candidate.name === name)
    if (!found) throw new Error(`Register "${name}" is not among the declarations`)
    return found
  }
  const rowsOf = new Map<string, readonly DemoRow[]>()
  const byId = new Map<string, DemoRow>()
  for (const part of parts) {
    rowsOf.set(part.register, [...(rowsOf.get(part.register) ?? []), ...part.rows])
    for (const row of part.rows) byId.set(idOf(part.register, row.$key), row)
  }
  /** A row without `$state` is in the counted state. */
  const counted = (name: string) =>
    (rowsOf.get(name) ?? []).filter((row) => !row.$state || (register(name).counts?.includes(row.$state) ?? true))

  function measure(m: Measure, window: Window): Decimal {
    const rows = counted(m.register).filter((row) => holds(row, m.where, register(m.register), window))
    if (m.of === 'count') return new Decimal(rows.length)
    const values = rows.flatMap((row) =>
      row[m.field] === null || row[m.field] === undefined ? [] : [String(row[m.field])],
    )
    if (m.of === 'distinct') return new Decimal(new Set(values).size)
    const sum = values.reduce((a, b) => a.plus(b), new Decimal(0))
    if (m.of === 'sum') return sum
    if (m.of === 'average') return sum.div(values.length)
    return Decimal.max(...values)
  }

  function holds(row: DemoRow, where: AnyFilter, of: AnyRegister, window: Window): boolean {
    return Object.entries(where).every(([name, condition]) => {
      if (name === 'anyOf') return (where.anyOf ?? []).some((filter) => holds(row, filter, of, window))
      const [first = '', second] = name.split('.')
      if (second === undefined) return satisfies(row[first] ?? null, condition, of.fields[first]!.kind, window)
      const reference = of.fields[first]!
      if (reference.kind !== 'reference') throw new Error(`"${name}" does not go through a reference`)
      const target = byId.get(String(row[first]))
      return satisfies(target?.[second] ?? null, condition, register(reference.register).fields[second]!.kind, window)
    })
  }

  function value(formula: Formula, window: Window, figure: (code: string) => Decimal): Decimal {
    switch (formula.of) {
      case 'constant':
        return new Decimal(formula.value)
      case 'indicator':
        return figure(formula.code)
      case 'plus':
        return formula.terms.map((t) => value(t, window, figure)).reduce((a, b) => a.plus(b))
      case 'minus':
        return formula.terms.map((t) => value(t, window, figure)).reduce((a, b) => a.minus(b))
      case 'times':
        return formula.terms.map((t) => value(t, window, figure)).reduce((a, b) => a.times(b))
      case 'divide':
        return formula.terms.map((t) => value(t, window, figure)).reduce((a, b) => a.div(b))
      case 'least':
        return formula.terms.map((t) => value(t, window, figure)).reduce((a, b) => Decimal.min(a, b))
      default:
        return measure(formula, window)
    }
  }

  /** The value of an indicator in an edition, as it is printed. */
  return function figure(indicator: Indicator, edition: string, others: readonly Indicator[] = []): string {
    const exact = (of: Indicator): Decimal => {
      if ('entered' in of) throw new Error(`Indicator "${of.code}" is entered, not computed`)
      const window = windowOf(of, edition)
      const other = (code: string) => exact(others.find((candidate) => candidate.code === code)!)
      return 'value' in of
        ? value(of.value, window, other)
        : value(of.numerator, window, other)
            .div(value(of.denominator, window, other))
            .times(of.scale ?? '1')
    }
    return exact(indicator).toFixed(indicator.decimals, Decimal.ROUND_HALF_UP)
  }
}

interface Window {
  readonly code: string
  readonly start: string
  readonly end: string
}

function windowOf(indicator: Indicator, edition: string): Window {
  const before = String(Number(edition) - 1)
  if (indicator.period === 'calendar-year') return { code: edition, start: `${before}-01-01`, end: `${before}-12-31` }
  const end = `${edition}-08-31`
  return { code: edition, start: indicator.period === 'at-date' ? end : `${before}-09-01`, end }
}

function satisfies(value: unknown, condition: unknown, kind: string, window: Window): boolean {
  if (condition === null) return value === null
  if (Array.isArray(condition)) return condition.some((one) => satisfies(value, one, kind, window))
  if (typeof condition !== 'object') return Array.isArray(value) ? value.includes(condition) : value === condition
  const { not, within, emptyOr, ...bounds } = condition as Record<string, unknown>
  if ('not' in (condition as object)) return !satisfies(value, not, kind, window)
  if (emptyOr !== undefined) return value === null || satisfies(value, emptyOr, kind, window)
  if (value === null) return false
  if (within !== undefined) {
    if (kind === 'period') return value === window.code
    const length = kind === 'month' ? 7 : 10
    return String(value) >= window.start.slice(0, length) && String(value) <= window.end.slice(0, length)
  }
  return Object.entries(bounds).every(([bound, given]) => {
    const limit = given === '@start' ? window.start : given === '@end' ? window.end : given
    const order =
      kind === 'date' || kind === 'month'
        ? compare(String(value), String(limit))
        : new Decimal(String(value)).cmp(String(limit))
    return bound === 'atLeast' ? order >= 0 : bound === 'atMost' ? order <= 0 : bound === 'over' ? order > 0 : order < 0
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
