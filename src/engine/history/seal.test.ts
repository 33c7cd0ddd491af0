import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Tx } from '../../database/connection.ts'
import type { AnyRegister } from '../../language/register.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue, tools } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { asSystem } from '../access/actor.ts'
import { writeAudit } from '../access/write-audit.ts'
import { act } from '../records/act.ts'
import { eraseExpired } from '../records/erase-expired.ts'
import { createSealer, sealUntil } from './seal-college.ts'
import { idAt, type SealKeys } from './seal.ts'
import type { Head } from './seal-faults.ts'
import { verifyCollege } from './verify.ts'

const KEYS: SealKeys = ['the key that only the server has']
const register = { ...tools, retentionYears: 3 }
let db: TestDatabase
let admin: pg.Client
let serial = 0

beforeAll(async () => {
  const catalogue = testCatalogue()
  db = await openTestDatabase({
    ...catalogue,
    registers: new Map<string, AnyRegister>([...catalogue.registers, ['tools', register]]),
  })
  // Full rights: not the application, not the owner behind the walls between colleges.
  admin = new pg.Client({ connectionString: db.adminUrl })
  await admin.connect()
  for (const table of ['history', 'audit', 'seals', 'records.tools'])
    await admin.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
})
afterAll(async () => {
  await admin.end()
  await db.close()
})

let college: TestCollege
/** The tools of the college at hand, as they were made. */
let ids: string[]
let head: Head
beforeEach(async () => {
  college = await makeTestCollege(db.engine, `S${++serial}`)
  ids = []
  for (let i = 0; i < 6; i++) {
    const values = { number: `S${i}`, name: `锤 ${i}`, kind: 'hand', workshop: college.east }
    ids.push(await college.add('tools', values))
  }
  await inCollege((tx) => writeAudit(tx, { kind: 'export', actor: null, subject: '工具' }))
  await seal()
  head = (await verify([])).head!
})

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
/** In small pieces, so that there are several seals. */
async function seal(until = Date.now() + 1): Promise<void> {
  while ((await inCollege((tx) => sealUntil(tx, KEYS, until, 4))) !== undefined);
}
const verify = (kept: readonly Head[] = [head], keys = KEYS) => verifyCollege(db.engine, college.id, keys, kept)
const found = async () =>
  (await verify()).faults.map(({ kind, table, subject, record }) => [kind, table, subject, record])
const ofTool = (i: number) => ['history', 'tools', ids[i]]
const change = (statement: string, ...values: unknown[]) => admin.query(statement, [college.id, ...values])
const HISTORY = "college_id = $1 AND subject = 'tools' AND subject_id = $2"

it('seals everything once, in a chain, and finds nothing wrong with what nobody touched', async () => {
  const first = await verify()
  expect(first).toMatchObject({ faultCount: 0, waiting: 0, erased: 0, late: 0 })
  expect(first.seals).toBeGreaterThan(3)
  const [count] = await inCollege((tx) =>
    tx.run<{ n: number }>(sql`SELECT (SELECT count(*) FROM history WHERE college_id = ${tx.collegeId}) + 1 AS n`),
  )
  expect(first.rows).toBe(count!.n)
  await college.add('tools', { number: 'S9', name: '钳', kind: 'hand', workshop: college.east })
  expect(await verify()).toMatchObject({ seals: first.seals, waiting: 1, faultCount: 0 })
  await seal()
  expect(await verify()).toMatchObject({ rows: first.rows + 1, waiting: 0, faultCount: 0 })
})

it('finds a changed value, actor, moment and line of the audit, and says where', async () => {
  await change(`UPDATE history SET after = after || '{"name": "金锤"}' WHERE ${HISTORY}`, ids[0])
  await change(`UPDATE history SET actor_name = 'somebody else' WHERE ${HISTORY}`, ids[2])
  await change(`UPDATE history SET at = at + interval '1 second' WHERE ${HISTORY}`, ids[4])
  await change("UPDATE audit SET kind = 'sign-in' WHERE college_id = $1 AND kind = 'export'")
  expect(await found()).toEqual([
    ['changed', ...ofTool(0)],
    ['changed', ...ofTool(2)],
    ['changed', ...ofTool(4)],
    ['changed', 'audit', 'sign-in', ''],
  ])
  const [fault] = (await verify()).faults
  expect(fault).toMatchObject({ seal: expect.any(Number), position: expect.any(Number) })
  expect(Date.parse(fault!.at!)).toBeLessThanOrEqual(Date.now())
})

it('finds deleted rows, and still knows what they were about', async () => {
  await change(`DELETE FROM history WHERE ${HISTORY}`, ids[3])
  await change("DELETE FROM audit WHERE college_id = $1 AND kind = 'export'")
  expect(await found()).toEqual([
    ['deleted', ...ofTool(3)],
    ['deleted', 'audit', 'export', ''],
  ])
})

it('finds rows that were put in later: in the midst, before the first, and with an older moment than their id', async () => {
  const copy = (id: string, at: string) =>
    change(
      `INSERT INTO history (college_id, id, subject, subject_id, at, actor_name, action)
       SELECT college_id, $3, subject, subject_id, ${at}, 'nobody', 'update' FROM history WHERE ${HISTORY} LIMIT 1`,
      ids[1],
      id,
    )
  await copy(idAt(Date.parse((await moments())[1]!) + 1).replace('8000-0', '8000-7'), 'at')
  await copy(idAt(0).replace('8000-0', '8000-7'), "'1970-01-01'")
  expect((await found()).toSorted()).toEqual([
    ['inserted', ...ofTool(1)],
    ['inserted', ...ofTool(1)],
  ])
  await change("DELETE FROM history WHERE college_id = $1 AND actor_name = 'nobody'")
  await copy(idAt(Date.now()).replace('8000-0', '8000-7'), "at - interval '1 year'")
  await seal(Date.now() + 2)
  expect(await found()).toEqual([['backdated', ...ofTool(1)]])
})

const moments = async () =>
  (
    await inCollege((tx) =>
      tx.run<{ at: string }>(
        sql`SELECT at FROM history WHERE college_id = ${tx.collegeId} AND subject = 'tools' ORDER BY id`,
      ),
    )
  ).map((row) => row.at)

it('finds two rows that changed places, and one under another id', async () => {
  const [a, b] = (
    await change("SELECT id FROM history WHERE college_id = $1 AND subject = 'tools' ORDER BY id LIMIT 2")
  ).rows.map((row) => row.id as string)
  const free = '00000000-0000-7000-8000-000000000001'
  const rename = (from: string, to: string) =>
    change('UPDATE history SET id = $3 WHERE college_id = $1 AND id = $2', from, to)
  await rename(a!, free)
  await rename(b!, a!)
  await rename(free, b!)
  expect((await verify()).faults.map((fault) => fault.kind)).toEqual(['moved', 'moved'])
  await rename(a!, free)
  await rename(b!, a!)
  expect((await verify()).faults.map((fault) => fault.kind).toSorted()).toEqual(['deleted', 'moved'])
})

it('finds a chain that was cut off at its end by the head that was kept outside, and a changed or missing seal', async () => {
  await change('DELETE FROM seals WHERE college_id = $1 AND n = $2', head.n)
  expect((await verify()).faults).toMatchObject([{ kind: 'truncated', seal: head.n }])
  expect((await verify([])).faults).toEqual([])
  // Sealed again, by whoever has the key: another seal stands where the kept one stood.
  await inCollege((tx) => sealUntil(tx, KEYS, Date.now() + 5))
  expect((await verify()).faults).toMatchObject([{ kind: 'head-differs', seal: head.n }])
  await change('UPDATE seals SET sealed_at = now() WHERE college_id = $1 AND n = 2')
  await change('DELETE FROM seals WHERE college_id = $1 AND n = 1')
  expect((await verify([])).faults.map((fault) => fault.kind)).toEqual(
    expect.arrayContaining(['seal-missing', 'seal-changed']),
  )
})

it('finds a chain that somebody without the key made anew after a change', async () => {
  await change(`UPDATE history SET actor_name = 'somebody else' WHERE ${HISTORY}`, ids[2])
  await change('DELETE FROM seals WHERE college_id = $1')
  while ((await inCollege((tx) => sealUntil(tx, ['made up'], Date.now() + 1, 4))) !== undefined);
  const kinds = new Set((await verify([])).faults.map((fault) => fault.kind))
  expect(kinds).toEqual(new Set(['mark-wrong']))
  expect((await verify([], ['made up'])).faultCount).toBe(0)
  // After a change of keys both count.
  expect((await verify([], ['new', 'made up'])).faultCount).toBe(0)
})

it('lets retention erase values, tells it from anything else, and takes no word for it', async () => {
  const remove = (i: number) =>
    inCollege((tx) =>
      act(db.engine, tx, asSystem(college.id, 'test'), {
        register: 'tools',
        id: ids[i]!,
        action: 'delete',
        version: 1,
        comment: '报废',
      }),
    )
  await remove(0)
  await change(
    "UPDATE records.tools SET deleted_at = now() - interval '4 years' WHERE college_id = $1 AND id = $2",
    ids[0],
  )
  // The same in history, as if it had been sealed then: the test college has no four years.
  await change(`UPDATE history SET at = at - interval '4 years' WHERE ${HISTORY} AND action = 'delete'`, ids[0])
  await inCollege((tx) => eraseExpired(tx, register))
  await seal()
  const after = await verify()
  expect(after.faults.map((fault) => fault.kind)).toEqual(['backdated'])
  expect(after.erased).toBe(2)
  // By hand, with the right hash and a note of the act, but nothing that ever ran out.
  await change(
    `UPDATE history SET erased = sha256(convert_to(coalesce('=' || before::text, ''), 'UTF8') || '\\x00' || convert_to(coalesce('=' || after::text, ''), 'UTF8')
       || '\\x00' || convert_to(coalesce('=' || reason, ''), 'UTF8') || '\\x00' || convert_to(coalesce('=' || salt::text, ''), 'UTF8')), before = NULL, after = NULL, reason = NULL, salt = NULL WHERE ${HISTORY}`,
    ids[1],
  )
  expect((await verify()).faults.filter((fault) => fault.record === ids[1])).toMatchObject([{ kind: 'erased-early' }])
  // Values put back into an erased row, even the true ones, are a change.
  await change(`UPDATE history SET after = '{"name": "锤 0"}' WHERE ${HISTORY} AND action = 'create'`, ids[0])
  expect((await verify()).faults.filter((fault) => fault.kind === 'changed')).toMatchObject([{ record: ids[0] }])
})

it('seals what is written while a clock is set back one by one, without opening what is closed', async () => {
  const ahead = Date.now() + 3_600_000
  await inCollege((tx) => sealUntil(tx, KEYS, ahead))
  await college.add('tools', { number: 'S8', name: '锉', kind: 'hand', workshop: college.east })
  expect((await verify()).faults.map((fault) => fault.kind)).toEqual(['inserted'])
  await seal()
  expect(await verify()).toMatchObject({ faultCount: 0, late: 1 })
})

it('leaves time open in which a transaction still writes, and seals what it wrote once it is over', async () => {
  const made = (name: string) => college.add('tools', { number: name, name, kind: 'hand', workshop: college.east })
  const seals: number[] = []
  const sealer = createSealer(db.engine, KEYS, (_college, { count }) => seals.push(count), 0)
  const runs = async () => {
    for (let i = 0; i < 3; i++) await sealer.run([college.id])
  }
  await inCollege(async (tx) => {
    await act(db.engine, tx, asSystem(college.id, 'test'), {
      register: 'tools',
      action: 'create',
      values: { number: 'early', name: '先写后交', kind: 'hand', workshop: college.east },
    })
    await made('late')
    await runs()
    expect(seals).toEqual([])
  })
  expect(await verify()).toMatchObject({ waiting: 2, faultCount: 0 })
  await made('after')
  // Others on the same server may still be at work: then it waits for them, too.
  while (seals.reduce((sum, count) => sum + count, 0) < 2) await sealer.run([college.id])
  expect((await verify()).faultCount).toBe(0)
})
