import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '../../database/connection.ts'
import { files, type FileRef } from '../../language/fields.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue, tools } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Actor } from '../access/actor.ts'
import { addEvidence, listEvidence } from '../evidence/evidence.ts'
import { actOnFigure } from '../indicators/act-on-figure.ts'
import { act } from '../records/act.ts'
import { getRecord } from '../records/list.ts'
import { createReport } from '../reports/create-report.ts'
import { readReport } from '../reports/read-report.ts'
import { saveSection } from '../reports/sections.ts'
import { mayOpenFile } from './may-open.ts'
import { keepFile } from './store.ts'

let db: TestDatabase
let college: TestCollege
let other: TestCollege
let keeper: Actor
let east: Actor
let west: Actor
let reader: Actor
/** As the made-up tools, with papers that only keepers may read. */
const register = {
  ...tools,
  fields: { ...tools.fields, contract: files({ zh: '合同', en: 'Contract' }, { readableBy: ['keeper'] }) },
}

beforeAll(async () => {
  const catalogue = testCatalogue()
  db = await openTestDatabase({ ...catalogue, registers: new Map([...catalogue.registers, ['tools', register]]) })
  college = await makeTestCollege(db.engine, 'A')
  other = await makeTestCollege(db.engine, 'B')
  keeper = await college.actor(['keeper', college.root])
  east = await college.actor(['clerk', college.east])
  west = await college.actor(['clerk', college.west])
  reader = await college.actor(['reader', college.root])
})
afterAll(() => db.close())

const inCollege = <T>(work: (tx: Tx) => Promise<T>, actor = keeper) => db.database.inCollege(actor.collegeId, work)
const send = (actor: Actor, content: string, name = '资料.pdf') =>
  inCollege(
    (tx) =>
      keepFile(
        db.engine,
        tx,
        actor,
        { name, type: 'application/pdf', content: Readable.from([Buffer.from(content)]) },
        { maxBytes: 1000 },
      ),
    actor,
  )
const opens = (actor: Actor, file: FileRef) => inCollege((tx) => mayOpenFile(db.engine, tx, actor, file.sha256), actor)
let serial = 0
const create = (actor: Actor, workshop: string, more: object) =>
  inCollege(
    (tx) =>
      act(db.engine, tx, actor, {
        register: 'tools',
        action: 'create',
        values: { number: `F${++serial}`, name: '箱', kind: 'hand', workshop, ...more },
      }),
    actor,
  )
const NOT_ARRIVED = 'A file did not arrive'

it('who sent a file may open it, also when somebody else sent the same before, and nobody else may', async () => {
  const first = await send(east, 'same', '东车间处分决定.pdf')
  expect([await opens(east, first), await opens(west, first), await opens(keeper, first)]).toEqual([true, false, false])
  const second = await send(west, 'same', '说明.pdf')
  expect(second.sha256).toBe(first.sha256)
  expect([await opens(west, first), await opens(keeper, first)]).toEqual([true, false])
  // The other's name for it stays the other's.
  const box = await create(west, college.west, {})
  await inCollege((tx) => addEvidence(db.engine, tx, west, 'tools', box.id, [second.sha256], null))
  expect((await inCollege((tx) => listEvidence(tx, 'tools', box.id)))[0]!.file.name).toBe('说明.pdf')
})

it('knowing a hash attaches nothing: to no field, as no evidence, into no figure and no report', async () => {
  const secret = await send(east, 'secret')
  await expect(create(west, college.west, { papers: [secret] })).rejects.toThrow(NOT_ARRIVED)
  const box = await create(west, college.west, {})
  const update = { register: 'tools', id: box.id, action: 'update', version: 1, values: { papers: [secret] } }
  await expect(inCollege((tx) => act(db.engine, tx, west, update))).rejects.toThrow(NOT_ARRIVED)
  await expect(
    inCollege((tx) => addEvidence(db.engine, tx, west, 'tools', box.id, [secret.sha256], null)),
  ).rejects.toThrow(NOT_ARRIVED)
  const enter = { action: 'enter', code: 't.area', period: '2023', value: '1', version: 0, evidence: [secret.sha256] }
  await expect(inCollege((tx) => actOnFigure(db.engine, tx, keeper, enter))).rejects.toThrow(NOT_ARRIVED)
  const id = await inCollege((tx) => createReport(db.engine, tx, keeper, { name: 'tools-report', period: '2023' }))
  const section = (await inCollege((tx) => readReport(db.engine, tx, keeper, id))).sections[0]!
  const save = (node: object) =>
    inCollege((tx) =>
      saveSection(
        db.engine,
        tx,
        keeper,
        { reportId: id, id: section.id },
        { content: { type: 'doc', content: [node] }, version: section.version },
      ),
    )
  await expect(save({ type: 'image', attrs: { file: secret.sha256, alt: '' } })).rejects.toThrow(NOT_ARRIVED)
  await save({ type: 'paragraph', content: [{ type: 'text', text: secret.sha256 }] })
  for (const actor of [west, keeper, reader]) expect(await opens(actor, secret)).toBe(false)
})

it('a file opens with what holds it: to those who may see the record, and read the field', async () => {
  const [paper, contract] = [await send(keeper, 'paper'), await send(keeper, 'contract')]
  const box = await create(keeper, college.east, { papers: [paper], contract: [contract] })
  expect([await opens(east, paper), await opens(reader, paper), await opens(west, paper)]).toEqual([true, true, false])
  expect([await opens(east, contract), await opens(reader, contract)]).toEqual([false, false])
  // Who may open it may attach it elsewhere; who may not read the field may not move it into one they may.
  await create(east, college.east, { papers: [paper] })
  await expect(create(east, college.east, { papers: [contract] })).rejects.toThrow(NOT_ARRIVED)
  // A change of something else keeps files that the changer may not read.
  const seen = await inCollege((tx) => getRecord(tx, east, register, box.id))
  const renamed = { register: 'tools', id: box.id, action: 'update', version: seen.version, values: { name: '箱子' } }
  await inCollege((tx) => act(db.engine, tx, east, renamed))
  const after = await inCollege((tx) => getRecord(tx, keeper, register, box.id))
  expect(after.values).toMatchObject({ name: '箱子', papers: [paper], contract: [contract] })
})

it('another college knows nothing of it, even of equal content', async () => {
  const theirs = await other.actor(['keeper', other.root])
  const file = await send(keeper, 'both')
  expect(await opens(theirs, file)).toBe(false)
  await expect(create(theirs, other.east, { papers: [file] })).rejects.toThrow(NOT_ARRIVED)
  await send(theirs, 'both')
  await create(theirs, other.east, { papers: [file] })
  expect([await opens(theirs, file), await opens(east, file)]).toEqual([true, false])
})

it('of one person are bounded in size and number; the same content again is no more', async () => {
  const engine = { ...db.engine, personQuota: { bytes: 100, files: 3 } }
  const person = await college.actor(['clerk', college.east])
  const more = (content: string) =>
    inCollege(
      (tx) =>
        keepFile(
          engine,
          tx,
          person,
          { name: '资料.pdf', type: 'application/pdf', content: Readable.from([Buffer.from(content)]) },
          { maxBytes: 1000 },
        ),
      person,
    )
  await more('a'.repeat(60))
  await expect(more('b'.repeat(41))).rejects.toMatchObject({ code: 'too-large' })
  await more('a'.repeat(60))
  await more('b'.repeat(40))
  engine.personQuota.bytes = 1000
  await more('c')
  await expect(more('d')).rejects.toMatchObject({ code: 'too-large' })
})
