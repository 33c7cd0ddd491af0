import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestCollege, type TestCollege } from '../testing/actors.ts'
import { testCatalogue } from '../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { type Actor, asSystem } from './access/actor.ts'
import { createMany } from './records/write-many.ts'
import { draftsOf, waitingFor } from './workbench.ts'

let db: TestDatabase
let college: TestCollege
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'desk')
})
afterAll(() => db.close())

const make = (actor: Actor, numbers: readonly string[], state: string, workshop: string) =>
  db.database.inCollege(college.id, (tx) =>
    createMany(
      db.engine,
      tx,
      actor,
      'tools',
      numbers.map((number) => ({ values: { number, name: `工具 ${number}`, kind: 'hand', workshop }, state })),
    ),
  )

it('what waits is counted for whoever may take the next step, and drafts for whoever began them', async () => {
  const keeper = await college.actor(['keeper', college.root])
  const clerk = await college.actor(['clerk', college.east])
  const system = asSystem(college.id, 'test')
  await make(system, ['S1', 'S2'], 'submitted', college.east)
  await make(system, ['S3'], 'submitted', college.west)
  await make(system, ['K1', 'K2'], 'kept', college.east)
  await make(clerk, ['D1'], 'draft', college.east)
  await db.database.inCollege(college.id, async (tx) => {
    const waiting = await waitingFor(db.engine, tx, keeper)
    expect(waiting).toMatchObject([
      { register: 'tools', state: 'submitted', count: 3, lateDays: 0, action: { zh: '审核通过', en: 'Approve' } },
    ])
    expect(await waitingFor(db.engine, tx, clerk)).toEqual([])
    expect((await draftsOf(db.engine, tx, clerk)).map(({ title, state }) => [title, state])).toEqual([
      ['工具 D1', 'draft'],
    ])
    expect(await draftsOf(db.engine, tx, keeper)).toEqual([])
  })
})
