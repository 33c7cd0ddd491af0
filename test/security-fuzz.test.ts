import { afterAll, beforeAll, expect, it } from 'vitest'
import { addOtherCollege, fuzz } from '../bench/fuzz-run.ts'
import { declarations } from '../catalogue/index.gen.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { openDemoDatabase } from './demo-database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openDemoDatabase(assembleCatalogue(declarations))
  await addOtherCollege(db.engine)
})
afterAll(() => db.close())

/** `npm run bench -- fuzz` sends a hundred thousand. */
const REQUESTS = 1500

it(
  'malformed requests to every route end in an answer of ours, and tell nothing of another college, of hidden values or of the insides',
  { timeout: 240_000 },
  async () => {
    const { sent, statuses, faults } = await fuzz(db.engine, REQUESTS, 20260101)
    expect(faults).toEqual([])
    expect(sent).toBe(REQUESTS)
    // They are no noise that the first check throws away: some are done, most are refused, for many reasons.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 20)
    for (const status of [400, 401, 403, 404, 422]) expect([status, statuses.has(status)]).toEqual([status, true])
  },
)
