import { existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '../../database/connection.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue, tools } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { type Actor, asSystem } from '../access/actor.ts'
import { addComment } from '../comments/comments.ts'
import { addEvidence } from '../evidence/evidence.ts'
import { forgetFiles, removeForgotten } from '../files/erase-files.ts'
import { mayOpenFile } from '../files/may-open.ts'
import { keepFile, pathOf } from '../files/store.ts'
import { historyOf } from '../history/read.ts'
import { act } from './act.ts'
import { eraseExpired } from './erase-expired.ts'
import { getRecord, listRecords } from './list.ts'

let db: TestDatabase
let college: TestCollege
let other: TestCollege
let keeper: Actor
const register = { ...tools, retentionYears: 3 }
const SECRET = '某人的私事'

beforeAll(async () => {
  const catalogue = testCatalogue()
  db = await openTestDatabase({ ...catalogue, registers: new Map([...catalogue.registers, ['tools', register]]) })
  college = await makeTestCollege(db.engine, 'A')
  other = await makeTestCollege(db.engine, 'B')
  keeper = await college.actor(['keeper', college.root])
})
afterAll(() => db.close())

const inCollege = <T>(work: (tx: Tx) => Promise<T>, id = college.id) => db.database.inCollege(id, work)
const send = (actor: Actor, content: string) =>
  inCollege(
    (tx) =>
      keepFile(
        db.engine,
        tx,
        actor,
        { name: `${SECRET}.pdf`, type: 'application/pdf', content: Readable.from([Buffer.from(content)]) },
        { maxBytes: 1000 },
      ),
    actor.collegeId,
  )
let serial = 0
/** A tool with everything that hangs on one, taken out of use so many days ago. */
async function outOfUse(days: number, files: { paper?: string; proof?: string } = {}): Promise<string> {
  const owner = await college.person(SECRET, college.east)
  const paper = await send(keeper, files.paper ?? `paper ${++serial}`)
  const proof = await send(keeper, files.proof ?? `proof ${++serial}`)
  const values = {
    number: `E${++serial}`,
    name: SECRET,
    kind: 'hand',
    workshop: college.east,
    keeper: owner,
    papers: [paper],
  }
  const one = { register: 'tools' }
  return inCollege(async (tx) => {
    const { id } = await act(db.engine, tx, keeper, { ...one, action: 'create', values })
    await act(db.engine, tx, keeper, { ...one, id, action: 'update', version: 1, values: { name: `${SECRET}二` } })
    await addEvidence(db.engine, tx, keeper, 'tools', id, [proof.sha256], SECRET)
    await addComment(tx, keeper, 'tools', id, { text: SECRET, link: '/' })
    await act(db.engine, tx, keeper, { ...one, id, action: 'delete', version: 2, comment: SECRET })
    await tx.run(
      sql`UPDATE records.tools SET deleted_at = now() - make_interval(days => ${days}) WHERE college_id = ${tx.collegeId} AND id = ${id}`,
    )
    return id
  })
}
/** Everything that the database says of a record. */
const saidOf = (id: string) =>
  inCollege(async (tx) => {
    const texts = await tx.run<{ text: string }>(sql`
      SELECT t::text AS text FROM records.tools t WHERE id = ${id}
      UNION ALL SELECT h::text FROM history h WHERE subject_id = ${id}
      UNION ALL SELECT c::text FROM comments c WHERE subject_id = ${id}
      UNION ALL SELECT e::text FROM evidence e WHERE subject_id = ${id}`)
    return texts.map((row) => row.text).join('\n')
  })

it('erases what was out of use for longer than it is kept, wherever it is said, and nothing else', async () => {
  const [old, young, used] = [
    await outOfUse(3 * 366 + 3),
    await outOfUse(3 * 365 - 5),
    await college.add('tools', {
      number: 'IN-USE',
      name: SECRET,
      kind: 'hand',
      workshop: college.east,
    }),
  ]
  const untouched = [await saidOf(young), await saidOf(used)]
  expect(await inCollege((tx) => eraseExpired(tx, register))).toMatchObject({ count: 1 })
  const said = await saidOf(old)
  expect(said).not.toContain(SECRET)
  expect(said).not.toContain('E3')
  const history = await inCollege((tx) => historyOf(tx, 'tools', old))
  expect(history.map((h) => [h.action, h.before, h.after])).toEqual(
    ['erase', 'delete', 'evidence-added', 'update', 'create'].map((action) => [action, null, null]),
  )
  expect([await saidOf(young), await saidOf(used)]).toEqual(untouched)
  // Once is enough, and a register that declares nothing keeps everything.
  expect((await inCollege((tx) => eraseExpired(tx, register))).count).toBe(0)
  expect((await inCollege((tx) => eraseExpired(tx, tools))).count).toBe(0)
  const [audit] = await inCollege((tx) =>
    tx.run(sql`SELECT subject, detail FROM audit WHERE college_id = ${tx.collegeId} AND kind = 'record.erase'`),
  )
  expect(audit).toEqual({ subject: '工具', detail: { years: 3, records: 1 } })
  // What is left can be listed, and does not come back.
  const listed = await inCollege((tx) => listRecords(db.engine, tx, keeper, { register: 'tools', deleted: true }))
  expect(listed.rows.find((row) => row.id === old)?.values).toMatchObject({ name: null, number: null, keeper: null })
  const { version } = await inCollege((tx) => getRecord(tx, asSystem(college.id, 'test'), register, old))
  await expect(
    inCollege((tx) => act(db.engine, tx, keeper, { register: 'tools', id: old, action: 'restore', version })),
  ).rejects.toMatchObject({ code: 'invalid' })
})

it('the database itself lets nobody erase the history of anything else', async () => {
  const young = await outOfUse(10)
  const erase = (name: string, id: string, at = college.id) =>
    inCollege((tx) => tx.run(sql`SELECT erase_history(${name}, ${[id]}::text[])`), at)
  await expect(erase('tools', young)).rejects.toThrow('have not outlived')
  await expect(erase('loans', young)).rejects.toThrow('declares no retention')
  const old = await outOfUse(2000)
  await expect(erase('tools', old, other.id)).rejects.toThrow('have not outlived')
  await expect(inCollege((tx) => tx.run(sql`UPDATE retention SET years = 1`))).rejects.toThrow('permission denied')
  expect(await saidOf(old)).toContain(SECRET)
})

it('files go when nothing holds them any more, in this college or another', async () => {
  const id = await outOfUse(2000, { paper: 'only here', proof: 'also elsewhere' })
  const theirs = await other.actor(['keeper', other.root])
  const elsewhere = await send(theirs, 'also elsewhere')
  const shared = await send(keeper, 'also on another record')
  await inCollege((tx) =>
    tx.run(sql`UPDATE records.tools SET papers = papers || ${JSON.stringify([shared])}::jsonb WHERE id = ${id}`),
  )
  const paper = await send(keeper, 'only here')
  await college.add('tools', { number: 'HOLDS', name: 'x', kind: 'hand', workshop: college.east, papers: [shared] })
  const files = await inCollege(async (tx) => {
    const erased = await eraseExpired(tx, register)
    await forgetFiles(db.engine, tx, erased.files)
    return erased.files
  })
  await removeForgotten(db.engine, college.id, files)
  const isThere = (sha256: string) => existsSync(pathOf(db.engine.filesDir, sha256))
  expect([isThere(paper.sha256), isThere(elsewhere.sha256), isThere(shared.sha256)]).toEqual([false, true, true])
  const opens = (actor: Actor, sha256: string) =>
    inCollege((tx) => mayOpenFile(db.engine, tx, actor, sha256), actor.collegeId)
  expect(await opens(keeper, paper.sha256)).toBe(false)
  expect(await opens(keeper, elsewhere.sha256)).toBe(false)
  expect(await opens(theirs, elsewhere.sha256)).toBe(true)
  // The same may be sent again.
  const again = await send(keeper, 'only here')
  // What a module's own table holds stays, too.
  const holders = [{ table: 'coursework_materials', column: 'file', holds: 'one' as const }]
  await inCollege(async (tx) => {
    await tx.run(sql`
      INSERT INTO coursework_materials (college_id, id, teaching_class, course_id, teacher_id, title, file, knowledge_points, is_preview, made_at)
      VALUES (${college.id}, ${id}, '', ${id}, ${id}, '讲义', ${JSON.stringify(again)}::jsonb, '{}', false, now())`)
    await forgetFiles({ ...db.engine, fileHolders: holders }, tx, [again.sha256])
  })
  expect(await opens(keeper, again.sha256)).toBe(true)
  expect([isThere(paper.sha256), await opens(keeper, paper.sha256)]).toEqual([true, true])
})
