import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { type Actor, asSystem } from '../access/actor.ts'
import type { Refusal } from '../refusal.ts'
import { act } from './act.ts'
import { actOnMany } from './act-on-many.ts'
import { type Guard, mayAdd } from './guards.ts'
import { listRecords } from './list.ts'
import { table } from './stored.ts'
import { createMany } from './write-many.ts'

const heard: string[] = []
/** A workshop holds at most three tools, whoever enters them. */
const atMostThree: Guard = {
  registers: ['tools'],
  async hear(engine, tx, _actor, written) {
    heard.push(...written.map((one) => `${one.action} ${String(one.after.values['number'])}`))
    const [row] = await tx.run<{ n: number }>(sql`
      SELECT count(*) AS n FROM ${table(engine.catalogue.registers.get('tools')!)}
      WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL`)
    return row!.n <= 3
      ? []
      : [{ field: 'workshop', id: written.at(-1)!.id, message: { zh: '最多三件', en: 'At most three' } }]
  },
  async withholds(_engine, _tx, _actor, _register, records) {
    return new Map(records.filter(({ values }) => values['number'] === 'G1').map(({ id }) => [id, ['delete']]))
  },
  mayAdd: (actor) => actor.personId !== 'a visitor',
}

let db: TestDatabase
let college: TestCollege
let clerk: Actor
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue(), [atMostThree])
  college = await makeTestCollege(db.engine, 'A')
  clerk = await college.actor(['clerk', college.east])
})
afterAll(() => db.close())

const tool = (number: string) => ({ number, name: `锉刀 ${number}`, kind: 'hand', workshop: college.eastRoom })
const create = (number: string) =>
  db.database.inCollege(college.id, (tx) =>
    act(db.engine, tx, clerk, { register: 'tools', action: 'create', values: tool(number) }),
  )
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (error: Refusal) => error,
  )
const numbers = async () =>
  (
    await db.database.inCollege(college.id, (tx) =>
      tx.run<{ number: string }>(sql`
        SELECT number FROM ${table(db.engine.catalogue.registers.get('tools')!)}
        WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL ORDER BY number`),
    )
  ).map((row) => row.number)

describe('a guard', () => {
  it('hears what was written and refuses it whole', async () => {
    const first = await create('G1')
    await db.database.inCollege(college.id, (tx) =>
      createMany(
        db.engine,
        tx,
        clerk,
        'tools',
        ['G2', 'G3'].map((n) => ({ values: tool(n) })),
      ),
    )
    expect(heard.splice(0)).toEqual(['create G1', 'create G2', 'create G3'])
    expect((await refusal(create('G4'))).details.problems).toEqual([
      { field: 'workshop', message: { zh: '最多三件', en: 'At most three' } },
    ])
    const many = await refusal(
      db.database.inCollege(college.id, (tx) =>
        createMany(
          db.engine,
          tx,
          clerk,
          'tools',
          ['G5', 'G6'].map((n) => ({ values: tool(n) })),
        ),
      ),
    )
    expect(many.details.problems).toMatchObject([{ row: 2, field: 'workshop' }])
    expect(await numbers()).toEqual(['G1', 'G2', 'G3'])
    expect(first.version).toBe(1)
  })

  it('withholds what it refuses anyway, so that nobody is offered it; the system is offered all', async () => {
    const offered = (actor: Actor) =>
      db.database.inCollege(college.id, async (tx) => {
        const { rows } = await listRecords(db.engine, tx, actor, { register: 'tools', sort: 'number' })
        return rows.map(({ can }) => [can.update, can.delete])
      })
    expect(await offered(clerk)).toEqual([[true, false], ...[2, 3].map(() => [true, true])])
    expect(await offered(asSystem(college.id, 'test'))).toEqual([1, 2, 3].map(() => [true, true]))
    expect(mayAdd(db.engine, clerk, 'tools')).toBe(true)
    expect(mayAdd(db.engine, { ...clerk, personId: 'a visitor' }, 'tools')).toBe(false)
  })

  it('undoes one of many acts and leaves the others standing', async () => {
    const removed = await db.database.inCollege(college.id, async (tx) => {
      const ids = (
        await tx.run<{ id: string }>(sql`
          SELECT id FROM ${table(db.engine.catalogue.registers.get('tools')!)} WHERE college_id = ${tx.collegeId} ORDER BY number`)
      ).map((row) => row.id)
      await actOnMany(db.engine, tx, clerk, {
        register: 'tools',
        ids: ids.slice(0, 2),
        action: 'delete',
        comment: '报废',
      })
      return ids
    })
    await create('G7')
    await create('G8').catch(() => undefined)
    expect(await numbers()).toEqual(['G3', 'G7', 'G8'])
    const back = await db.database.inCollege(college.id, (tx) =>
      actOnMany(db.engine, tx, clerk, { register: 'tools', ids: removed.slice(0, 2), action: 'restore' }),
    )
    expect(back).toMatchObject({ done: 0, refused: [{ message: { zh: '最多三件' } }, { message: { zh: '最多三件' } }] })
    expect(await numbers()).toEqual(['G3', 'G7', 'G8'])
  })
})
