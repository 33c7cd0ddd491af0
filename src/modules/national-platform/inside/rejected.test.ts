import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { makeTestCollege, type TestCollege } from '../../../testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../../../testing/database.ts'
import { loanTable, reportingCatalogue, toolTable } from '../../../testing/reporting-college.ts'
import { prepareBatch, noteResult } from './ledger.ts'
import { countRejected, listRejected } from './rejected.ts'

let db: TestDatabase
let college: TestCollege
let keeper: Actor
let clerk: Actor
let reader: Actor

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
const counts = (actor: Actor) =>
  inCollege(async (tx) =>
    (await countRejected(db.engine, tx, actor, [toolTable, loanTable])).map((one) => `${one.table} ${one.rows}`),
  )
const told = (actor: Actor, table = toolTable) =>
  inCollege(async (tx) =>
    (await listRejected(db.engine, tx, actor, table))
      .map((row) => `${row.title} ${row.column} ${row.message}`)
      .toSorted(),
  )
const keyOf = (id: string) => id.replaceAll('-', '').toUpperCase()

/** The platform's answer to a batch of records: the words are its own, and repeat the value. */
const reject = (table: typeof toolTable, faults: Readonly<Record<string, readonly [string | null, string]>>) =>
  inCollege(async (tx) => {
    const rows = Object.keys(faults).map((id) => ({ id, changedAt: '', values: [id] }))
    const batch = await prepareBatch(tx, table, rows)
    await noteResult(
      tx,
      batch,
      Object.entries(faults).map(([id, [column, message]]) => ({ key: keyOf(id), column, message })),
    )
  })

beforeAll(async () => {
  db = await openTestDatabase(reportingCatalogue())
  college = await makeTestCollege(db.engine, 'rejected')
  keeper = await college.actor(['keeper', college.root])
  clerk = await college.actor(['clerk', college.east])
  reader = await college.actor(['reader', college.root])
  const holder = await college.person('张保管', college.west)
  const tool = { kind: 'power', keeper: holder }
  const east = await college.add('tools', { ...tool, number: 'E1', name: '东钻', workshop: college.east })
  const other = await college.add('tools', { ...tool, number: 'E2', name: '东锯', workshop: college.east })
  const unclear = await college.add('tools', { ...tool, number: 'E3', name: '东刨', workshop: college.east })
  const west = await college.add('tools', { ...tool, number: 'W1', name: '西钻', workshop: college.west })
  await reject(toolTable, {
    [east]: ['GJH', 'E1 不合规'],
    [other]: ['BGRDH', '13900000000 不是电话'],
    [unclear]: [null, '整行不合规：13900000000'],
    [west]: ['GJH', 'W1 不合规'],
  })
})
afterAll(() => db.close())

it('shows each person the rows that they reach, and no word about a value that they may not read', async () => {
  expect(await told(keeper)).toEqual([
    '东刨 null 整行不合规：13900000000',
    '东钻 GJH E1 不合规',
    '东锯 BGRDH 13900000000 不是电话',
    '西钻 GJH W1 不合规',
  ])
  // The clerk of the east reaches the tools there, and no person of the west.
  expect(await told(clerk)).toEqual(['东钻 GJH E1 不合规'])
  expect(await told(await college.actor(['member', college.west]))).toEqual([])
  expect(await told(await college.actor(['writer', college.root]))).toEqual([])
})

it('counts what it shows', async () => {
  expect(await counts(keeper)).toEqual(['ODS_TOOL 4'])
  expect(await counts(clerk)).toEqual(['ODS_TOOL 1'])
  expect(await counts(reader)).toEqual(['ODS_TOOL 4'])
  expect(await inCollege((tx) => countRejected(db.engine, tx, keeper, []))).toEqual([])
  const [row] = await inCollege((tx) =>
    tx.run<{ n: number }>(sql`SELECT count(*) AS n FROM standard_reported WHERE college_id = ${college.id}`),
  )
  expect(row!.n).toBe(4)
})
