import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCatalogue } from '../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { createRounds } from './rounds.ts'

let db: TestDatabase
const colleges = Array.from({ length: 5 }, () => v7()).toSorted()
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  for (const id of colleges)
    await db.database.run(
      sql`INSERT INTO colleges (id, code, name, demo, created_at) VALUES (${id}, ${id}, '示例学院', false, now())`,
    )
})
afterAll(() => db.close())

const later = () => Date.now() + 1000

it('look at colleges in which something was written, until that was looked at, and at the others in turn', async () => {
  const rounds = createRounds(db.database, 2)
  const [a, b, c, d, e] = colleges
  expect(await rounds.next()).toEqual([a, b])
  await db.database.inCollege(a!, (tx) => tx.run(sql`SELECT 1 FROM outbox`))
  await db.database.inCollege(e!, (tx) =>
    tx.run(
      sql`INSERT INTO outbox (college_id, id, subject, subject_id, action) VALUES (${e}, ${v7()}, 'tools', ${v7()}, 'create')`,
    ),
  )
  const begun = later()
  expect(await rounds.next()).toEqual([e, c, d])
  // Not all was looked at: it is asked for again.
  rounds.done(0)
  expect(await rounds.next()).toEqual([e])
  rounds.done(begun)
  expect(await rounds.next()).toEqual([a, b])
})

it('look at nothing for the sake of what was rolled back', async () => {
  const rounds = createRounds(db.database, 1)
  const broken = db.database.inCollege(colleges[4]!, async (tx) => {
    await tx.run(sql`DELETE FROM outbox`)
    throw new Error('no')
  })
  await expect(broken).rejects.toThrow('no')
  expect(await rounds.next()).toEqual([colleges[0]])
})
