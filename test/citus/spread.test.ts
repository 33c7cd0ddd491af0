import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { placeOf } from '../../src/database/distribution.ts'
import { migrate } from '../../src/database/migrate.ts'
import { asSystem } from '../../src/engine/access/actor.ts'
import { createMany } from '../../src/engine/records/write-many.ts'
import { reference, text } from '../../src/language/fields.ts'
import { defineRegister } from '../../src/language/register.ts'
import { makeTestCollege, type TestCollege } from '../../src/testing/actors.ts'
import { testCatalogue, tools } from '../../src/testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../src/testing/database.ts'

/** Of a program that came later: refers to a register that is spread already. */
const label = { zh: '保养', en: 'Services' }
const services = defineRegister({
  name: 'services',
  label,
  area: tools.area,
  title: 'name',
  fields: { name: text(label, { required: true, maxLength: 40 }), tool: reference(label, 'tools', { required: true }) },
  access: {},
})

const TOOLS = 30
const catalogue = testCatalogue()
let db: TestDatabase
let owner: pg.Client
let colleges: TestCollege[]
beforeAll(async () => {
  db = await openTestDatabase(catalogue)
  owner = new pg.Client({ connectionString: db.adminUrl })
  await owner.connect()
  colleges = []
  for (const code of ['A', 'B', 'C', 'D', 'E', 'F']) {
    const college = await makeTestCollege(db.engine, code)
    const rows = Array.from({ length: TOOLS }, (_, i) => ({
      values: { number: `T${i}`, name: `工具${i}`, kind: 'hand', workshop: college.east },
    }))
    await db.database.inCollege(college.id, (tx) =>
      createMany(db.engine, tx, asSystem(college.id, 'test'), 'tools', rows),
    )
    colleges.push(college)
  }
})
afterAll(async () => {
  await owner.end()
  await db.close()
})

const query = async <Row extends pg.QueryResultRow>(text: string) => (await owner.query<Row>(text)).rows
const explained = (rows: readonly Record<string, unknown>[]) => rows.map((row) => String(row['QUERY PLAN'])).join('\n')
const tasks = (plan: string) => Number(/Task Count: (\d+)/.exec(plan)?.[1])

/** Of the tables that belong with the college: how many there are, how many of them are spread, and beside how many others. */
async function spread(): Promise<{ name: string; group: number | null }[]> {
  const rows = await query<{ schema: string; name: string; group: number | null }>(
    `SELECT n.nspname AS schema, c.relname AS name, d.colocationid AS group
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_dist_partition d ON d.logicalrelid = c.oid
     WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'records')`,
  )
  return rows.filter(({ schema, name, group }) => group !== null || placeOf(schema, name)?.at === 'with the college')
}

describe('on a Citus of several machines', () => {
  it('every table stands where the plan has it, those of a college beside each other', async () => {
    const tables = await spread()
    expect(tables.length).toBeGreaterThan(80)
    expect(new Set(tables.map(({ group }) => group)).size).toBe(1)
    expect(tables.filter(({ group }) => group === null)).toEqual([])
    const nodes = await query<{ n: string }>("SELECT DISTINCT nodename || ':' || nodeport AS n FROM citus_shards")
    expect(nodes.length).toBeGreaterThan(1)
  })

  it('a college is asked on one machine, all colleges on all of them', async () => {
    const [one] = colleges
    const plan = await db.database.inCollege(one!.id, (tx) =>
      tx.run(sql`EXPLAIN SELECT t.name, u.name FROM records.tools t JOIN records.units u ON u.college_id = t.college_id AND u.id = t.workshop
        WHERE t.college_id = ${one!.id} ORDER BY t.name LIMIT 20`),
    )
    expect(tasks(explained(plan))).toBe(1)
    const all = 'SELECT kind, count(*)::integer AS n FROM records.tools GROUP BY kind'
    // One statement after the other: Citus sends all that comes together to the other machines as it is.
    await owner.query('BEGIN')
    try {
      await owner.query('ALTER TABLE records.tools NO FORCE ROW LEVEL SECURITY')
      const [shards] = await query<{ n: number }>(
        "SELECT count(*)::integer AS n FROM pg_dist_shard WHERE logicalrelid = 'records.tools'::regclass",
      )
      expect(tasks(explained(await query(`EXPLAIN ${all}`)))).toBe(shards!.n)
      expect(await query(all)).toEqual([{ kind: 'hand', n: TOOLS * colleges.length }])
    } finally {
      await owner.query('ROLLBACK')
    }
  })

  it('the wall around a college stands on every machine', async () => {
    const [one, other] = colleges
    const seen = (id: string) =>
      db.database.inCollege(id, (tx) => tx.run<{ n: number }>(sql`SELECT count(*) AS n FROM records.tools`))
    for (const college of colleges) expect(await seen(college.id)).toEqual([{ n: TOOLS }])
    const theirs = await db.database.inCollege(one!.id, (tx) =>
      tx.run(sql`SELECT 1 FROM records.tools WHERE college_id = ${other!.id} LIMIT 1`),
    )
    expect(theirs).toEqual([])
    const shards = await query<{ name: string; host: string; port: number }>(
      "SELECT shard_name AS name, nodename AS host, nodeport AS port FROM citus_shards WHERE table_name = 'records.tools'::regclass",
    )
    for (const { name, host, port } of shards) {
      const url = Object.assign(new URL(db.appUrl), { hostname: host, port })
      const machine = new pg.Client({ connectionString: url.toString() })
      await machine.connect()
      expect((await machine.query(`SELECT 1 FROM ${name} LIMIT 1`)).rows).toEqual([])
      await machine.end()
    }
  })

  it('a program that came later brings its tables to the others, and nothing twice', async () => {
    expect(inject('citusUrl')).not.toBe('')
    const before = await spread()
    const registers = [...catalogue.registers.values(), services]
    expect(await migrate(db.adminUrl, registers, 'jiangxin_app')).toEqual({ isSpread: true })
    expect(await migrate(db.adminUrl, registers, 'jiangxin_app')).toEqual({ isSpread: true })
    const after = await spread()
    expect(after.length).toBe(before.length + 1)
    expect(after.find(({ name }) => name === 'services')!.group).toBe(before[0]!.group)
    const links = await query(
      "SELECT 1 FROM pg_constraint WHERE contype = 'f' AND conrelid = 'records.services'::regclass",
    )
    expect(links.length).toBe(1)
  })
})
