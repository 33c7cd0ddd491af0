import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { historyOf } from '../history/read.ts'
import type { Refusal } from '../refusal.ts'
import { type Act, act } from './act.ts'
import { actOnMany } from './act-on-many.ts'
import { listRecords, type ListRequest } from './list.ts'

let db: TestDatabase
let college: TestCollege
let other: TestCollege
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  other = await makeTestCollege(db.engine, 'B')
})
afterAll(() => db.close())

const run = (actor: Actor, request: Act) =>
  db.database.inCollege(actor.collegeId, (tx) => act(db.engine, tx, actor, request))
const list = (actor: Actor, request: ListRequest) =>
  db.database.inCollege(actor.collegeId, (tx) => listRecords(db.engine, tx, actor, request))
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (e: Refusal) => e,
  )
const hammer = (number: string, workshop: string) => ({
  number,
  name: `锤子 ${number}`,
  kind: 'hand',
  price: '12.50',
  pieces: 4,
  workshop,
})

describe('a record', () => {
  it('is created, derived, shown with what can be done next, and remembered', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const made = await run(clerk, { register: 'tools', action: 'create', values: hammer('A1', college.eastRoom) })
    expect(made).toMatchObject({
      state: 'draft',
      version: 1,
      unitId: college.eastRoom,
      values: { total: '50.00' },
      titles: { workshop: 'east-room 单位' },
    })
    expect(made.can).toMatchObject({ update: true, delete: true, actions: [{ name: 'submit' }] })
    const changed = await run(clerk, {
      register: 'tools',
      id: made.id,
      action: 'update',
      version: 1,
      values: { pieces: 5 },
    })
    expect(changed.values['total']).toBe('62.50')
    const history = await db.database.inCollege(college.id, (tx) => historyOf(tx, 'tools', made.id))
    expect(history.map((h) => [h.action, h.before, h.after])).toMatchObject([
      ['update', { pieces: 4, total: '50.00' }, { pieces: 5, total: '62.50' }],
      ['create', null, { name: '锤子 A1', state: 'draft' }],
    ])
  })

  it('goes through its states; a reason is asked where it counts', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const keeper = await college.actor(['keeper', college.root])
    const made = await run(clerk, { register: 'tools', action: 'create', values: hammer('A2', college.east) })
    const sent = await run(clerk, { register: 'tools', id: made.id, action: 'submit', version: 1 })
    expect((await refusal(run(clerk, { register: 'tools', id: made.id, action: 'approve', version: 2 }))).code).toBe(
      'not-allowed',
    )
    expect((await refusal(run(keeper, { register: 'tools', id: made.id, action: 'return', version: 2 }))).code).toBe(
      'invalid',
    )
    // What every object has is no way out of a state.
    for (const action of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'nonsense'])
      expect((await refusal(run(keeper, { register: 'tools', id: made.id, action, version: 2 }))).code).toBe(
        'not-allowed',
      )
    const kept = await run(keeper, { register: 'tools', id: made.id, action: 'approve', version: sent.version })
    expect(kept.state).toBe('kept')
    expect(
      (
        await refusal(
          run(clerk, { register: 'tools', id: made.id, action: 'update', version: 3, values: { pieces: 1 } }),
        )
      ).code,
    ).toBe('not-allowed')
    const said = await refusal(
      run(keeper, { register: 'tools', id: made.id, action: 'update', version: 3, values: { pieces: 1 } }),
    )
    expect(said.details.problems?.[0]?.field).toBe('comment')
    await run(keeper, {
      register: 'tools',
      id: made.id,
      action: 'update',
      version: 3,
      values: { pieces: 1 },
      comment: '盘点',
    })
  })

  it('edited by two people at once keeps the first and tells the second', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const made = await run(clerk, { register: 'tools', action: 'create', values: hammer('A3', college.east) })
    const write = (name: string) =>
      run(clerk, { register: 'tools', id: made.id, action: 'update', version: 1, values: { name } })
    const results = await Promise.allSettled([write('甲'), write('乙')])
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = (results.find((r) => r.status === 'rejected') as PromiseRejectedResult).reason as Refusal
    expect(lost.code).toBe('stale')
    expect(lost.details.changes).toHaveLength(1)
  })

  it('that two people save in the same moment says to the second who was first', async () => {
    const people = [await college.actor(['clerk', college.west]), await college.actor(['keeper', college.root])]
    const made = await run(people[0]!, { register: 'tools', action: 'create', values: hammer('M1', college.west) })
    const change = (pieces: number): Act => ({
      register: 'tools',
      id: made.id,
      action: 'update',
      version: 1,
      values: { pieces },
    })
    let read = 0
    let goOn = () => {}
    const bothRead = new Promise<void>((resolve) => (goOn = resolve))
    // Each goes on once both have read the record.
    const meet = async (actor: Actor, pieces: number) =>
      db.database.inCollege(college.id, async (tx) => {
        const waiting: typeof tx = {
          ...tx,
          async change(statement) {
            if (++read === 2) goOn()
            await bothRead
            return tx.change(statement)
          },
        }
        return act(db.engine, waiting, actor, change(pieces))
      })
    const [first, second] = await Promise.allSettled(people.map((actor, i) => meet(actor, i + 5)))
    const [won, lost] = first!.status === 'fulfilled' ? [0, second!] : [1, first!]
    const { code, details } = (lost as PromiseRejectedResult).reason as Refusal
    expect([code, details.changes?.map((c) => c.actorName)]).toEqual(['stale', [people[won]!.name]])
    const history = await db.database.inCollege(college.id, (tx) => historyOf(tx, 'tools', made.id))
    expect(history.map((h) => h.action)).toEqual(['update', 'create'])
  })

  it('that somebody else saves among many is refused alone, and leaves no trace of what was not done', async () => {
    const clerk = await college.actor(['clerk', college.west])
    const made = await Promise.all(
      ['B1', 'B2'].map((number) =>
        run(clerk, { register: 'tools', action: 'create', values: hammer(number, college.west) }),
      ),
    )
    const ids = made.map(({ id }) => id)
    let isFirst = true
    const result = await db.database.inCollege(college.id, (tx) =>
      actOnMany(
        db.engine,
        {
          ...tx,
          async change(statement) {
            if (isFirst) {
              isFirst = false
              await run(clerk, { register: 'tools', action: 'update', id: ids[0]!, version: 1, values: { pieces: 9 } })
            }
            return tx.change(statement)
          },
        },
        clerk,
        { register: 'tools', ids, action: 'delete', comment: '报废' },
      ),
    )
    expect(result).toMatchObject({ done: 1, refused: [{ id: ids[0] }] })
    const actions = (id: string) =>
      db.database.inCollege(college.id, async (tx) => (await historyOf(tx, 'tools', id)).map((h) => h.action))
    expect([await actions(ids[0]!), await actions(ids[1]!)]).toEqual([
      ['update', 'create'],
      ['delete', 'create'],
    ])
  })

  it('says every problem at its field, in both languages', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const wrong = await refusal(
      run(clerk, {
        register: 'tools',
        action: 'create',
        values: { number: '', kind: 'plant', boughtOn: '2023-02-30', workshop: college.east, colour: 'red' },
      }),
    )
    expect(wrong.details.problems?.map((p) => p.field)).toEqual(['kind', 'boughtOn', 'colour'])
    const missing = await refusal(
      run(clerk, { register: 'tools', action: 'create', values: { kind: 'hand', workshop: college.east } }),
    )
    expect(missing.details.problems?.map((p) => p.message.zh)).toEqual(['请填写“编号”', '请填写“名称”'])
    const heavy = await refusal(
      run(clerk, { register: 'tools', action: 'create', values: { ...hammer('A4', college.east), weight: '51' } }),
    )
    expect(heavy.details.problems?.[0]?.message.en).toBe('A hand tool weighs at most 50 kg')
    await run(clerk, { register: 'tools', action: 'create', values: hammer('A5', college.east) })
    const twice = await refusal(run(clerk, { register: 'tools', action: 'create', values: hammer('A5', college.east) }))
    expect(twice.details.problems?.[0]).toMatchObject({ field: 'number' })
    const nowhere = await refusal(
      run(clerk, {
        register: 'loans',
        action: 'create',
        values: { number: 'L1', tool: '00000000-0000-7000-8000-00000000dead', lentOn: '2023-01-01' },
      }).catch((e) => {
        throw e
      }),
    )
    expect(['invalid', 'not-allowed']).toContain(nowhere.code)
  })

  it('that is the first unit of a college stays its own when it is renamed', async () => {
    const keeper = await other.actor(['keeper', other.root])
    const renamed = await run(keeper, {
      register: 'units',
      id: other.root,
      action: 'update',
      version: 1,
      values: { name: '新校名' },
    })
    expect(renamed.unitId).toBe(other.root)
  })

  it('taken out of use can be brought back', async () => {
    const keeper = await college.actor(['keeper', college.root])
    const made = await run(keeper, { register: 'tools', action: 'create', values: hammer('A6', college.east) })
    expect((await refusal(run(keeper, { register: 'tools', id: made.id, action: 'delete', version: 1 }))).code).toBe(
      'invalid',
    )
    const gone = await run(keeper, { register: 'tools', id: made.id, action: 'delete', version: 1, comment: '重复' })
    expect(gone.can).toMatchObject({ update: false, restore: true, actions: [] })
    expect((await list(keeper, { register: 'tools', q: 'A6' })).rows).toHaveLength(0)
    expect((await list(keeper, { register: 'tools', q: 'A6', deleted: true })).rows).toHaveLength(1)
    const back = await run(keeper, { register: 'tools', id: made.id, action: 'restore', version: 2 })
    expect(back.deletedAt).toBeNull()
  })
})

describe('scope', () => {
  it('keeps a unit to itself and below, an owner to their own, the owning office to all', async () => {
    const east = await college.actor(['clerk', college.east])
    const west = await college.actor(['clerk', college.west])
    const stores = await college.actor(['clerk', college.stores])
    const member = await college.actor(['member', college.west])
    const made = await run(east, { register: 'tools', action: 'create', values: hammer('S1', college.eastRoom) })
    expect((await list(west, { register: 'tools', q: 'S1' })).rows).toHaveLength(0)
    expect((await list(stores, { register: 'tools', q: 'S1' })).rows).toHaveLength(1)
    expect((await list(member, { register: 'tools' })).rows).toHaveLength(0)
    expect(
      (
        await refusal(
          run(west, { register: 'tools', id: made.id, action: 'update', version: 1, values: { pieces: 9 } }),
        )
      ).code,
    ).toBe('unknown-record')
    // Neither into another's reach, nor out of one's own.
    expect(
      (await refusal(run(west, { register: 'tools', action: 'create', values: hammer('S2', college.east) }))).code,
    ).toBe('invalid')
    expect(
      (
        await refusal(
          run(east, {
            register: 'tools',
            id: made.id,
            action: 'update',
            version: 1,
            values: { workshop: college.west },
          }),
        )
      ).code,
    ).toBe('invalid')
    const own = await run(member, { register: 'tools', action: 'create', values: hammer('S3', college.west) })
    expect((await list(member, { register: 'tools' })).rows.map((r) => r.id)).toEqual([own.id])
  })

  it('never crosses colleges, even with a known id', async () => {
    const keeper = await college.actor(['keeper', college.root])
    const stranger = await other.actor(['keeper', other.root])
    const made = await run(keeper, { register: 'tools', action: 'create', values: hammer('X1', college.east) })
    expect(
      (
        await refusal(
          run(stranger, { register: 'tools', id: made.id, action: 'update', version: 1, values: { pieces: 1 } }),
        )
      ).code,
    ).toBe('unknown-record')
    expect((await list(stranger, { register: 'tools' })).rows).toHaveLength(0)
    expect(
      (await refusal(run(stranger, { register: 'tools', action: 'create', values: hammer('X2', college.east) }))).code,
    ).toBe('invalid')
    // The second wall: even SQL without a college condition sees only the bound college.
    const rows = await db.database.inCollege(other.id, (tx) => tx.run(sql`SELECT id FROM records.tools`))
    expect(rows).toHaveLength(0)
    await expect(
      db.database.inCollege(other.id, (tx) => tx.run(sql`UPDATE records.tools SET version = 9`)),
    ).resolves.toHaveLength(0)
  })

  it('hides what a role may not read, from values, filters and history', async () => {
    const keeper = await college.actor(['keeper', college.root])
    const clerk = await college.actor(['clerk', college.east])
    const made = await run(keeper, {
      register: 'tools',
      action: 'create',
      values: { ...hammer('H1', college.east), secret: '11010519491231002X' },
    })
    expect(made.values['secret']).toBe('11010519491231002X')
    const [seen] = (await list(clerk, { register: 'tools', q: 'H1' })).rows
    expect(seen?.masked).toEqual(['secret'])
    expect(String(seen?.values['secret'])).toContain('*')
    expect(
      (await refusal(list(clerk, { register: 'tools', where: [['secret', 'is', '11010519491231002X']] }))).code,
    ).toBe('bad-request')
    expect(
      (
        await refusal(
          run(clerk, {
            register: 'tools',
            id: made.id,
            action: 'update',
            version: 1,
            values: { secret: '11010519491231002X' },
          }),
        )
      ).code,
    ).toBe('invalid')
  })
})

describe('the database', () => {
  it('refuses that history is rewritten or records are removed', async () => {
    for (const statement of [
      sql`UPDATE history SET reason = 'x'`,
      sql`DELETE FROM history`,
      sql`DELETE FROM records.tools`,
      sql`DELETE FROM audit`,
    ])
      await expect(db.database.inCollege(college.id, (tx) => tx.run(statement))).rejects.toThrow(/permission denied/)
  })
})

describe('a list', () => {
  it('pages by key through ties and empty values without loss or repeat, in any order', async () => {
    const keeper = await other.actor(['keeper', other.root])
    const names = ['安', '毕', '陈', '邓', '安', '毕', '陈']
    for (const [i, name] of names.entries())
      await run(keeper, {
        register: 'tools',
        action: 'create',
        values: { ...hammer(`L${i}`, other.east), name, boughtOn: i % 3 === 0 ? null : `2023-01-0${i}` },
      })
    for (const sort of ['name', '-name', 'boughtOn', '-boughtOn', 'updatedAt', undefined]) {
      const seen: string[] = []
      let after: string | undefined
      do {
        const page: Awaited<ReturnType<typeof list>> = await list(keeper, {
          register: 'tools',
          limit: 2,
          ...(sort ? { sort } : {}),
          ...(after ? { after } : {}),
        })
        seen.push(...page.rows.map((r) => r.id))
        after = page.next ?? undefined
      } while (after)
      expect(new Set(seen).size).toBe(names.length)
      expect(seen).toHaveLength(names.length)
    }
    const first = await list(keeper, { register: 'tools', limit: 2 })
    expect(first.total).toBe(7)
    const found = await list(keeper, { register: 'tools', q: '陈', where: [['kind', 'is', 'hand']] })
    expect(found.rows).toHaveLength(2)
  })
  it('counts what is there, also beside changes that are not finished, and within them', async () => {
    const keeper = await other.actor(['keeper', other.west])
    const request = { register: 'tools', limit: 1 }
    const total = async () => (await list(keeper, request)).total - before
    const make = (number: string): Act => ({
      register: 'tools',
      action: 'create',
      values: hammer(number, other.west),
    })
    const before = (await list(keeper, request)).total
    for (const number of ['C1', 'C2']) await run(keeper, make(number))
    expect([await total(), await total()]).toEqual([2, 2])
    const undone = db.database.inCollege(other.id, async (tx) => {
      const within = async () => (await listRecords(db.engine, tx, keeper, request)).total - before
      expect(await within()).toBe(2)
      await act(db.engine, tx, keeper, make('C3'))
      expect([await within(), await total()]).toEqual([3, 2])
      await act(db.engine, tx, keeper, make('C4'))
      expect([await within(), await total()]).toEqual([4, 2])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await total()).toBe(2)
    await run(keeper, make('C3'))
    expect([await total(), await total()]).toEqual([3, 3])
  })
})
