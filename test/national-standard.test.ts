import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import type { Tx } from '../src/database/connection.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { type CheckedRow, type Fault, referencesOf, tableChecker } from '../src/engine/standards/check-rows.ts'
import { valuesOf } from '../src/engine/standards/check-tables.ts'
import { mappingOf } from '../src/engine/standards/coverage.ts'
import { typeOf } from '../src/engine/standards/official-text.ts'
import { standardRows } from '../src/engine/standards/standard-rows.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { Column, StandardTable } from '../src/language/standard.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { openDemoDatabase } from './demo-database.ts'

/** The demo college fills the national standard, and the checker finds what is planted in its rows, no more and no less. */
const catalogue = assembleCatalogue(declarations)
const tables = [...catalogue.standardTables.values()].filter((t) => t.standard === 'national')
const references = new Map(
  tables.map((table) => [table.name, referencesOf(table, catalogue.standardTables.values(), catalogue.registers)]),
)

let db: TestDatabase
const rowsOf = new Map<string, CheckedRow[]>()
let known: ReadonlyMap<string, ReadonlySet<string>>

beforeAll(async () => {
  db = await openDemoDatabase(catalogue)
  const [college] = await listColleges(db.engine)
  await db.database.inCollege(college!.id, async (tx: Tx) => {
    for (const table of tables) {
      const rows: CheckedRow[] = []
      for await (const batch of standardRows(db.engine, tx, table)) rows.push(...batch)
      rowsOf.set(table.name, rows)
    }
    known = await valuesOf(db.engine, tx, new Set([...references.values()].flatMap((r) => Object.values(r))))
  })
}, 300_000)
afterAll(() => db.close())

function check(table: StandardTable, rows: readonly CheckedRow[]): Fault[] {
  const checker = tableChecker(table, references.get(table.name)!, (column) => known.get(column))
  return rows.flatMap((row) => checker.check(row))
}

describe('the national standard', () => {
  it('is mapped whole: 98 tables, 1274 fields, all 986 that must be filled', () => {
    const mappings = tables.map(mappingOf)
    const sum = (pick: (m: (typeof mappings)[number]) => number) => mappings.reduce((all, m) => all + pick(m), 0)
    expect([tables.length, sum((m) => m.fields), sum((m) => m.mandatory)]).toEqual([98, 1274, 986])
    expect(tables.filter((t) => mappingOf(t).mandatoryMapped < mappingOf(t).mandatory).map((t) => t.name)).toEqual([])
  })

  it.each(tables.map((table) => [table.name, table] as const))(
    '%s is filled by the demo, every row as it should be',
    (name, table) => {
      const rows = rowsOf.get(name)!
      expect(rows.length).toBeGreaterThan(0)
      expect(check(table, rows).slice(0, 5)).toEqual([])
    },
  )
})

/** A mistake at one place of one row. */
interface Planted {
  readonly table: string
  readonly row: string
  readonly column: string
  readonly kind: Fault['kind']
  readonly value: string | null
}

/** The same numbers on every run. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) % below
}

/** Columns whose values decide about others: a mistake there would be told twice. */
function entangled(table: StandardTable): Set<string> {
  return new Set([
    ...(table.unique ?? []).flat(),
    ...(table.order ?? []).flat(),
    ...(table.needs ?? []).flatMap((n) => [n.column, n.when]),
  ])
}

const isKey = ([, , , , , source]: Column) =>
  typeof source === 'object' && 'computed' in source && source.computed === 'key'

/** What could be planted at a column, besides leaving it empty. */
function wrongValues(table: StandardTable, column: Column, value: string): [Fault['kind'], string][] {
  const [, name, , , , , space] = column
  const { type, length } = typeOf(column)
  const isNumber = type === 'N' || type === 'M'
  const found: [Fault['kind'], string][] = []
  if (isNumber) found.push(['type', '约十'], ['length', '9'.repeat(length + 1)])
  if (!isNumber && space === undefined && !isKey(column)) found.push(['length', '长'.repeat(length + 1)])
  if (space === 'GB/T 7408' && !isNumber)
    found.push(['format', value.length === 6 && length === 6 ? '209913' : '20231345'])
  if (typeof space === 'object') found.push(['code', 'X?'])
  if (space === 'GB/T 2260') found.push(['code', '999999'])
  if (space === 'credit-code') found.push(['check-digit', value.slice(0, 17) + (value.endsWith('0') ? '1' : '0')])
  if (references.get(table.name)![name] !== undefined && !isNumber && length >= 4)
    found.push(['reference', '查无此号'.slice(0, length)])
  return found
}

/** Every mistake that could be planted in a row, a kind at a time. */
function candidates(kind: Fault['kind'], table: StandardTable, row: CheckedRow): Planted[] {
  const at = (name: string) => row.values[table.columns.findIndex(([, own]) => own === name)] ?? null
  const plant = (column: string, value: string | null): Planted => ({
    table: table.name,
    row: row.id,
    column,
    kind,
    value,
  })
  if (kind === 'order')
    return (table.order ?? []).flatMap(([first, second]) => {
      const [a, b] = [at(first), at(second)]
      const isDay = a !== null && b !== null && /^\d{8}$/.test(a) && /^\d{8}$/.test(b)
      const shared = entangledTwice(table, second)
      return isDay && !shared ? [plant(second, '19010101')] : []
    })
  if (kind === 'needs')
    return (table.needs ?? []).flatMap(({ column, when, is }) => {
      const must = table.columns.find(([, own]) => own === column)![4]
      return must === 'O' && is.includes(at(when) ?? '') && at(column) !== null ? [plant(column, null)] : []
    })
  const tied = entangled(table)
  return table.columns.flatMap((column) => {
    const [, name, , , must] = column
    const value = at(name)
    if (value === null || tied.has(name)) return []
    if (kind === 'missing') return must === 'M' && !isKey(column) ? [plant(name, null)] : []
    return wrongValues(table, column, value).flatMap(([k, wrong]) => (k === kind ? [plant(name, wrong)] : []))
  })
}

/** Does the column take part in more than one order, in a key or in a condition? */
function entangledTwice(table: StandardTable, column: string): boolean {
  const orders = (table.order ?? []).filter((pair) => pair.includes(column)).length
  return (
    orders > 1 ||
    [...(table.unique ?? []).flat(), ...(table.needs ?? []).flatMap((n) => [n.column, n.when])].includes(column)
  )
}

const KINDS = [
  'missing',
  'type',
  'length',
  'format',
  'code',
  'check-digit',
  'reference',
  'order',
  'needs',
  'duplicate',
] as const
const EACH = 20

it('the checker finds each of 200 planted errors of all kinds, and nothing else', () => {
  const next = numbers(20231122)
  const planted = new Map<string, Planted>()
  const touched = new Set<string>()
  for (const kind of KINDS) {
    if (kind === 'duplicate') continue
    const pool = tables.flatMap((table) =>
      rowsOf
        .get(table.name)!
        .slice(0, 400)
        .flatMap((row) => candidates(kind, table, row)),
    )
    // Spread over tables first: the large ones would take everything.
    const byTable = [...Map.groupBy(pool, (p) => p.table).values()]
    for (let placed = 0, guard = 0; placed < EACH; guard++) {
      if (guard > 20_000) throw new Error(`Only ${placed} places for a mistake of kind "${kind}"`)
      const list = byTable[next(byTable.length)]!
      const choice = list[next(list.length)]!
      const row = `${choice.table} ${choice.row}`
      if (touched.has(row)) continue
      touched.add(row)
      planted.set(`${row} ${choice.column}`, choice)
      placed++
    }
  }
  const mutated = new Map(
    tables.map((table) => [
      table.name,
      rowsOf.get(table.name)!.map((row) => ({
        id: row.id,
        values: table.columns.map(([, name], i) => {
          const mistake = planted.get(`${table.name} ${row.id} ${name}`)
          return mistake ? mistake.value : (row.values[i] ?? null)
        }),
      })),
    ]),
  )
  // Doubles: a row handed in twice under its own key.
  const expected = [...planted.values()].map(({ table, row, column, kind }) => `${table} ${row} ${column} ${kind}`)
  const withoutUnique = tables.filter((t) => (t.unique ?? []).length === 0 && rowsOf.get(t.name)!.length > 2)
  const doubled = new Set<string>()
  while (doubled.size < EACH) {
    const table =
      withoutUnique.length > 0 && next(2) ? withoutUnique[next(withoutUnique.length)]! : tables[next(tables.length)]!
    const rows = mutated.get(table.name)!
    const row = rows[next(rows.length)]!
    if (touched.has(`${table.name} ${row.id}`) || doubled.has(table.name)) continue
    doubled.add(table.name)
    rows.push({ ...row, id: `${row.id} again` })
    // Told for the key, and for each set of columns that must be unique and is filled.
    const keys = [[table.columns.find(isKey)![1]], ...(table.unique ?? [])]
    for (const columns of keys)
      if (columns.every((name) => row.values[table.columns.findIndex(([, own]) => own === name)] != null))
        expected.push(`${table.name} ${row.id} again ${columns[0]} duplicate`)
  }
  expect(planted.size + doubled.size).toBe(KINDS.length * EACH)
  const found = tables.flatMap((table) =>
    check(table, mutated.get(table.name)!).map((f) => `${f.table} ${f.row} ${f.column} ${f.kind}`),
  )
  expect(found.toSorted()).toEqual(expected.toSorted())
})
