import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { reportingCatalogue } from '../../testing/reporting-college.ts'
import { asSystem } from '../access/actor.ts'
import { createMany } from './write-many.ts'

let db: TestDatabase
let college: TestCollege

beforeAll(async () => {
  db = await openTestDatabase(reportingCatalogue())
  college = await makeTestCollege(db.engine, 'grown')
})
afterAll(() => db.close())

/** How many rows the planner takes a table to have; of a Citus, those of the parts on all machines. */
const known = async (name = 'tools') => {
  const whole = `SELECT greatest(reltuples, 0)::bigint AS rows FROM pg_class WHERE oid = 'records.${name}'::regclass`
  const parts = `SELECT sum(result::bigint)::bigint AS rows FROM run_command_on_shards('records.${name}',
    $$SELECT greatest(reltuples, 0)::bigint FROM pg_class WHERE oid = '%s'::regclass$$)`
  const owner = new pg.Client({ connectionString: db.adminUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ rows: string }>(inject('citusUrl') === '' ? whole : parts)
    return Number(rows[0]!.rows)
  } finally {
    await owner.end()
  }
}
const add = (from: number, count: number) =>
  db.database.inCollege(college.id, async (tx) => {
    const rows = Array.from({ length: count }, (_, i) => ({
      values: { number: `T${from + i}`, name: '锯', kind: 'hand', workshop: college.east },
    }))
    await createMany(db.engine, tx, asSystem(college.id, 'test'), 'tools', rows)
  })

it('the planner hears of rows that came at once, and not of a few', async () => {
  const before = await known()
  await add(0, 100)
  expect(await known()).toBe(before)
  await add(1000, 6000)
  expect(await known()).toBe(6100)
})

it('the application analyzes the tables of the college alone, through the function', async () => {
  const run = (name: string) => db.database.run(sql`SELECT analyze_tables(${[name]}::text[])`)
  await run('pg_authid')
  await run('tools"; DROP TABLE records.tools')
  await run('units')
  const [units] = await db.database.inCollege(college.id, (tx) =>
    tx.run<{ rows: number }>(sql`SELECT count(*) AS rows FROM records.units`),
  )
  expect(await known('units')).toBe(units!.rows)
})
