import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTestCollege } from '../testing/actors.ts'
import { testCatalogue } from '../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'

let db: TestDatabase
let collegeId: string
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  collegeId = (await makeTestCollege(db.engine, 'A')).id
})
afterAll(() => db.close())

it.each(['UTC', 'Asia/Shanghai', 'America/St_Johns'])(
  'moments are the same whatever the zone of the server: %s',
  async (zone) => {
    const moments = [
      '2026-02-28T23:59:59.120Z',
      '2026-03-01T00:00:00.000Z',
      '2001-12-31T16:30:01.005Z',
      '2026-03-01T10:20:30.999Z',
    ]
    const [row] = await db.database.inCollege(collegeId, async (tx) => {
      await tx.run(sql`SELECT set_config('TimeZone', ${zone}, true)`)
      return tx.run(
        sql`SELECT ${moments[0]}::timestamptz AS a, ${moments[1]}::timestamptz AS b, ${moments[2]}::timestamptz AS c, '2026-03-01T10:20:30.999999Z'::timestamptz AS d`,
      )
    })
    expect(Object.values(row!)).toEqual(moments)
  },
)
