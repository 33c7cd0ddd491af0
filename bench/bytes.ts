import pg from 'pg'
import { asSystem } from '../src/engine/access/actor.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { keepStatements } from '../src/modules/learning-records/store/keep-statements.ts'
import { ensureMonth } from '../src/modules/learning-records/store/months.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { type BenchDatabase, openBench } from './college.ts'
import type { BenchRow } from './row.ts'

const RECORDS = 20_000
const STATEMENTS = 50_000
const BATCH = 50
const STUDENTS = 2000
const ITEMS = 400

/** An answer to an item in a lesson, as players send it. */
const statementOf = (n: number) => ({
  actor: { account: { homePage: 'https://example.test', name: `s${n % STUDENTS}` }, name: `学生${n % STUDENTS}（示）` },
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'zh-CN': '回答了', 'en-US': 'answered' } },
  object: { id: `https://example.test/lessons/12/items/${n % ITEMS}` },
  result: { success: n % 3 > 0, score: { scaled: (n % 100) / 100 }, response: 'B', duration: 'PT12.5S' },
  context: { contextActivities: { parent: [{ id: 'https://example.test/lessons/12' }] } },
})

/** What one record with its history, and one learning statement, take on the disk, indexes with them: what a plan of size rests on. */
export async function benchBytes(): Promise<BenchRow[]> {
  const db = await openBench(testCatalogue())
  try {
    const college = await makeTestCollege(db.engine, 'bytes')
    const { inCollege } = db.engine.database
    const system = asSystem(college.id, 'bench')
    const empty = await sizes(db)
    const tools = Array.from({ length: RECORDS }, (_, i) => ({
      values: {
        number: `N${i}`,
        name: `数控机床配件${i % 5000}`,
        kind: i % 3 === 0 ? 'power' : 'hand',
        price: '12.50',
        pieces: i % 50,
        workshop: college.east,
      },
    }))
    await inCollege(college.id, (tx) => createMany(db.engine, tx, system, 'tools', tools))
    const full = await sizes(db)
    const at = new Date().toISOString()
    await ensureMonth(db.engine, at)
    const client = {
      id: college.id,
      scopes: ['define'] as const,
      authority: { objectType: 'Agent', account: { homePage: 'https://example.test', name: 'bytes' } },
    }
    for (let n = 0; n < STATEMENTS; n += BATCH) {
      const batch = Array.from({ length: BATCH }, (_, i) => statementOf(n + i))
      await inCollege(college.id, (tx) => keepStatements(tx, client, '2.0.0', batch, [], at))
    }
    const last = await sizes(db)
    const grown = (from: Sizes, to: Sizes, names: RegExp, count: number) => {
      let bytes = 0
      for (const [name, size] of to) if (names.test(name)) bytes += size - (from.get(name) ?? 0)
      return `${Math.round(bytes / count)} bytes`
    }
    const row = (name: string, ours: string): BenchRow => ({ name, ours, byHand: '', ratio: '', aim: '' })
    return [
      row('a record, indexes with it', grown(empty, full, /^tools$/, RECORDS)),
      row('its history', grown(empty, full, /^history$/, RECORDS)),
      row('a learning statement, all tables and indexes', grown(full, last, /^learning_/, STATEMENTS)),
      row('of it the statement itself', grown(full, last, /^learning_statements/, STATEMENTS)),
    ]
  } finally {
    await db.close()
  }
}

type Sizes = ReadonlyMap<string, number>

/** What tables take, their indexes with them. */
async function sizes(db: BenchDatabase): Promise<Sizes> {
  const client = new pg.Client({ connectionString: db.adminUrl })
  await client.connect()
  try {
    await client.query('VACUUM')
    const { rows } = await client.query<{ name: string; bytes: string }>(
      "SELECT relname AS name, pg_total_relation_size(c.oid) AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'records') AND relkind = 'r'",
    )
    return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]))
  } finally {
    await client.end()
  }
}
