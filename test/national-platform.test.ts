import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Tx } from '../src/database/connection.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { act } from '../src/engine/records/act.ts'
import { listBatches } from '../src/modules/national-platform/inside/ledger.ts'
import {
  PlatformBusy,
  platformClient,
  PlatformRefusal,
} from '../src/modules/national-platform/inside/platform-client.ts'
import { askResults, type Reporting, reportTable } from '../src/modules/national-platform/inside/report-table.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { loanTable, reportingCatalogue, toolTable } from '../src/testing/reporting-college.ts'
import { type Receiver, startReceiver, type Trouble } from './national-receiver.ts'

/** Reporting to a receiver that conforms to the standard, answers late and wrongly, and loses answers. */
const address = { appKey: 'college-1', secret: '0123456789abcdeffedcba9876543210' }
const ROWS = 60
let db: TestDatabase
let college: TestCollege
let receiver: Receiver

beforeAll(async () => {
  db = await openTestDatabase(reportingCatalogue())
})
beforeEach(async () => {
  await receiver?.close()
  receiver = await startReceiver([toolTable, loanTable], address)
  college = await makeTestCollege(db.engine, `p-${Math.random().toString(36).slice(2, 12)}`)
  await inCollege((tx) =>
    createMany(
      db.engine,
      tx,
      asSystem(college.id, 'test'),
      'tools',
      Array.from({ length: ROWS }, (_, i) => ({
        values: { number: `T${i}`, name: `工具${i}`, kind: 'hand', workshop: college.east },
        state: 'kept',
      })),
    ),
  )
})
afterAll(async () => {
  await receiver.close()
  await db.close()
})

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
const reporting = (signal?: AbortSignal): Reporting => ({
  engine: db.engine,
  college: college.id,
  client: platformClient({ ...address, url: receiver.url }, signal, () => 5),
  ...(signal ? { signal } : {}),
})
const stored = () => receiver.stored.get('ODS_TOOL') ?? new Map<string, Readonly<Record<string, string>>>()
const batches = () => inCollege((tx) => listBatches(tx, { standard: 'inspectorate' }))
const states = async () => (await batches()).map((b) => b.state)
/** Every tool is there once, as it stands. */
async function arrived() {
  const tools = await inCollege((tx) =>
    tx.run<{ key: string; number: string; name: string }>(
      sql`SELECT upper(replace(id::text, '-', '')) AS key, number, name FROM records.tools WHERE college_id = ${college.id} ORDER BY number`,
    ),
  )
  expect([...stored().values()].map((r) => [r['KEY'], r['GJH'], r['GJMC']]).toSorted()).toEqual(
    tools.map((t) => [t.key, t.number, t.name]).toSorted(),
  )
}

it('hands over every row once, signed and encrypted, and only what has changed the next time', async () => {
  expect(await reportTable(reporting(), toolTable, 25)).toBe(ROWS)
  await arrived()
  expect(await states()).toEqual(['sent', 'sent', 'sent'])
  receiver.checkSlowly(1)
  expect(await askResults(reporting(), toolTable)).toBe(0)
  expect(await askResults(reporting(), toolTable)).toBe(3)
  expect(await states()).toEqual(['accepted', 'accepted', 'accepted'])

  expect(await reportTable(reporting(), toolTable, 25)).toBe(0)
  const [{ key }] = [...stored().keys()].map((k) => ({ key: k })) as [{ key: string }]
  const id = key.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  await inCollege((tx) =>
    act(db.engine, tx, asSystem(college.id, 'test'), {
      register: 'tools',
      id,
      action: 'update',
      version: 1,
      values: { name: '改名' },
    }),
  )
  expect(await reportTable(reporting(), toolTable, 25)).toBe(1)
  await arrived()
})

it.each([1, 2, 3, 4, 5])('arrives exactly once through ten random faults (%i)', async (seed) => {
  const kinds: Trouble[] = [
    'no-answer',
    'answer-lost',
    'server-error',
    'too-many',
    'no-json',
    'token-ended',
    'clock-wrong',
    'late',
  ]
  let state = seed * 7919
  const draw = (n: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % n
  const troubles = Array.from({ length: 10 }, () => kinds[draw(kinds.length)]!)
  // Some go well in between, so that troubles fall on any step of the way.
  receiver.trouble(
    '/report',
    troubles.slice(0, 7).flatMap((t) => (draw(2) ? [t, null] : [t])),
  )
  receiver.trouble('/authorize', troubles.slice(7, 8))
  receiver.trouble('/query', troubles.slice(8))
  for (let attempt = 0; ; attempt++)
    try {
      await reportTable(reporting(), toolTable, 7)
      break
    } catch (error) {
      if (attempt > 12 || !(error instanceof PlatformBusy || error instanceof PlatformRefusal)) throw error
      // What the platform refused as a whole is sent again by hand.
      await inCollege((tx) =>
        tx.run(
          sql`UPDATE standard_batches SET state = 'prepared' WHERE college_id = ${college.id} AND state = 'failed'`,
        ),
      )
    }
  await arrived()
  while ((await states()).includes('sent')) await askResults(reporting(), toolTable).catch(() => 0)
  expect(new Set(await states())).toEqual(new Set(['accepted']))
  // No delivery under two numbers: every number that the receiver took is in the ledger, with as many rows as arrived.
  const ledger = await batches()
  expect([...receiver.deliveries.keys()].toSorted()).toEqual(
    ledger
      .filter((b) => b.rows > 0)
      .map((b) => b.id)
      .toSorted(),
  )
  expect(ledger.reduce((sum, b) => sum + b.rows, 0)).toBe(ROWS)
})

it('goes on after a crash between writing down and sending, with the same rows under the same number', async () => {
  const stop = new AbortController()
  receiver.trouble('/report', ['late', 'no-answer'])
  const first = reportTable(reporting(stop.signal), toolTable, 20, async () => stop.abort())
  await expect(first).rejects.toThrow(/abort/i)
  receiver.trouble('/report', [])
  await reportTable(reporting(), toolTable, 20)
  await arrived()
  expect(receiver.deliveries.size).toBe(3)
})

it('rows that the platform rejects are told one by one, and go out again once they are mended', async () => {
  const long = await college.add('tools', {
    number: 'T-too-long-a-number',
    name: '长',
    kind: 'hand',
    workshop: college.east,
  })
  await inCollege((tx) => tx.run(sql`UPDATE records.tools SET state = 'kept' WHERE college_id = ${college.id}`))
  await reportTable(reporting(), toolTable, 100)
  await askResults(reporting(), toolTable)
  expect(await batches()).toEqual([expect.objectContaining({ state: 'faulty', rejected: 1, rows: ROWS + 1 })])
  const rejected = await inCollege((tx) =>
    tx.run(
      sql`SELECT record_id, column_name, message FROM standard_reported WHERE college_id = ${college.id} AND state = 'rejected'`,
    ),
  )
  expect(rejected).toEqual([{ record_id: long, column_name: 'GJH', message: expect.stringContaining('8 个字符') }])
  expect(await reportTable(reporting(), toolTable, 100)).toBe(0)
  await inCollege((tx) =>
    act(db.engine, tx, asSystem(college.id, 'test'), {
      register: 'tools',
      id: long,
      action: 'update',
      version: 1,
      values: { number: 'T-short' },
    }),
  )
  expect(await reportTable(reporting(), toolTable, 100)).toBe(1)
  await askResults(reporting(), toolTable)
  await arrived()
})

it('follows the platform’s clock, and says what is wrong with a key', async () => {
  receiver.clock(90_000)
  expect(await reportTable(reporting(), toolTable, 100)).toBe(ROWS)
  const client = platformClient({ ...address, appKey: 'nobody', url: receiver.url }, undefined, () => 5)
  await expect(client.query('x')).rejects.toThrow(/does not authorise this college: unknown app_key/)
  const wrong = platformClient({ ...address, secret: 'f'.repeat(32), url: receiver.url }, undefined, () => 5)
  await expect(wrong.query('x')).rejects.toThrow(PlatformRefusal)
})
