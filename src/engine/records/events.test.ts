import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '../../database/connection.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { readings, reportingCatalogue } from '../../testing/reporting-college.ts'
import { asSystem } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import { act } from './act.ts'
import { insertEvents } from './write-rows.ts'
import { listRecords } from './list.ts'
import { manyIds } from './many-ids.ts'
import { createMany } from './write-many.ts'

let db: TestDatabase
let college: TestCollege
let tool: string

beforeAll(async () => {
  db = await openTestDatabase(reportingCatalogue())
  college = await makeTestCollege(db.engine, 'events')
  tool = await college.add('tools', { number: 'T1', name: '锯', kind: 'hand', workshop: college.east })
})
afterAll(() => db.close())

const inCollege = <T>(work: (tx: Tx) => Promise<T>, id = college.id) => db.database.inCollege(id, work)
const system = () => asSystem(college.id, 'test')
const parts = () =>
  inCollege((tx) =>
    tx.run<{ name: string }>(
      sql`SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'records.readings'::regclass ORDER BY 1`,
    ),
  )
const history = () =>
  inCollege((tx) =>
    tx.run<{ action: string; after: { rows?: number } }>(
      sql`SELECT action, after FROM history WHERE college_id = ${tx.collegeId} AND subject = 'readings' ORDER BY id`,
    ),
  )

it('events are appended in bulk, each in the part of its month, with one entry of history for all', async () => {
  await inCollege((tx) =>
    createMany(db.engine, tx, system(), 'readings', [
      { values: { at: '2023-09-30T23:59:59', tool, energy: '1.5', note: '反斜\\杠 \\N' } },
      { values: { at: '2023-10-01T00:00:00', tool } },
      { values: { at: '2024-01-01T00:00:00', tool, phase: 'three', shiftFrom: '08:00:00' } },
    ]),
  )
  expect((await parts()).map(({ name }) => name)).toEqual([
    'records.readings_2023_09',
    'records.readings_2023_10',
    'records.readings_2024_01',
  ])
  expect(await history()).toEqual([{ action: 'append', after: { rows: 3 } }])
  const { rows } = await inCollege((tx) => listRecords(db.engine, tx, system(), { register: 'readings' }))
  expect(rows.map((r) => [r.values['at'], r.values['energy'], r.values['note'], r.values['shiftFrom']])).toEqual([
    ['2024-01-01T00:00:00', null, null, '08:00:00'],
    ['2023-10-01T00:00:00', null, null, null],
    ['2023-09-30T23:59:59', '1.50', '反斜\\杠 \\N', null],
  ])
})

it('a key that is taken refuses the batch, or is passed over where deliveries repeat', async () => {
  const again = [{ values: { at: '2023-10-01T00:00:00', tool } }, { values: { at: '2023-10-02T00:00:00', tool } }]
  await expect(inCollege((tx) => createMany(db.engine, tx, system(), 'readings', again))).rejects.toThrow(Refusal)
  const ids = manyIds(2)
  const written = await inCollege((tx) =>
    insertEvents(
      tx,
      system(),
      readings,
      again.map(({ values }, i) => ({ id: ids[i]!, state: 'active', values, unitId: college.stores, ownerId: null })),
      null,
      { taken: 'skip' },
    ),
  )
  expect(written).toBe(1)
})

it('what happened is not changed; it can be taken out of use with a reason', async () => {
  const { rows } = await inCollege((tx) => listRecords(db.engine, tx, system(), { register: 'readings', limit: 1 }))
  const { id } = rows[0]!
  const change = { register: 'readings', id, version: 1 }
  const keeper = await college.actor(['keeper', college.root])
  await expect(
    inCollege((tx) => act(db.engine, tx, keeper, { ...change, action: 'update', values: { note: '改' } })),
  ).rejects.toThrow(Refusal)
  await inCollege((tx) => act(db.engine, tx, keeper, { ...change, action: 'delete', comment: '重复上报' }))
  const left = await inCollege((tx) => listRecords(db.engine, tx, keeper, { register: 'readings' }))
  expect(left.rows.map((r) => r.id)).not.toContain(id)
})

it('another college sees none of them, nor does the parts’ table give more than the whole', async () => {
  const other = await makeTestCollege(db.engine, 'events-elsewhere')
  const { rows } = await inCollege(
    (tx) => listRecords(db.engine, tx, asSystem(other.id, 'test'), { register: 'readings' }),
    other.id,
  )
  expect(rows).toEqual([])
  await expect(inCollege((tx) => tx.run(sql`SELECT 1 FROM records.readings_2023_09`), other.id)).rejects.toThrow(
    /permission denied/,
  )
  await expect(
    inCollege((tx) => tx.run(sql`SELECT records.ensure_month('tools', '2023-09-01'::date)`)),
  ).rejects.toThrow(/no table of events/)
})
