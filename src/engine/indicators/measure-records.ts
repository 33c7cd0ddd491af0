import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { snake, tableOf } from '../../database/plan.ts'
import { type Catalogue, statesOf } from '../../language/catalogue.ts'
import type { AnyFilter } from '../../language/filter.ts'
import type { Measure } from '../../language/indicator.ts'
import { filterSql, oneOf, type Ways, type Window } from '../records/filter.ts'
import type { UnitTree } from '../units.ts'
import { Exact } from './exact.ts'

/** One measure of one register over one window, once however many indicators use it. */
export interface Wanted {
  readonly key: string
  readonly measure: Measure
  readonly window: Window
}

/** What one measure gives for one unit. */
interface Cell {
  readonly value: Exact
  /** Records behind it. */
  readonly rows: number
}
/** Measure by key → unit → cell. */
export type Cells = ReadonlyMap<string, ReadonlyMap<string, Cell>>

/** States whose records count. */
export const countedStates = (register: { counts?: readonly string[]; lifecycle?: object }, all: readonly string[]) =>
  register.counts ?? all

function aggregate(measure: Measure, table: string): RawBuilder<unknown> {
  if (measure.of === 'count') return sql`count(*)`
  const ref = sql.ref(`${table}.${snake(measure.field)}`)
  switch (measure.of) {
    case 'distinct':
      return sql`count(DISTINCT ${ref})`
    case 'sum':
      return sql`sum(${ref})`
    case 'max':
      return sql`max(${ref})`
    case 'average':
      return sql`avg(${ref})`
  }
}

/** A condition with what it means in a window: two that are equal as text choose the same rows. */
const told = (condition: unknown, window: Window) => {
  const text = JSON.stringify(condition)
  return text.includes('"@') ? `${text} ${window.start} ${window.end}` : text
}

/** The conditions that all measures of a register share: asked once per row, and by the index where there is one. */
function sharedBy(wanted: readonly Wanted[]): AnyFilter {
  const [first, ...others] = wanted
  if (!first) return {}
  const isShared = ([name, condition]: readonly [string, unknown]) => {
    const text = told(condition, first.window)
    return others.every((o) => name in o.measure.where && told(o.measure.where[name], o.window) === text)
  }
  return Object.fromEntries(
    Object.entries(first.measure.where).filter((entry) => entry[1] !== undefined && isShared(entry)),
  )
}

/**
 * One statement per register: every measure of it, per unit and for the college as a whole.
 * Rows behind each measure are counted beside it.
 * @param units only these, taken together
 */
export function familySql(
  catalogue: Catalogue,
  collegeId: string,
  registerName: string,
  wanted: readonly Wanted[],
  units?: readonly string[],
): RawBuilder<unknown> {
  const register = catalogue.registers.get(registerName)!
  const shared = sharedBy(wanted)
  const own = (filter: AnyFilter) => Object.fromEntries(Object.entries(filter).filter(([name]) => !(name in shared)))
  const table = tableOf(register)
  const ways: Ways = { collegeId, joins: new Map() }
  const filtered = (filter: AnyFilter, window: Window) =>
    filterSql(filter, register, catalogue.registers, window, table, ways)
  const only = (filter: AnyFilter, window: Window) =>
    Object.keys(filter).length === 0 ? sql`` : sql` FILTER (WHERE ${filtered(filter, window)})`
  const cells = wanted.flatMap(({ measure, window }, i) => {
    const where = only(own(measure.where), window)
    const value = sql`${aggregate(measure, table)}${where} AS ${sql.ref(`m${i}`)}`
    return measure.of === 'count' ? [value] : [value, sql`count(*)${where} AS ${sql.ref(`n${i}`)}`]
  })
  const also = Object.keys(shared).length === 0 ? sql`` : sql` AND ${filtered(shared, wanted[0]!.window)}`
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const joins = sql.join(
    [...ways.joins.values()].map(({ join }) => join),
    sql``,
  )
  const from = sql`FROM ${sql.table(`records.${table}`)}${joins} WHERE ${column('college_id')} = ${collegeId} AND ${column('deleted_at')} IS NULL AND ${oneOf(column('state'), countedStates(register, statesOf(register)))}${also}`
  const unit = column('unit_id')
  return units
    ? sql`SELECT ${sql.join(cells)} ${from} AND ${unit} = ANY(${units}::uuid[])`
    : sql`SELECT ${unit}, grouping(${unit}) AS whole, ${sql.join(cells)} ${from} GROUP BY GROUPING SETS ((${unit}), ())`
}

const additive = (measure: Measure) => measure.of === 'count' || measure.of === 'sum'

const rowsIn = (row: Record<string, unknown>, i: number, measure: Measure) =>
  Number(row[measure.of === 'count' ? `m${i}` : `n${i}`])

const readCell = (row: Record<string, unknown>, i: number, measure: Measure): Cell => ({
  value: new Exact((row[`m${i}`] as string | number | null) ?? 0),
  rows: rowsIn(row, i, measure),
})

/** Asks every register for all that is wanted of it, and adds up over units below. */
export async function measureRecords(
  tx: Tx,
  catalogue: Catalogue,
  tree: UnitTree,
  wanted: Iterable<Wanted>,
): Promise<Cells> {
  const cells = new Map<string, Map<string, Cell>>()
  const families = new Map<string, Wanted[]>()
  for (const w of wanted) {
    cells.set(w.key, new Map())
    const family = families.get(w.measure.register)
    if (family) family.push(w)
    else families.set(w.measure.register, [w])
  }
  const entries = [...families]
  const statementOf = ([name, family]: (typeof entries)[number]) => familySql(catalogue, tx.collegeId, name, family)
  let [statement] = entries.slice(0, 1).map(statementOf)
  for (const [at, [name, family]] of entries.entries()) {
    const asked = tx.run(statement!)
    // Written while the database is busy with the one before.
    ;[statement] = entries.slice(at + 1, at + 2).map(statementOf)
    const rows = await asked
    const touched = new Set<string>()
    for (const row of rows) {
      const isWhole = row['whole'] === 1
      const above = isWhole ? [] : tree.above(row['unit_id'] as string)
      for (const [i, { key, measure }] of family.entries()) {
        // Most units have nothing of most measures: no number is made of it.
        if (!isWhole && rowsIn(row, i, measure) === 0) continue
        const cell = readCell(row, i, measure)
        const byUnit = cells.get(key)!
        if (isWhole) byUnit.set(tree.root.id, cell)
        else
          for (const unit of above) {
            touched.add(unit)
            if (unit === tree.root.id) continue
            const before = byUnit.get(unit)
            byUnit.set(unit, before ? { value: before.value.plus(cell.value), rows: before.rows + cell.rows } : cell)
          }
      }
    }
    // Counts of different values, averages and maxima do not add up: units with units below are asked again.
    const others = family.filter((w) => !additive(w.measure))
    if (others.length > 0)
      for (const unit of touched) {
        const below = tree.below(unit)
        if (unit === tree.root.id || below.length === 1) continue
        const [row] = await tx.run(familySql(catalogue, tx.collegeId, name, others, below))
        if (row)
          for (const [i, { key, measure }] of others.entries()) cells.get(key)!.set(unit, readCell(row, i, measure))
      }
  }
  return cells
}
