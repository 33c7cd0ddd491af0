import { type RawBuilder, sql } from 'kysely'
import { snake, tableOf } from '../../database/plan.ts'
import { codesWithin } from '../../fields/region/regions.ts'
import { sqlOf } from '../../fields/sqls.ts'
import { statesOf } from '../../language/catalogue.ts'
import type { Field } from '../../language/fields.ts'
import type { AnyFilter } from '../../language/filter.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { WireCondition } from '../../language/wire.ts'
import { ruleOf } from '../../fields/rules.ts'
import { Refusal } from '../refusal.ts'
import { refersTo } from './stored.ts'
import { findField } from './allowed.ts'

/** The window an indicator counts over, as dates, and the edition's code. */
export interface Window {
  readonly period: string
  readonly start: string
  readonly end: string
}

type Registers = ReadonlyMap<string, AnyRegister>

/**
 * Ways from a register to what it refers to, for a statement that asks many filters of the same rows: each is walked
 * once, by a join, instead of once for every filter. What is referred to is one row or none, so no row is counted twice.
 */
export interface Ways {
  readonly collegeId: string
  /** Joins by alias and field that they start from, in the order in which they must be written. */
  readonly joins: Map<string, { readonly alias: string; readonly join: RawBuilder<unknown> }>
}

/**
 * A declared filter as SQL on the register's table. Checked at start-up, so an unknown field here is a defect.
 * @param ways collects the joins that the statement must then contain; without it the filter stands alone
 */
export function filterSql(
  filter: AnyFilter,
  register: AnyRegister,
  registers: Registers,
  window: Window,
  alias = tableOf(register),
  ways?: Ways,
): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = []
  for (const [name, condition] of Object.entries(filter)) {
    if (condition === undefined) continue
    if (name === 'anyOf') {
      parts.push(
        sql`(${sql.join(
          (condition as readonly AnyFilter[]).map((f) => filterSql(f, register, registers, window, alias, ways)),
          sql` OR `,
        )})`,
      )
      continue
    }
    const [first = '', ...rest] = name.split('.')
    const field = register.fields[first]
    if (!field) throw new Error(`Filter: "${first}" is not a field of "${register.name}"`)
    if (rest.length === 0) {
      parts.push(
        isLast(condition)
          ? lastSql(first, field, condition, register, window, alias, ways)
          : conditionSql(sql.ref(`${alias}.${snake(first)}`), field, condition, window),
      )
      continue
    }
    const [next = ''] = rest
    const target = field.kind === 'reference' ? registers.get(field.register) : undefined
    const targetField = target?.fields[next]
    // What is referred to may be asked for its state, which is no field.
    const asksState = rest.length === 1 && next === 'state' && target?.lifecycle !== undefined && !targetField
    if (!target || !(targetField || asksState))
      throw new Error(`Filter: "${name}" leads nowhere from "${register.name}"`)
    // Each step has a name of its own.
    const to = ways ? joined(ways, alias, first, target) : rest.length === 1 ? 'to' : `to${rest.length}`
    const wanted =
      asksState && typeof condition === 'string'
        ? sql`${sql.ref(`${to}.state`)} = ${condition}`
        : targetField && rest.length === 1 && !isLast(condition)
          ? conditionSql(sql.ref(`${to}.${snake(next)}`), targetField, condition, window)
          : filterSql({ [rest.join('.')]: condition }, target, registers, window, to, ways)
    if (ways) {
      parts.push(sql`(${sql.ref(`${to}.id`)} IS NOT NULL AND ${wanted})`)
      continue
    }
    // A semi-join, not a join: a row is counted once whatever it refers to.
    parts.push(
      sql`EXISTS (SELECT 1 FROM ${sql.table(`records.${tableOf(target)}`)} AS ${sql.id(to)} WHERE ${sql.id(to)}.college_id = ${sql.ref(`${alias}.college_id`)}
        AND ${sql.id(to)}.id = ${sql.ref(`${alias}.${snake(first)}`)} AND ${wanted})`,
    )
  }
  return parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` AND `)})`
}

/** The alias of what a field refers to. */
function joined({ joins }: Ways, from: string, field: string, target: AnyRegister): string {
  const key = `${from}.${field}`
  const known = joins.get(key)
  if (known) return known.alias
  const alias = `to${joins.size + 1}`
  const join = sql` LEFT JOIN ${sql.table(`records.${tableOf(target)}`)} AS ${sql.id(alias)}
    ON ${sql.ref(`${alias}.college_id`)} = ${sql.ref(`${from}.college_id`)} AND ${sql.ref(`${alias}.id`)} = ${sql.ref(`${from}.${snake(field)}`)}`
  joins.set(key, { alias, join })
  return alias
}

/** Equal to one of the values; a single one is compared plainly, which is cheaper on every row. */
export const oneOf = (ref: RawBuilder<unknown>, values: readonly unknown[]): RawBuilder<unknown> =>
  values.length === 1 ? sql`${ref} = ${values[0]}` : sql`${ref} = ANY(${values})`

type Last = { readonly lastOf: string; readonly atMost?: unknown }
const isLast = (condition: unknown): condition is Last =>
  typeof condition === 'object' && condition !== null && 'lastOf' in condition

/** The latest counted record of its group, up to the limit; what has no group is the last of none. */
function lastSql(
  name: string,
  field: Field,
  { lastOf, ...limit }: Last,
  register: AnyRegister,
  window: Window,
  alias: string,
  ways?: Ways,
): RawBuilder<unknown> {
  const [group, column] = [sql.ref(`${alias}.${snake(lastOf)}`), sql.ref(`${alias}.${snake(name)}`)]
  const [laterGroup, laterColumn] = [sql.ref(`later.${snake(lastOf)}`), sql.ref(`later.${snake(name)}`)]
  const within = (ref: RawBuilder<unknown>) =>
    limit.atMost === undefined ? sql`${ref} IS NOT NULL` : conditionSql(ref, field, limit, window)
  const table = sql.table(`records.${tableOf(register)}`)
  const counts = sql`later.deleted_at IS NULL AND ${oneOf(sql.ref('later.state'), register.counts ?? statesOf(register))} AND ${within(laterColumn)}`
  // Asked of many rows, the greatest of every group is found once; asked of a few, their index is.
  return ways
    ? sql`(${group}, ${column}) IN (
    SELECT ${laterGroup}, max(${laterColumn}) FROM ${table} AS later WHERE later.college_id = ${ways.collegeId} AND ${counts} GROUP BY ${laterGroup})`
    : sql`(${group} IS NOT NULL AND ${within(column)} AND NOT EXISTS (
    SELECT 1 FROM ${table} AS later
    WHERE later.college_id = ${sql.ref(`${alias}.college_id`)} AND ${laterGroup} = ${group} AND ${laterColumn} > ${column} AND ${counts}))`
}

const OPERATORS = { atLeast: sql`>=`, atMost: sql`<=`, over: sql`>`, under: sql`<` } as const

function conditionSql(ref: RawBuilder<unknown>, field: Field, condition: unknown, window: Window): RawBuilder<unknown> {
  const value = (v: unknown) => {
    const moment = v === '@start' ? window.start : v === '@end' ? window.end : v
    if (v === moment) return sqlOf(field).write(moment as never)
    if (field.kind === 'month') return String(moment).slice(0, 7)
    return field.kind === 'integer' ? Number(String(moment).slice(0, 4)) : sqlOf(field).write(moment as never)
  }
  if (condition === null) return sql`${ref} IS NULL`
  if (field.kind === 'choices') {
    const wanted = Array.isArray(condition) ? condition : [condition]
    if (wanted.every((w) => typeof w === 'string')) return sql`${ref} && ${wanted}::text[]`
  }
  if (Array.isArray(condition)) return oneOf(ref, condition.map(value))
  if (typeof condition !== 'object') return sql`${ref} = ${value(condition)}`
  if ('not' in condition) {
    if (condition.not === null) return sql`${ref} IS NOT NULL`
    const not = (Array.isArray(condition.not) ? condition.not : [condition.not]).map(value)
    // Empty counts as "not that": a person expects rows without a value among those that are not X.
    return sql`(${ref} IS NULL OR NOT ${oneOf(ref, not)})`
  }
  if ('within' in condition)
    return field.kind === 'period'
      ? sql`${ref} = ${window.period}`
      : field.kind === 'month'
        ? sql`${ref} BETWEEN ${window.start.slice(0, 7)} AND ${window.end.slice(0, 7)}`
        : sql`${ref} BETWEEN ${window.start} AND ${window.end}`
  const bounds = 'emptyOr' in condition ? (condition.emptyOr as object) : condition
  const parts = Object.entries(bounds)
    .filter(([, v]) => v !== undefined)
    .map(([operator, v]) => sql`${ref} ${OPERATORS[operator as keyof typeof OPERATORS]} ${value(v)}`)
  const all = sql`(${sql.join(parts, sql` AND `)})`
  return 'emptyOr' in condition ? sql`(${ref} IS NULL OR ${all})` : all
}

const bad = (zh: string, en: string) => new Refusal('bad-request', { zh, en })

/** Who looks for a province means everything in it. */
function withinRegions(
  ref: RawBuilder<unknown>,
  values: readonly unknown[],
  field: Field<'region'>,
): RawBuilder<unknown> {
  const ranges = values.map((value) => {
    const { value: code, problem } = ruleOf(field).check(value, { kind: 'region', label: field.label })
    if (problem) throw bad(`筛选条件“${field.label.zh}”：${problem.zh}`, `Filter "${field.label.en}": ${problem.en}`)
    const [first, last] = codesWithin(code)
    return sql`${ref} BETWEEN ${first} AND ${last}`
  })
  return ranges.length === 0 ? sql`false` : sql`(${sql.join(ranges, sql` OR `)})`
}

/** A person's own conditions (from an address) as SQL. @throws Refusal 400 that names the condition */
export function conditionsSql(
  conditions: readonly WireCondition[],
  register: AnyRegister,
  readable: (field: string) => boolean,
): RawBuilder<unknown> {
  const parts = conditions.map(([name, operator, raw]) => {
    if (name === 'state') return sql`state = ANY(${Array.isArray(raw) ? raw.map(String) : [String(raw)]}::text[])`
    if (name === 'unitId') return sql`unit_id = ANY(${(Array.isArray(raw) ? raw : [raw]).map(String)}::uuid[])`
    const field = findField(register, name)
    // A field that is not readable may not be filtered by either: a filter would tell its values.
    if (!field || !readable(name))
      throw bad(
        `筛选条件中的字段“${name}”不存在或不可用`,
        `The filter names field "${name}", which does not exist or is not open to you`,
      )
    const ref = sql.ref(snake(name))
    const one = (v: unknown) => {
      const reading = ruleOf(field).check(v as never, field as never)
      if (reading.problem)
        throw bad(
          `筛选条件“${field.label.zh}”：${reading.problem.zh}`,
          `Filter "${field.label.en}": ${reading.problem.en}`,
        )
      return sqlOf(field).write(reading.value as never)
    }
    switch (operator) {
      case 'empty':
        return sql`${ref} IS NULL`
      case 'filled':
        return sql`${ref} IS NOT NULL`
      case 'contains':
        return sql`${ref}::text ILIKE ${`%${String(raw).replace(/[\\%_]/g, '\\$&')}%`}`
      case 'atLeast':
        return sql`${ref} >= ${one(raw)}`
      case 'atMost':
        return sql`${ref} <= ${one(raw)}`
      case 'not':
        return sql`${ref} IS DISTINCT FROM ${one(raw)}`
      case 'is':
      case 'in': {
        const values = Array.isArray(raw) ? raw : [raw]
        if (operator === 'in' && field.kind === 'region') return withinRegions(ref, values, field)
        if (field.kind === 'reference')
          return refersTo(
            register,
            name,
            values.map((v) => String(one(v))),
          )
        return field.kind === 'choices'
          ? sql`${ref} && ${values.map(String)}::text[]`
          : values.length === 1
            ? sql`${ref} = ${one(values[0])}`
            : sql`${ref} = ANY(${values.map(one)})`
      }
      default:
        throw bad(`不认识的筛选方式“${String(operator)}”`, `Unknown filter operator "${String(operator)}"`)
    }
  })
  return parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` AND `)})`
}
