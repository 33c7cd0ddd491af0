import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { snake, tableOf } from '../../database/plan.ts'
import { sqlOf } from '../../fields/sqls.ts'
import type { Field } from '../../language/fields.ts'
import type { AnyRegister } from '../../language/register.ts'
import { type Column, fieldAt, pathsOf, type StandardTable } from '../../language/standard.ts'
import { catalogueOf } from '../codes/college-register.ts'
import { type Engine, getRegister } from '../engine.ts'
import { filterSql, type Window } from '../records/filter.ts'
import { officialText } from './official-text.ts'

/** What would be reported of one record. */
export interface StandardRow {
  readonly id: string
  /** When the record was last changed. */
  readonly changedAt: string
  /** Texts in the order of the table's columns; null where nothing is filled. */
  readonly values: readonly (string | null)[]
}

export interface StandardRowsRequest {
  /** Only records changed after this moment. */
  readonly changedAfter?: string
  readonly ids?: readonly string[]
  /** Only records after this id, in the order of ids. */
  readonly after?: string
  /** Rows in one batch. */
  readonly batch?: number
}

const BATCH = 5000
/** Filters of tables speak of values, not of a period. */
const NO_WINDOW: Window = { period: '', start: '', end: '' }

/**
 * The rows of a table of a standard, batch by batch in the order of ids: the records of its register that are in use,
 * that count, and that its `where` wants. Reads as the college, not as a person: whoever shows rows to a person asks for their
 * scope first.
 */
export async function* standardRows(
  engine: Engine,
  tx: Tx,
  table: StandardTable,
  request: StandardRowsRequest = {},
): AsyncGenerator<readonly StandardRow[]> {
  // What is sent are the official values and names as the college has them today.
  const plan = planRows({ ...engine, catalogue: await catalogueOf(engine, tx) }, table)
  const own = await collegeRecord(engine, tx, table)
  const size = request.batch ?? BATCH
  let after = request.after ?? null
  while (true) {
    const conditions = [sql`t.college_id = ${tx.collegeId} AND t.deleted_at IS NULL AND ${plan.where}`]
    if (after !== null) conditions.push(sql`t.id > ${after}`)
    if (request.changedAfter) conditions.push(sql`t.updated_at > ${request.changedAfter}::timestamptz`)
    if (request.ids) conditions.push(sql`t.id = ANY(${[...request.ids]}::uuid[])`)
    const rows = await tx.run<Record<string, unknown>>(sql`
      SELECT t.id, t.updated_at AS changed_at, to_char(t.updated_at AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDDHH24MISS') AS collected_at${plan.selected}
      FROM (SELECT * FROM ${sql.table(`records.${tableOf(plan.register)}`)} AS t WHERE ${sql.join(conditions, sql` AND `)} ORDER BY t.id LIMIT ${size}) AS t
      ${plan.joins} ORDER BY t.id`)
    if (rows.length > 0)
      yield rows.map((row) => ({
        id: row['id'] as string,
        changedAt: row['changed_at'] as string,
        values: table.columns.map((column) => textOf(column, row, plan, own)),
      }))
    if (rows.length < size) return
    after = rows.at(-1)!['id'] as string
  }
}

/** How many rows the table has. */
export async function countStandardRows(engine: Engine, tx: Tx, table: StandardTable): Promise<number> {
  const plan = planRows(engine, table)
  const [row] = await tx.run<{ n: number }>(sql`
    SELECT count(*) AS n FROM ${sql.table(`records.${tableOf(plan.register)}`)} AS t
    WHERE t.college_id = ${tx.collegeId} AND t.deleted_at IS NULL AND ${plan.where}`)
  return row?.n ?? 0
}

interface PlannedPath {
  readonly alias: string
  readonly field: Field
}

interface RowsPlan {
  readonly register: AnyRegister
  readonly registers: ReadonlyMap<string, AnyRegister>
  readonly paths: ReadonlyMap<string, PlannedPath>
  readonly selected: RawBuilder<unknown>
  readonly joins: RawBuilder<unknown>
  readonly where: RawBuilder<unknown>
}

function planRows(engine: Engine, table: StandardTable): RowsPlan {
  const { registers } = engine.catalogue
  const register = getRegister(engine, table.register)
  const paths = new Map<string, PlannedPath>()
  const joined = new Map<string, string>()
  const joins: RawBuilder<unknown>[] = []
  const selected: RawBuilder<unknown>[] = []
  /** The alias of the table that a path's beginning leads to. */
  const aliasOf = (steps: readonly string[]): string => {
    if (steps.length === 0) return 't'
    const name = steps.join('.')
    const known = joined.get(name)
    if (known) return known
    const from = aliasOf(steps.slice(0, -1))
    const end = fieldAt(name, register, registers)!
    const field = end.register.fields[end.name]!
    const target = field.kind === 'reference' ? getRegister(engine, field.register) : end.register
    const alias = `j${joined.size}`
    joined.set(name, alias)
    joins.push(sql`
      LEFT JOIN ${sql.table(`records.${tableOf(target)}`)} AS ${sql.ref(alias)}
        ON ${sql.ref(`${alias}.college_id`)} = t.college_id AND ${sql.ref(`${alias}.id`)} = ${sql.ref(`${from}.${snake(end.name)}`)}`)
    return alias
  }
  for (const [, , , , , source] of table.columns)
    for (const written of pathsOf(source)) {
      if (paths.has(written)) continue
      const path = throughTitle(written, register, registers)
      const steps = path.split('.')
      const end = fieldAt(path, register, registers)!
      const alias = `v${paths.size}`
      selected.push(sql`, ${sql.ref(`${aliasOf(steps.slice(0, -1))}.${snake(end.name)}`)} AS ${sql.ref(alias)}`)
      paths.set(written, { alias, field: end.register.fields[end.name]! })
    }
  const empty = sql``
  const conditions = [table.where ? filterSql(table.where, register, registers, NO_WINDOW, 't') : sql`true`]
  // Drafts are nobody's business yet: what counts in figures is reported.
  if (register.counts) conditions.push(sql`t.state = ANY(${[...register.counts]})`)
  return {
    register,
    registers,
    paths,
    selected: selected.length > 0 ? sql.join(selected, empty) : empty,
    joins: joins.length > 0 ? sql.join(joins, empty) : empty,
    where: sql.join(conditions, sql` AND `),
  }
}

/** A path that ends at a reference means what the record referred to is called. */
export function throughTitle(path: string, register: AnyRegister, registers: ReadonlyMap<string, AnyRegister>): string {
  const end = fieldAt(path, register, registers)
  const field = end?.register.fields[end.name]
  const target = field?.kind === 'reference' ? registers.get(field.register) : undefined
  return target ? `${path}.${target.title}` : path
}

/** The record that describes the college; null while there is none. */
async function collegeRecord(
  engine: Engine,
  tx: Tx,
  table: StandardTable,
): Promise<{ register: AnyRegister; row: Record<string, unknown> } | null> {
  const register = getRegister(engine, engine.catalogue.standards.get(table.standard)!.college)
  const [row] = await tx.run<Record<string, unknown>>(sql`
    SELECT * FROM ${sql.table(`records.${tableOf(register)}`)}
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL ORDER BY id DESC LIMIT 1`)
  return row ? { register, row } : null
}

function textOf(
  column: Column,
  row: Readonly<Record<string, unknown>>,
  plan: RowsPlan,
  own: Awaited<ReturnType<typeof collegeRecord>>,
): string | null {
  const source = column[5]
  const at = (path: string) => {
    const { alias, field } = plan.paths.get(path)!
    const stored = row[alias]
    return stored === null || stored === undefined ? null : { value: sqlOf(field).read(stored), field }
  }
  const said = (path: string, piece?: Parameters<typeof officialText>[3]) => {
    const found = at(path)
    return found === null ? null : filled(officialText(found.value, found.field, column, piece))
  }
  if (typeof source === 'string') return said(source)
  if ('as' in source && 'from' in source) return said(source.from, source.as)
  if ('to' in source) {
    const found = at(source.from)
    if (found === null) return source.otherwise ?? null
    const ours = Array.isArray(found.value) ? (found.value as readonly string[]) : [String(found.value)]
    return filled(ours.map((value) => source.to[value] ?? '').join(','))
  }
  if ('first' in source) return source.first.map((path) => said(path)).find((text) => text !== null) ?? null
  if ('always' in source) return source.always
  if ('college' in source) {
    const field = own?.register.fields[source.college]
    const stored = own?.row[snake(source.college)]
    if (!field || stored === null || stored === undefined) return null
    return filled(officialText(sqlOf(field).read(stored), field, column, source.as))
  }
  if ('computed' in source)
    return source.computed === 'key'
      ? (row['id'] as string).replaceAll('-', '').toUpperCase()
      : (row['collected_at'] as string)
  return null
}

const filled = (text: string): string | null => (text === '' ? null : text)
