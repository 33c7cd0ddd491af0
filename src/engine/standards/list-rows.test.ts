import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '../../database/connection.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { reportingCatalogue } from '../../testing/reporting-college.ts'
import type { Actor } from '../access/actor.ts'
import { asSystem } from '../access/actor.ts'
import { act } from '../records/act.ts'
import { createMany } from '../records/write-many.ts'
import { Refusal } from '../refusal.ts'
import { readSheet } from '../sheets/read-sheet.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { checkTables } from './check-tables.ts'
import { keepCheck } from './faults.ts'
import { listStandardRows } from './list-rows.ts'
import { listStandardTables } from './list-tables.ts'
import { coverageSheet, faultsSheet } from './standard-sheets.ts'

let db: TestDatabase
let college: TestCollege
let keeper: Actor
let clerk: Actor

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
const rows = (actor: Actor, table: string, more: { q?: string; after?: string } = {}) =>
  inCollege((tx) => listStandardRows(db.engine, tx, actor, { standard: 'inspectorate', table, ...more }))
const columnOf = (table: string, name: string) =>
  db.engine.catalogue.standardTables.get(table)!.columns.findIndex(([, own]) => own === name)
/** What the actor is shown of one column, row by row; "hidden" where it is kept back. */
const shown = async (actor: Actor, table: string, name: string) =>
  (await rows(actor, table)).rows.map((row) =>
    row.hidden.includes(columnOf(table, name)) ? 'hidden' : row.values[columnOf(table, name)],
  )

beforeAll(async () => {
  db = await openTestDatabase(reportingCatalogue())
  college = await makeTestCollege(db.engine, 'rows')
  keeper = await college.actor(['keeper', college.root])
  clerk = await college.actor(['clerk', college.east])
  await inCollege((tx) =>
    createMany(
      db.engine,
      tx,
      asSystem(college.id, 'test'),
      'tools',
      Array.from({ length: 60 }, (_, i) => ({
        values: {
          number: `T${i}`,
          name: i === 0 ? '钻床' : `工具${i}`,
          kind: 'hand',
          workshop: i % 2 === 0 ? college.east : college.west,
        },
        state: 'kept',
      })),
    ),
  )
})
afterAll(() => db.close())

it('shows rows in the official form, page by page, of the records that a person reaches', async () => {
  const first = await rows(keeper, 'ODS_TOOL')
  expect(first.rows).toHaveLength(50)
  const rest = await rows(keeper, 'ODS_TOOL', { after: first.next! })
  expect(rest).toMatchObject({ next: null })
  expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(60)
  expect(first.rows[0]!.values.slice(2, 5)).toEqual(['T0', '钻床', '1'])
  expect((await rows(clerk, 'ODS_TOOL')).rows).toHaveLength(30)
  await expect(rows(await college.actor(['writer', college.root]), 'ODS_TOOL')).rejects.toThrow(Refusal)
  await expect(rows(keeper, 'ODS_NONE')).rejects.toThrow(Refusal)
})

it('finds rows as the list of the register does', async () => {
  expect((await rows(keeper, 'ODS_TOOL', { q: '钻床' })).rows).toHaveLength(1)
  expect((await rows(keeper, 'ODS_TOOL', { q: '没有的' })).rows).toEqual([])
})

it('keeps back what belongs to a record out of reach', async () => {
  const [tool] = (await rows(keeper, 'ODS_TOOL')).rows
  const member = await college.actor(['member', college.west])
  await inCollege((tx) =>
    act(db.engine, tx, member, {
      register: 'loans',
      action: 'create',
      values: { number: 'J1', tool: tool!.id, lentOn: '2023-09-01' },
    }),
  )
  // The member reaches the loan that they made, and none of the tools.
  expect(await shown(member, 'ODS_LOAN', 'JTH')).toEqual(['J1'])
  expect(await shown(member, 'ODS_LOAN', 'GJH')).toEqual(['hidden'])
  expect(await shown(member, 'ODS_LOAN', 'GJDW')).toEqual(['hidden'])
  expect(await shown(keeper, 'ODS_LOAN', 'GJH')).toEqual(['T0'])
  expect(await shown(keeper, 'ODS_LOAN', 'GJDW')).toEqual(['east 单位'])
})

it('writes coverage and faults as sheets', async () => {
  const [coverage, faults] = await inCollege(async (tx) => {
    const { engine } = db
    const table = engine.catalogue.standardTables.get('ODS_TOOL')!
    await tx.run(
      sql`UPDATE records.tools SET name = repeat('长', 30) WHERE college_id = ${college.id} AND number = 'T7'`,
    )
    for await (const check of checkTables(engine, tx, [table])) await keepCheck(tx, check, new Date().toISOString())
    const tables = await listStandardTables(engine, tx, keeper, 'inspectorate')
    return [
      await writeSheet(coverageSheet(engine, tables, 'zh')),
      await writeSheet(faultsSheet(engine, tx, keeper, { standard: 'inspectorate' })),
    ]
  })
  const cells = async (bytes: Uint8Array) => (await readSheet(bytes, 'a.xlsx')).rows.map((row) => row.cells)
  expect((await cells(coverage!)).map((row) => [row[0], row[2], row[10], row[11], row[12]])).toEqual([
    [1, 'ODS_TOOL', 60, 59, '98.33'],
    [2, 'ODS_LOAN', null, null, null],
    [3, 'ODS_READING', null, null, null],
  ])
  expect((await cells(faults!)).map((row) => [row[1], row[2], row[4]])).toEqual([['ODS_TOOL', '长'.repeat(30), 'GJMC']])
})
