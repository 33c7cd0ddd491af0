import { snake, tableOf } from '../src/database/plan.ts'
import { type Catalogue, statesOf } from '../src/language/catalogue.ts'
import type { AnyFilter } from '../src/language/filter.ts'
import type { Measure } from '../src/language/indicator.ts'
import type { AnyRegister } from '../src/language/register.ts'

/** A number that is wanted of a register, and the days that it is counted over. */
export interface Asked {
  readonly measure: Measure
  readonly window: { readonly period: string; readonly start: string; readonly end: string }
}

/**
 * What the numbers are counted over, as a person writes it: which records at all (of table r), what is joined for
 * that, and for each number its own conditions. It shares nothing with the engine's compiler.
 */
export function conditionsByHand(
  catalogue: Catalogue,
  collegeId: string,
  register: AnyRegister,
  asked: readonly Asked[],
): { readonly from: string; readonly where: string; readonly conditions: readonly (readonly string[])[] } {
  const joins = new Map<string, string>()
  const conditions = asked.map(({ measure, window }) => all(measure.where, window))
  const states = (register.counts ?? statesOf(register)).map(quoted).join(', ')
  return {
    from: `records.${name_(tableOf(register))} r ${[...joins.values()].join(' ')}`,
    where: `r.college_id = '${collegeId}' AND r.deleted_at IS NULL AND r.state IN (${states})`,
    conditions,
  }

  function all(filter: AnyFilter, window: Asked['window']): string[] {
    return Object.entries(filter).flatMap(([name, condition]) => {
      if (condition === undefined) return []
      if (name === 'anyOf')
        return [
          `(${(condition as AnyFilter[]).map((f) => `(${all(f, window).join(' AND ') || 'true'})`).join(' OR ')})`,
        ]
      const steps = name.split('.')
      const last = steps.pop()!
      let at = register
      let alias = 'r'
      for (const step of steps) {
        const field = at.fields[step]
        if (field?.kind !== 'reference') throw new Error(`"${name}" leads nowhere`)
        const from = alias
        at = catalogue.registers.get(field.register)!
        alias = `${from === 'r' ? 'to' : from}_${snake(step)}`
        joins.set(
          alias,
          `LEFT JOIN records.${name_(tableOf(at))} ${alias} ON ${alias}.college_id = r.college_id AND ${alias}.id = ${from}.${name_(step)}`,
        )
      }
      // Of a record that is referred to, its state may be asked, which is no field.
      const column = `${alias}.${name_(last)}`
      const kind = at.fields[last]?.kind ?? 'text'
      const text = isLatest(condition)
        ? latest(at, alias, last, kind, condition, window)
        : one(column, kind, condition, window)
      return [alias === 'r' ? text : `(${alias}.id IS NOT NULL AND ${text})`]
    })
  }

  /** The last of each group, found by its greatest value. */
  function latest(
    of: AnyRegister,
    alias: string,
    field: string,
    kind: string,
    { lastOf, ...limit }: Latest,
    window: Asked['window'],
  ): string {
    const [group, column] = [name_(lastOf), name_(field)]
    const within = limit.atMost === undefined ? `l.${column} IS NOT NULL` : one(`l.${column}`, kind, limit, window)
    const states = (of.counts ?? statesOf(of)).map(quoted).join(', ')
    return `(${alias}.${group}, ${alias}.${column}) IN (
      SELECT l.${group}, max(l.${column}) FROM records.${name_(tableOf(of))} l
      WHERE l.college_id = '${collegeId}' AND l.deleted_at IS NULL AND l.state IN (${states}) AND ${within} GROUP BY l.${group})`
  }
}

/**
 * What a database administrator would type who is asked for these numbers of one register, for the college and each
 * unit: values in place, references joined, what all numbers have in common said once. Columns: unit_id (null for the
 * college), c0, c1 … and, beside what is no count, the records behind it as n0, n1 …
 */
export function statementByHand(
  catalogue: Catalogue,
  collegeId: string,
  register: AnyRegister,
  asked: readonly Asked[],
): string {
  const { from, where, conditions } = conditionsByHand(catalogue, collegeId, register, asked)
  const [first = [], ...others] = conditions
  const common = new Set(first.filter((one) => others.every((list) => list.includes(one))))
  const numbers = asked.map(({ measure }, i) => {
    const column = measure.of === 'count' ? '' : `r.${name_(measure.field)}`
    const calls = {
      distinct: `count(DISTINCT ${column})`,
      sum: `sum(${column})`,
      max: `max(${column})`,
      average: `avg(${column})`,
    }
    const own = conditions[i]!.filter((text) => !common.has(text))
    const filter = own.length > 0 ? ` FILTER (WHERE ${own.join(' AND ')})` : ''
    return measure.of === 'count'
      ? `count(*)${filter} AS c${i}`
      : `${calls[measure.of]}${filter} AS c${i}, count(*)${filter} AS n${i}`
  })
  return `SELECT r.unit_id, ${numbers.join(', ')} FROM ${from}
    WHERE ${[where, ...common].join(' AND ')}
    GROUP BY ROLLUP (r.unit_id)`
}

type Latest = { readonly lastOf: string; readonly atMost?: unknown }
const isLatest = (condition: unknown): condition is Latest =>
  typeof condition === 'object' && condition !== null && 'lastOf' in condition

const quoted = (value: unknown) => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value))
const name_ = (name: string) => `"${snake(name)}"`
const SIGN = { atLeast: '>=', atMost: '<=', over: '>', under: '<' } as const

function one(column: string, kind: string, condition: unknown, window: Asked['window']): string {
  const value = (v: unknown) => {
    const day = v === '@start' ? window.start : v === '@end' ? window.end : v
    if (day === v) return quoted(v)
    return quoted(
      kind === 'month' ? String(day).slice(0, 7) : kind === 'integer' ? Number(String(day).slice(0, 4)) : day,
    )
  }
  const list = (v: unknown) => (Array.isArray(v) ? v : [v]).map(value).join(', ')
  if (condition === null) return `${column} IS NULL`
  if (kind === 'choices') return `${column} && ARRAY[${list(condition)}]::text[]`
  if (typeof condition !== 'object') return `${column} = ${value(condition)}`
  if (Array.isArray(condition)) return `${column} IN (${list(condition)})`
  if ('not' in condition)
    return condition.not === null
      ? `${column} IS NOT NULL`
      : `(${column} IS NULL OR ${column} NOT IN (${list(condition.not)}))`
  if ('within' in condition) {
    if (kind === 'period') return `${column} = '${window.period}'`
    const cut = kind === 'month' ? 7 : 10
    return `${column} BETWEEN '${window.start.slice(0, cut)}' AND '${window.end.slice(0, cut)}'`
  }
  const bounds = ('emptyOr' in condition ? condition.emptyOr : condition) as Partial<Record<keyof typeof SIGN, unknown>>
  const parts = Object.entries(bounds).map(([sign, v]) => `${column} ${SIGN[sign as keyof typeof SIGN]} ${value(v)}`)
  return 'emptyOr' in condition ? `(${column} IS NULL OR (${parts.join(' AND ')}))` : parts.join(' AND ')
}
