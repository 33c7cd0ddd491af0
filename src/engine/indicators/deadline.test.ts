import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Actor } from '../access/actor.ts'
import { hearChanges } from '../outbox.ts'
import { actOnFigure } from './act-on-figure.ts'
import { completeness } from './completeness.ts'
import { reminderDay } from './deadline.ts'
import { remindOffices } from './remind-offices.ts'

let db: TestDatabase
let college: TestCollege
let keeper: Actor
let clerk: string
let boss: string
const inCollege: <T>(work: Parameters<typeof db.database.inCollege<T>>[1]) => Promise<T> = (work) =>
  db.database.inCollege(college.id, work)

async function account(name: string, role: string, unit: string, to: string | null = null): Promise<string> {
  const id = v7()
  await inCollege(async (tx) => {
    await tx.run(
      sql`INSERT INTO accounts (college_id, id, name, display_name, created_at) VALUES (${college.id}, ${id}, ${name}, ${name}, now())`,
    )
    await tx.run(
      sql`INSERT INTO assignments (college_id, id, account_id, role, unit_id, valid_to) VALUES (${college.id}, ${v7()}, ${id}, ${role}, ${unit}, ${to})`,
    )
  })
  return id
}

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'D')
  keeper = await college.actor(['keeper', college.root])
  boss = await account('boss', 'keeper', college.root)
  clerk = await account('clerk', 'clerk', college.stores)
  await account('gone', 'clerk', college.stores, '2023-06-30')
  await account('reader', 'reader', college.stores)
  await inCollege((tx) => tx.run(sql`UPDATE records.periods SET figures_due_on = '2023-12-31' WHERE code = '2023'`))
  await inCollege((tx) => hearChanges(db.engine, tx))
})
afterAll(() => db.close())

/** Noon in China. */
const at = (day: string) => Date.parse(`${day}T12:00:00+08:00`)
const remind = (day: string) => inCollege((tx) => remindOffices(db.engine, tx, at(day)))
const told = () =>
  inCollege((tx) =>
    tx.run<{ account_id: string; zh: string; link: string }>(
      sql`SELECT account_id, body->>'zh' AS zh, link FROM notices WHERE college_id = ${college.id} AND kind = 'figures-due' ORDER BY id`,
    ),
  )
const stores = async (day: string, actor = keeper) =>
  (await inCollege((tx) => completeness(db.engine, tx, actor, '2023', at(day)))).find((row) => row.office === 'stores')!

it('reminds a week before, on the day and weekly after it, for twelve weeks', () => {
  expect(
    [
      '2023-12-23',
      '2023-12-24',
      '2023-12-30',
      '2023-12-31',
      '2024-01-06',
      '2024-01-07',
      '2024-03-30',
      '2024-03-31',
    ].map((day) => reminderDay('2023-12-31', day)),
  ).toEqual([null, '2023-12-24', '2023-12-24', '2023-12-31', '2023-12-31', '2024-01-07', '2024-03-24', null])
})

it('says which office is late, by how many days, and when a person last worked on its figures', async () => {
  expect(await stores('2023-12-31')).toMatchObject({
    dueOn: '2023-12-31',
    isLate: false,
    lateDays: 0,
    lastActivity: null,
  })
  expect(await stores('2024-01-03')).toMatchObject({ isLate: true, lateDays: 3 })
  await inCollege((tx) =>
    actOnFigure(db.engine, tx, keeper, { code: 't.area', period: '2023', action: 'enter', value: '12', version: 0 }),
  )
  const after = await stores('2024-01-03')
  expect(Date.now() - Date.parse(after.lastActivity!)).toBeLessThan(60_000)
  const without = (await inCollege((tx) => completeness(db.engine, tx, keeper, '2022', at('2024-01-03'))))[0]!
  expect(without).toMatchObject({ dueOn: null, isLate: false, lastActivity: null })
})

it('reminds those who fill in at the office, once each time, until nothing is missing', async () => {
  const missing = (await stores('2024-01-03')).missing.length
  expect(missing).toBeGreaterThan(0)
  await remind('2023-12-20')
  expect(await told()).toEqual([])
  for (const day of ['2023-12-24', '2023-12-24', '2023-12-28']) await remind(day)
  expect(await told()).toMatchObject([
    { account_id: clerk, zh: expect.stringContaining(`还有 ${missing} 项`), link: '/figures?period=2023&owner=stores' },
  ])
  await inCollege((tx) => tx.run(sql`UPDATE notices SET read_at = now() WHERE college_id = ${college.id}`))
  for (const day of ['2023-12-30', '2023-12-31', '2023-12-31', '2024-01-07', '2024-01-09', '2025-01-01'])
    await remind(day)
  expect((await told()).map((t) => t.zh.split('，').slice(1).join('，'))).toEqual([
    '请于 2023-12-31 前报送',
    '今天截止',
    '应于 2023-12-31 报送，已逾期 7 天',
  ])
  // Where nobody fills in at the office, whoever does above it hears.
  await inCollege((tx) => tx.run(sql`UPDATE accounts SET disabled = true WHERE id = ${clerk}`))
  await remind('2024-01-14')
  expect((await told()).map((t) => t.account_id)).toEqual([clerk, clerk, clerk, boss])
  await inCollege((tx) => tx.run(sql`UPDATE records.periods SET locked = true WHERE code = '2023'`))
  await remind('2024-01-21')
  expect(await told()).toHaveLength(4)
})
