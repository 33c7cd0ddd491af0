import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '../../database/connection.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Actor } from '../access/actor.ts'
import { acceptImport, cancelImport } from './accept-import.ts'
import { dropPlan } from './kept-plans.ts'
import { previewImport } from './preview-import.ts'
import { tidyImports } from './tidy-imports.ts'

const DAY_MS = 86_400_000
let db: TestDatabase
let college: TestCollege
let keeper: Actor
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  keeper = await college.actor(['keeper', college.root])
})
afterAll(() => db.close())

const inTx = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
const folder = () => join(db.engine.filesDir, 'imports', college.id)
const preview = async (number: string) => {
  const bytes = Buffer.from(`编号,名称,类别,车间\r\n${number},锤,手动,east 单位\r\n`)
  return (await inTx((tx) => previewImport(db.engine, tx, keeper, 'tools', { bytes, fileName: 't.csv' }))).id
}
const tidy = (now?: number) => inTx((tx) => tidyImports(db.engine, tx, now))
const ids = async () =>
  (await inTx((tx) => tx.run<{ id: string }>(sql`SELECT id FROM imports ORDER BY id`))).map((r) => r.id)
/** As if they had been sent eight days ago. */
async function age(...imports: string[]): Promise<void> {
  const then = new Date(Date.now() - 8 * DAY_MS)
  for (const id of imports) {
    await inTx((tx) => tx.run(sql`UPDATE imports SET created_at = ${then.toISOString()} WHERE id = ${id}`))
    utimesSync(join(folder(), id), then, then)
  }
}

it('takes away what nobody accepted in a week, the sheet only after its import, and nothing that is in use', async () => {
  const [young, old, called, accepted, deciding] = [
    await preview('Y'),
    await preview('O'),
    await preview('C'),
    await preview('A'),
    await preview('D'),
  ] as const
  await inTx((tx) => acceptImport(db.engine, tx, keeper, accepted))
  await inTx((tx) => cancelImport(tx, keeper, called))
  await age(old, called, accepted, deciding)

  // Somebody is just accepting one of them.
  await inTx(async (deciders) => {
    await deciders.run(sql`SELECT 1 FROM imports WHERE college_id = ${college.id} AND id = ${deciding} FOR UPDATE`)
    expect(await tidy()).toEqual({ previews: 2, sheets: 0 })
  })
  expect(await ids()).toEqual([young, accepted, deciding])
  expect(readdirSync(folder())).toHaveLength(5)

  expect(await tidy()).toEqual({ previews: 1, sheets: 2 })
  expect(await tidy()).toEqual({ previews: 0, sheets: 1 })
  expect(await tidy()).toEqual({ previews: 0, sheets: 0 })
  expect(await ids()).toEqual([young, accepted])
  expect(readdirSync(folder()).toSorted()).toEqual([young, accepted])

  // After a restart the young one is read from its sheet again.
  dropPlan(young)
  expect(await inTx((tx) => acceptImport(db.engine, tx, keeper, young))).toEqual({ creates: 1, updates: 0 })
})

it('takes away the sheet of a preview that was never kept', async () => {
  const gone = inTx(async (tx) => {
    const bytes = Buffer.from('编号,名称,类别,车间\r\nG,锤,手动,east 单位\r\n')
    const { id } = await previewImport(db.engine, tx, keeper, 'tools', { bytes, fileName: 't.csv' })
    throw new Error(id)
  })
  const id = await gone.catch((error: Error) => error.message)
  expect(existsSync(join(folder(), id))).toBe(true)
  expect((await tidy()).sheets).toBe(0)
  expect((await tidy(Date.now() + 8 * DAY_MS)).sheets).toBe(1)
  expect(existsSync(join(folder(), id))).toBe(false)
})
