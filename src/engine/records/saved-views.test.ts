import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue, tools } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Actor } from '../access/actor.ts'
import { keepView, listViews } from './saved-views.ts'

let db: TestDatabase
let college: TestCollege
let keeper: Actor
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  keeper = await college.actor(['keeper', college.root])
})
afterAll(() => db.close())

const keep = (actor: Actor, view: Parameters<typeof keepView>[3]) =>
  db.database.inCollege(college.id, (tx) => keepView(tx, actor, tools, view))
const list = (actor: Actor) => db.database.inCollege(college.id, (tx) => listViews(tx, actor, tools))
const names = async (actor: Actor) => (await list(actor)).map((view) => view.name)

it('are shared with those who may see the register, and tell of no field that somebody may not read', async () => {
  const clerk = await college.actor(['clerk', college.east])
  await keep(keeper, {
    name: '手动',
    shared: true,
    where: [['kind', 'is', 'hand']],
    columns: ['name', 'secret', 'state'],
  })
  await keep(keeper, { name: '某人', shared: true, where: [['secret', 'is', '110101199001011237']] })
  await keep(keeper, { name: '按证件', shared: true, sort: '-secret' })
  await keep(keeper, { name: '只给自己', shared: false })
  await keep(clerk, { name: '我的', shared: false, columns: ['name'] })
  expect(await names(keeper)).toHaveLength(4)
  expect(await list(clerk)).toMatchObject([
    { name: '我的', mine: true },
    { name: '手动', mine: false, columns: ['name', 'state'] },
  ])
})

it('are closed to whoever may not see the register', async () => {
  const writer = await college.actor(['writer', college.stores])
  await expect(list(writer)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(keep(writer, { name: 'x', shared: true })).rejects.toMatchObject({ code: 'not-allowed' })
})
