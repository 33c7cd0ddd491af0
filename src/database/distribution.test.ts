import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declarations } from '../../catalogue/index.gen.ts'
import { assembleCatalogue } from '../language/catalogue.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { placeOf, places } from './distribution.ts'

let db: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations))
  owner = new pg.Client({ connectionString: db.adminUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await db.close()
})

const query = async <Row extends pg.QueryResultRow>(text: string) => (await owner.query<Row>(text)).rows

/** Tables as PostgreSQL has them, without the months of a table of events. */
const TABLES = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^(pg_|information_schema)'
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition`

describe('the distribution plan', () => {
  it('gives every table there is its place, and every place it names is a table', async () => {
    const tables = await query<{ schema: string; name: string; has: boolean }>(
      `SELECT n.nspname AS schema, c.relname AS name, EXISTS (
         SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'college_id' AND a.attnotnull AND NOT a.attisdropped) AS has
       FROM ${TABLES} ORDER BY 1, 2`,
    )
    expect(tables.length).toBeGreaterThan(200)
    expect(tables.filter(({ schema, name }) => !placeOf(schema, name))).toEqual([])
    for (const { schema, name, has } of tables)
      expect([name, has]).toEqual([name, placeOf(schema, name)!.at === 'with the college'])
    const known = new Set(tables.map(({ schema, name }) => `${schema}.${name}`))
    for (const { schema, tables: names = [] } of places)
      for (const name of names) expect([name, known.has(`${schema}.${name}`)]).toEqual([name, true])
  })

  it('asks of no key more than one machine can keep', async () => {
    const wrong = await query(
      `SELECT i.indexrelid::regclass AS key FROM ${TABLES} JOIN pg_index i ON i.indrelid = c.oid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'college_id'
       WHERE (i.indisunique OR i.indisprimary) AND NOT a.attnum = ANY(i.indkey)`,
    )
    expect(wrong).toEqual([])
  })

  it('lets tables refer only to what is beside them, by the college', async () => {
    const links = await query<{
      schema: string
      name: string
      other_schema: string
      other: string
      definition: string
    }>(
      `SELECT n.nspname AS schema, c.relname AS name, m.nspname AS other_schema, d.relname AS other, pg_get_constraintdef(f.oid) AS definition
       FROM ${TABLES} JOIN pg_constraint f ON f.conrelid = c.oid JOIN pg_class d ON d.oid = f.confrelid JOIN pg_namespace m ON m.oid = d.relnamespace
       WHERE f.contype = 'f' AND n.nspname <> 'jobs'`,
    )
    expect(links.length).toBeGreaterThan(50)
    for (const link of links) {
      expect(placeOf(link.other_schema, link.other)).toMatchObject({ at: 'with the college' })
      expect(link.definition).toMatch(/^FOREIGN KEY \(college_id, .*\) REFERENCES \S+\(college_id, [^)]*\)$/)
    }
  })
})
