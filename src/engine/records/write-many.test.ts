import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, asSystem } from '../access/actor.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { createCollege } from '../colleges.ts'
import { queryText } from '../search.ts'
import { historyOf } from '../history/read.ts'
import type { Refusal } from '../refusal.ts'
import { recordFile } from '../files/store.ts'
import { act } from './act.ts'
import { listRecords } from './list.ts'
import { createMany, type ManyChange, type ManyNew, type ManyOptions, updateMany } from './write-many.ts'

let db: TestDatabase
let college: TestCollege
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
})
afterAll(() => db.close())

const create = (actor: Actor, register: string, rows: readonly ManyNew[], options?: ManyOptions) =>
  db.database.inCollege(actor.collegeId, (tx) => createMany(db.engine, tx, actor, register, rows, options))
const update = (actor: Actor, rows: readonly ManyChange[], comment?: string) =>
  db.database.inCollege(actor.collegeId, (tx) => updateMany(db.engine, tx, actor, 'tools', rows, comment))
const list = (actor: Actor, q: string) =>
  db.database.inCollege(actor.collegeId, (tx) =>
    listRecords(db.engine, tx, actor, { register: 'tools', q, limit: 500 }),
  )
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (e: Refusal) => e,
  )
const tool = (number: string, workshop: string, more: object = {}) => ({
  number,
  name: `锉刀 ${number}`,
  kind: 'hand',
  workshop,
  ...more,
})

describe('many records', () => {
  it('stand exactly as if each had been made alone', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const paper = { sha256: 'a'.repeat(64), name: '说明 "书".pdf', size: 3, type: 'application/pdf' }
    await db.database.inCollege(college.id, (tx) => recordFile(tx, clerk, { ...paper, scan: 'clean' }))
    const sample = {
      price: '12.50',
      pieces: 4,
      weight: '1.25',
      boughtOn: '2023-02-01',
      uses: ['power', 'hand'],
      papers: [paper],
    }
    const alone = await db.database.inCollege(college.id, (tx) =>
      act(db.engine, tx, clerk, { register: 'tools', action: 'create', values: tool('M0', college.eastRoom, sample) }),
    )
    await create(clerk, 'tools', [
      { values: tool('M1', college.eastRoom, sample) },
      { values: tool('M2', college.east) },
    ])
    const [row] = (await list(clerk, 'M1')).rows
    const same = (values: object) => ({ ...values, number: '', name: '' })
    expect(same(row!.values)).toEqual(same(alone.values))
    expect(row).toMatchObject({
      state: 'draft',
      version: 1,
      unitId: college.eastRoom,
      createdBy: clerk.accountId,
      can: alone.can,
    })
    const history = (id: string) => db.database.inCollege(college.id, (tx) => historyOf(tx, 'tools', id))
    const [a, b] = [(await history(alone.id))[0]!, (await history(row!.id))[0]!]
    expect({ ...b, after: same(b.after!) }).toMatchObject({
      actor: a.actor,
      action: 'create',
      before: null,
      after: same(a.after!),
    })
    const [search] = await db.database.inCollege(college.id, (tx) =>
      tx.run<{ n: number }>(
        sql`SELECT count(*) AS n FROM records.tools WHERE search @@ ${queryText(college.id, '锉刀')}::tsquery`,
      ),
    )
    expect(search!.n).toBe(3)
  })

  it('may be more than one statement holds', async () => {
    const keeper = await college.actor(['keeper', college.root])
    const rows = Array.from({ length: 2500 }, (_, i) => ({ values: tool(`N${i}`, college.west, { pieces: i % 7 }) }))
    expect(await create(keeper, 'tools', rows)).toEqual({ created: 2500 })
    const [count] = await db.database.inCollege(college.id, (tx) =>
      tx.run<{ n: number; h: number }>(
        sql`SELECT count(*) AS n, (SELECT count(*) FROM history WHERE college_id = ${college.id} AND subject = 'tools' AND after->>'number' LIKE 'N%') AS h
          FROM records.tools WHERE college_id = ${college.id} AND number LIKE 'N%'`,
      ),
    )
    expect(count).toEqual({ n: 2500, h: 2500 })
  })

  it('are refused as a whole, with the row of each problem', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const wrong = await refusal(
      create(clerk, 'tools', [
        { values: tool('P1', college.east) },
        { values: tool('P2', college.west) },
        { values: { ...tool('P3', college.east), kind: 'x' } },
        { values: tool('P4', college.east, { secret: '11010519491231002X' }) },
      ]),
    )
    expect(wrong.details.problems?.map((p) => [p.row, p.field])).toEqual([
      [2, 'workshop'],
      [3, 'kind'],
      [4, 'secret'],
    ])
    await create(clerk, 'tools', [{ values: tool('P5', college.east) }])
    const twice = await refusal(
      create(clerk, 'tools', [{ values: tool('P6', college.east) }, { values: tool('P5', college.east) }]),
    )
    expect(twice.details.problems?.[0]?.field).toBe('number')
    expect((await list(clerk, 'P6')).rows).toHaveLength(0)
    const reader = await college.actor(['reader', college.root])
    expect((await refusal(create(reader, 'tools', [{ values: tool('P7', college.east) }]))).code).toBe('not-allowed')
    // State and unchecked values are the system's alone.
    await create(clerk, 'tools', [{ values: tool('P8', college.east), state: 'kept' }])
    expect((await list(clerk, 'P8')).rows[0]?.state).toBe('draft')
    expect(
      (
        await refusal(
          create(clerk, 'tools', [{ values: tool('P9', college.east, { kind: 'x' }) }], { validate: false }),
        )
      ).code,
    ).toBe('invalid')
  })

  it('change together or not at all', async () => {
    const keeper = await college.actor(['keeper', college.root])
    const clerk = await college.actor(['clerk', college.east])
    await create(
      clerk,
      'tools',
      ['Q1', 'Q2', 'Q3'].map((n) => ({ values: tool(n, college.east, { price: '2.00', pieces: 1, uses: ['hand'] }) })),
    )
    const [one, two, three] = (await list(clerk, '锉刀 Q')).rows.toSorted((a, b) =>
      String(a.values['number']) < String(b.values['number']) ? -1 : 1,
    )
    const change = (record: typeof one, values: object, version = 1) => ({
      id: record!.id,
      version,
      values: values as Record<string, unknown>,
    })
    expect(
      await update(clerk, [
        change(one, { pieces: 3, uses: ['power'] }),
        change(two, { pieces: 1 }),
        change(three, { price: '4' }),
      ]),
    ).toEqual({ updated: 2 })
    const seen = (await list(clerk, 'Q1')).rows[0]!
    expect(seen).toMatchObject({ version: 2, values: { pieces: 3, total: '6.00', uses: ['power'] } })
    const history = await db.database.inCollege(college.id, (tx) => historyOf(tx, 'tools', one!.id))
    expect(history[0]).toMatchObject({
      action: 'update',
      before: { pieces: 1, total: '2.00', uses: ['hand'] },
      after: { pieces: 3, total: '6.00', uses: ['power'] },
    })
    const stale = await refusal(update(clerk, [change(two, { pieces: 9 }), change(one, { pieces: 9 })]))
    expect([stale.code, stale.details.problems?.map((p) => p.row)]).toEqual(['stale', [2]])
    expect((await refusal(update(clerk, [change(two, { workshop: college.west })]))).details.problems?.[0]?.field).toBe(
      'workshop',
    )
    await db.database.inCollege(college.id, (tx) =>
      act(db.engine, tx, asSystem(college.id, 'test'), { register: 'tools', id: two!.id, action: 'submit' }),
    )
    await db.database.inCollege(college.id, (tx) =>
      act(db.engine, tx, keeper, { register: 'tools', id: two!.id, action: 'approve', version: 2 }),
    )
    expect((await refusal(update(clerk, [change(two, { pieces: 9 }, 3)]))).code).toBe('invalid')
    expect((await refusal(update(keeper, [change(two, { pieces: 9 }, 3)]))).details.problems?.[0]?.field).toBe(
      'comment',
    )
    expect(await update(keeper, [change(two, { pieces: 9 }, 3)], '盘点')).toEqual({ updated: 1 })
  })

  it('by the system: states, own ids, unchecked values, and the first units of a college', async () => {
    const id = await createCollege(db.engine, { code: 'D', name: '演示' }, false)
    const system = asSystem(id, 'demo')
    const ids = [1, 2, 3].map((n) => `018a4d1f-0000-7000-8000-00000000000${n}`)
    await create(system, 'units', [
      { id: ids[0]!, values: { code: 'r', name: '学院', kind: 'college' } },
      { id: ids[1]!, values: { code: 's', name: '库房', kind: 'office', parent: ids[0], office: 'stores' } },
    ])
    await create(
      system,
      'units',
      [{ id: ids[2]!, values: { code: 'w', name: '车间', kind: 'faculty', parent: ids[0] } }],
      { validate: false },
    )
    await create(
      system,
      'tools',
      [{ values: { ...tool('D1', ids[2]!, { pieces: 2, price: '1.50' }) }, state: 'kept' }],
      { validate: false },
    )
    const rows = await db.database.inCollege(id, (tx) =>
      tx.run(sql`SELECT code, unit_id FROM records.units ORDER BY code`),
    )
    expect(rows).toEqual([
      { code: 'r', unit_id: ids[0] },
      { code: 's', unit_id: ids[0] },
      { code: 'w', unit_id: ids[0] },
    ])
    const [kept] = await db.database.inCollege(id, (tx) => tx.run(sql`SELECT state, total, unit_id FROM records.tools`))
    expect(kept).toEqual({ state: 'kept', total: '3.00', unit_id: ids[2] })
  })
})
