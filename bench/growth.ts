import pg from 'pg'
import type { Tx } from '../src/database/connection.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import { refreshFigures } from '../src/engine/indicators/refresh.ts'
import { act } from '../src/engine/records/act.ts'
import { getRecord, listRecords } from '../src/engine/records/list.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { type BenchDatabase, fill, openBench } from './college.ts'
import type { BenchRow } from './row.ts'

/** How many colleges there are, one after the other; each has RECORDS. */
const COLLEGES = listOf('BENCH_COLLEGES', [1, 10, 100])
const RECORDS = 10_000
/** How many records one college has, one after the other. */
const SIZES = listOf('BENCH_SIZES', [10_000, 100_000, 1_000_000])
const TRIES = 60

function listOf(name: string, usual: readonly number[]): readonly number[] {
  return process.env[name]?.split(',').map(Number) ?? usual
}

/** What one piece of work costs as there is more and more: one number for each size. */
type Costs = Map<string, number[]>

/** What work in one college costs as colleges are added around it, and as it grows itself; and what all together cost. */
export async function benchGrowth(): Promise<BenchRow[]> {
  const db = await openBench(testCatalogue())
  try {
    const watched = await makeTestCollege(db.engine, 'growth-0')
    await fillTo(db, watched, 0, RECORDS)
    const beside: Costs = new Map()
    let colleges = 1
    for (const wanted of COLLEGES) {
      for (; colleges < wanted; colleges++)
        await fillTo(db, await makeTestCollege(db.engine, `growth-${colleges}`), 0, RECORDS)
      await tidy(db)
      await measure(db, watched, beside)
      note(beside, 'records of all colleges counted, one college after the other', await everywhere(db))
      console.error(`${colleges} colleges of ${RECORDS} records`)
    }
    const within: Costs = new Map()
    let size = RECORDS
    for (const wanted of SIZES) {
      await fillTo(db, watched, size, wanted)
      size = wanted
      await tidy(db)
      await measure(db, watched, within)
      console.error(`one college of ${size} records`)
    }
    return [
      ...rowsOf(beside, `${COLLEGES.join(', ')} colleges of ${RECORDS} records each`),
      ...rowsOf(within, `one of them with ${SIZES.join(', ')} records`),
    ]
  } finally {
    await db.close()
  }
}

function rowsOf(costs: Costs, where: string): BenchRow[] {
  return [...costs].map(([name, list]) => ({
    name: `${name}: ${where}`,
    ours: `${list.map((ms) => ms.toFixed(1)).join(', ')} ms`,
    byHand: '',
    ratio: (list.at(-1)! / list[0]!).toFixed(2),
    aim: '',
  }))
}

function note(costs: Costs, name: string, ms: number): void {
  costs.set(name, [...(costs.get(name) ?? []), ms])
}

/** Numbers from one to another of a college's tools, by one statement. */
async function fillTo(db: BenchDatabase, college: TestCollege, from: number, to: number): Promise<void> {
  if (to <= from) return
  await fill(
    db.adminUrl,
    college.id,
    `INSERT INTO records.tools (college_id, id, state, version, unit_id, created_at, updated_at, number, name, kind, price, pieces, total, workshop, search)
     SELECT '${college.id}', gen_random_uuid(), 'kept', 1, '${college.east}', now(), now(), 'N' || i, '工具' || i % 5000,
       CASE WHEN i % 3 = 0 THEN 'power' ELSE 'hand' END, 12.5, i % 50, 12.5 * (i % 50), '${college.east}', to_tsvector('simple', 'n' || i || ' w' || lpad((i % 100)::text, 3, '0'))
     FROM generate_series(${from + 1}, ${to}) AS i`,
    'later',
  )
}

async function owner<T>(db: BenchDatabase, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: db.adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const tidy = (db: BenchDatabase) => owner(db, (client) => client.query('VACUUM ANALYZE records.tools'))

async function everywhere(db: BenchDatabase): Promise<number> {
  const { rows } = await owner(db, (client) => client.query<{ id: string }>('SELECT id FROM colleges'))
  const began = performance.now()
  // One college after the other, as every figure of many colleges is made: each stays within its own walls.
  for (const { id } of rows)
    await db.engine.database.inCollege(id, (tx) =>
      tx.client.query('SELECT kind, count(*) FROM records.tools WHERE college_id = $1 GROUP BY kind', [id]),
    )
  return performance.now() - began
}

async function measure(db: BenchDatabase, college: TestCollege, costs: Costs): Promise<void> {
  const { engine } = db
  const actor: Actor = await college.actor(['keeper', college.root])
  const inCollege = engine.database.inCollege
  const register = engine.catalogue.registers.get('tools')!
  const page = await inCollege(college.id, (tx) => listRecords(engine, tx, actor, { register: 'tools', limit: 50 }))
  const { id } = page.rows[0]!
  let serial = Date.now()
  const looked = (tx: Tx, q: string) => listRecords(engine, tx, actor, { register: 'tools', q, limit: 50 })
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    'a page, filtered and sorted': () =>
      inCollege(college.id, (tx) =>
        listRecords(engine, tx, actor, {
          register: 'tools',
          where: [['kind', 'is', 'power']],
          sort: 'name',
          limit: 50,
        }),
      ),
    'one record': () => inCollege(college.id, (tx) => getRecord(tx, actor, register, id)),
    'a word of one record looked for': () => inCollege(college.id, (tx) => looked(tx, 'n4711')),
    'a word of every hundredth record looked for': () => inCollege(college.id, (tx) => looked(tx, 'w047')),
    'a record made': () =>
      inCollege(college.id, (tx) =>
        act(engine, tx, actor, {
          register: 'tools',
          action: 'create',
          values: {
            number: `G${++serial}`,
            name: '新工具',
            kind: 'hand',
            price: '12.50',
            pieces: 4,
            workshop: college.east,
          },
        }),
      ),
  }
  for (const [name, work] of Object.entries(works)) note(costs, name, await median(work, TRIES))
  note(
    costs,
    'all figures computed',
    await median(
      () =>
        inCollege(college.id, (tx) => refreshFigures(engine, tx, [...engine.catalogue.indicators.values()], 'bench')),
      5,
    ),
  )
}

async function median(work: () => Promise<unknown>, tries: number): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < tries + 3; i++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.slice(3).toSorted((a, b) => a - b)[Math.floor(tries / 2)]!
}
