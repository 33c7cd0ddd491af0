import { afterAll, beforeAll, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { standardRows } from '../src/engine/standards/standard-rows.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { StandardTable } from '../src/language/standard.ts'
import { listBatches } from '../src/modules/national-platform/inside/ledger.ts'
import { platformClient } from '../src/modules/national-platform/inside/platform-client.ts'
import { askResults, type Reporting, reportTable } from '../src/modules/national-platform/inside/report-table.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { openDemoDatabase } from './demo-database.ts'
import { type Receiver, startReceiver } from './national-receiver.ts'

/** The whole demo college is reported to a receiver that conforms to the interface. */
const address = { appKey: 'college-1', secret: '0123456789abcdeffedcba9876543210' }
const catalogue = assembleCatalogue(declarations)
const tables = [...catalogue.standardTables.values()].filter((table) => table.standard === 'national')
let db: TestDatabase
let college: string
let receiver: Receiver
let reporting: Reporting

beforeAll(async () => {
  db = await openDemoDatabase(catalogue)
  college = (await listColleges(db.engine))[0]!.id
  receiver = await startReceiver(tables, address)
  const client = platformClient({ ...address, url: receiver.url }, undefined, () => 5)
  reporting = { engine: db.engine, college, client }
}, 300_000)
afterAll(async () => {
  await receiver?.close()
  await db?.close()
})

/** What the records say, as it must arrive: one text for each row. */
async function said(table: StandardTable): Promise<string[]> {
  const rows: string[] = []
  await db.database.inCollege(college, async (tx) => {
    for await (const batch of standardRows(db.engine, tx, table))
      for (const { values } of batch)
        rows.push(
          JSON.stringify(
            table.columns.flatMap(([, name], i) => ((values[i] ?? null) === null ? [] : [[name, values[i]]])),
          ),
        )
  })
  return rows.toSorted()
}
const arrived = (table: StandardTable): string[] =>
  [...(receiver.stored.get(table.name)?.values() ?? [])]
    .map((row) =>
      JSON.stringify(table.columns.flatMap(([, name]) => (row[name] === undefined ? [] : [[name, row[name]]]))),
    )
    .toSorted()

it(
  'all 98 tables arrive, every row once and as it stands, though answers are lost on the way',
  { timeout: 600_000 },
  async () => {
    expect(tables).toHaveLength(98)
    receiver.trouble('/report', [
      null,
      'answer-lost',
      null,
      'no-answer',
      'server-error',
      null,
      null,
      'late',
      'answer-lost',
    ])
    let sent = 0
    for (const table of tables) {
      sent += await reportTable(reporting, table, 1000)
      const here = await said(table)
      const there = arrived(table)
      expect([table.name, there.length]).toEqual([table.name, here.length])
      expect(here.length).toBeGreaterThan(0)
      // Compared as a whole: a difference of thousands of rows need not be printed.
      expect([table.name, there.findIndex((row, i) => row !== here[i])]).toEqual([table.name, -1])
      await askResults(reporting, table)
    }
    const rowsThere = tables.reduce((sum, table) => sum + receiver.stored.get(table.name)!.size, 0)
    expect(sent).toBe(rowsThere)
    // No delivery under two numbers: whatever the receiver took is in the ledger, once, and accepted.
    const batches = await db.database.inCollege(college, (tx) =>
      listBatches(tx, { standard: 'national', limit: 10_000 }),
    )
    expect(new Set(batches.map((batch) => batch.state))).toEqual(new Set(['accepted']))
    expect([...receiver.deliveries.keys()].toSorted()).toEqual(batches.map((batch) => batch.id).toSorted())
    expect(batches.reduce((sum, batch) => sum + batch.rows, 0)).toBe(rowsThere)
  },
)

it('nothing that is unchanged goes out again', { timeout: 300_000 }, async () => {
  const before = receiver.deliveries.size
  for (const table of tables.slice(0, 20))
    expect([table.name, await reportTable(reporting, table, 1000)]).toEqual([table.name, 0])
  expect(receiver.deliveries.size).toBe(before)
})
