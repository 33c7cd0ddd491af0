import pg from 'pg'
import type { Tx } from '../src/database/connection.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { createCollege, listColleges } from '../src/engine/colleges.ts'
import { createSealer } from '../src/engine/history/seal-college.ts'
import { refreshFigures } from '../src/engine/indicators/refresh.ts'
import { createJobs } from '../src/engine/jobs/jobs.ts'
import { spread } from '../src/engine/jobs/usual-times.ts'
import { hearChanges } from '../src/engine/outbox.ts'
import { act } from '../src/engine/records/act.ts'
import { getRecord, listRecords } from '../src/engine/records/list.ts'
import type { Engine } from '../src/engine/engine.ts'
import { createRounds } from '../src/engine/rounds.ts'
import { jobList } from '../src/server/job-list.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { type BenchDatabase, openBench } from './college.ts'
import { type Cost, type Meter, openMeter } from './growth-cost.ts'
import type { BenchRow } from './row.ts'

/** How many colleges there are, one after the other; each has RECORDS: ten million in the end. */
const COLLEGES = listOf('BENCH_COLLEGES', [1, 10, 100, 1500])
const RECORDS = Number(process.env['BENCH_RECORDS'] ?? 6700)
/** How many records one college has, one after the other. */
const SIZES = listOf('BENCH_SIZES', [10_000, 100_000, 1_000_000, 10_000_000])

function listOf(name: string, usual: readonly number[]): readonly number[] {
  return process.env[name]?.split(',').filter(Boolean).map(Number) ?? usual
}

/** What one piece of work costs as there is more and more: one cost for each size. */
type Costs = Map<string, Cost[]>

/** What work in one college costs as colleges are added around it, and as it grows itself; and what all together cost. */
export async function benchGrowth(): Promise<BenchRow[]> {
  return [...(await manyColleges()), ...(await oneCollege())]
}

async function manyColleges(): Promise<BenchRow[]> {
  if (COLLEGES.length === 0) return []
  const db = await openBench(testCatalogue())
  try {
    const watched = await makeTestCollege(db.engine, 'growth-0')
    await fillUp(db, [watched], 0, RECORDS)
    const costs: Costs = new Map()
    let colleges = 1
    for (const wanted of COLLEGES) {
      const more = []
      for (; colleges < wanted; colleges++) more.push(await bareCollege(db, `growth-${colleges}`))
      await fillUp(db, more, 0, RECORDS)
      await withMeter(db, async (meter) => {
        await measure(meter, db.engine, watched, costs)
        await background(meter, db.engine, costs)
      })
      console.error(`${colleges} colleges of ${RECORDS} records: ${await bytesOf(db)} bytes a record`)
    }
    return rowsOf(costs, `${COLLEGES.join(', ')} colleges of ${RECORDS} records each`)
  } finally {
    await db.close()
  }
}

async function oneCollege(): Promise<BenchRow[]> {
  if (SIZES.length === 0) return []
  const db = await openBench(testCatalogue())
  try {
    const watched = await makeTestCollege(db.engine, 'growth-0')
    const costs: Costs = new Map()
    let size = 0
    for (const wanted of SIZES) {
      await fillUp(db, [watched], size, wanted)
      size = wanted
      await withMeter(db, (meter) => measure(meter, db.engine, watched, costs))
      console.error(`one college of ${size} records: ${await bytesOf(db)} bytes a record`)
    }
    return rowsOf(costs, `one college of ${SIZES.join(', ')} records`)
  } finally {
    await db.close()
  }
}

async function withMeter(db: BenchDatabase, work: (meter: Meter) => Promise<void>): Promise<void> {
  const meter = await openMeter(db)
  try {
    await work(meter)
  } finally {
    await meter.close()
  }
}

function rowsOf(costs: Costs, where: string): BenchRow[] {
  const list = (of: readonly Cost[], key: keyof Cost, digits: number) =>
    of.map((cost) => cost[key].toFixed(digits)).join(', ')
  return [...costs].map(([name, of]) => ({
    name: `${name}: ${where}`,
    ours: `${list(of, 'pages', 0)} pages; ${list(of, 'program', 1)} ms of the program, ${list(of, 'database', 1)} ms of the database`,
    byHand: '',
    ratio: (of.at(-1)!.pages / Math.max(1, of[0]!.pages)).toFixed(2),
    aim: '',
  }))
}

function note(costs: Costs, name: string, cost: Cost): void {
  costs.set(name, [...(costs.get(name) ?? []), cost])
}

/** What a college needs so that records can be put into it. */
interface Filled {
  readonly id: string
  readonly east: string
}

/** A college with a workshop, and nothing that takes time to make. */
async function bareCollege(db: BenchDatabase, code: string): Promise<Filled> {
  const id = await createCollege(db.engine, { code, name: `示例学院 ${code}` })
  const values = { code: 'east', name: '东车间', kind: 'faculty' }
  const system = asSystem(id, 'bench')
  const made = await db.engine.database.inCollege(id, (tx) =>
    act(db.engine, tx, system, { register: 'units', action: 'create', values }),
  )
  return { id, east: made.id }
}

/** Numbers from one to another of colleges' tools, by one statement: keys and indexes are made when all are there. */
async function fillUp(db: BenchDatabase, colleges: readonly Filled[], from: number, to: number): Promise<void> {
  if (colleges.length === 0 || to <= from) return
  await owner(db, async (client) => {
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = 'records.tools'::regclass AND NOT indisprimary`,
    )
    const { rows: links } = await client.query<{ name: string; definition: string }>(
      `SELECT quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = 'records.tools'::regclass AND contype = 'f'`,
    )
    await client.query(
      "SET maintenance_work_mem = '512MB'; BEGIN; ALTER TABLE records.tools NO FORCE ROW LEVEL SECURITY; ALTER TABLE records.units NO FORCE ROW LEVEL SECURITY",
    )
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
    for (const { name } of links) await client.query(`ALTER TABLE records.tools DROP CONSTRAINT ${name}`)
    await client.query(
      `INSERT INTO records.tools (college_id, id, state, version, unit_id, created_at, updated_at, number, name, kind, price, pieces, total, workshop, search)
       SELECT c.id, ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'kept', 1, c.east, now(), now(), 'N' || i, '工具' || i % 5000,
         CASE WHEN i % 3 = 0 THEN 'power' ELSE 'hand' END, 12.5, i % 50, 12.5 * (i % 50), c.east,
         array_to_tsvector(ARRAY[right(c.id::text, 4) || 'n' || i, right(c.id::text, 4) || 'w' || lpad((i % 100)::text, 3, '0')])
       FROM unnest($1::uuid[], $2::uuid[]) AS c(id, east), generate_series($3::integer, $4::integer) AS i`,
      [colleges.map(({ id }) => id), colleges.map(({ east }) => east), from + 1, to],
    )
    for (const { definition } of indexes) await client.query(definition)
    for (const { name, definition } of links)
      await client.query(`ALTER TABLE records.tools ADD CONSTRAINT ${name} ${definition}`)
    await client.query(
      'ALTER TABLE records.tools FORCE ROW LEVEL SECURITY; ALTER TABLE records.units FORCE ROW LEVEL SECURITY; COMMIT',
    )
    await client.query('VACUUM ANALYZE')
  })
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

const bytesOf = (db: BenchDatabase) =>
  owner(db, async (client) => {
    const { rows } = await client.query<{ bytes: number }>(
      "SELECT round(pg_total_relation_size('records.tools') / greatest(reltuples, 1)) AS bytes FROM pg_class WHERE oid = 'records.tools'::regclass",
    )
    return rows[0]!.bytes
  })

/** What the program does by itself while nothing happens in any college. */
async function background(meter: Meter, of: Engine, costs: Costs): Promise<void> {
  const engine = { ...of, database: meter.database }
  const { inCollege } = engine.database
  const all = (await listColleges(engine)).map(({ id }) => id)
  const sealer = createSealer(engine, ['bench'], () => {}, 0)
  for (let i = 0; i < 2; i++) await sealer.run(all)
  for (const id of all) await inCollege(id, (tx) => hearChanges(engine, tx))
  const heard = createRounds(engine.database)
  const listen = async () => {
    for (const id of await heard.next()) await inCollege(id, (tx) => hearChanges(engine, tx))
  }
  note(costs, 'a round of listening, every two seconds', await meter.cost(listen))
  const sealed = createRounds(engine.database)
  note(costs, 'a round of sealing, every five', await meter.cost(async () => sealer.run(await sealed.next())))
  const log = { error: console.error, warn: console.error }
  const due = jobList(readSettings({})).filter((job) => job.isDue)
  const strike = async () => {
    for (const job of due) await spread(engine, job, new Date(), log, async () => {})
  }
  note(
    costs,
    `all colleges asked whether the ${due.length} jobs of every few minutes are due`,
    await meter.cost(strike, 2),
  )
  const start = async () => {
    const jobs = createJobs(engine, jobList(readSettings({})))
    await jobs.start(log)
    await jobs.stop()
  }
  note(costs, 'background work started', await meter.cost(start, 1))
}

async function measure(meter: Meter, of: Engine, college: TestCollege, costs: Costs): Promise<void> {
  const engine = { ...of, database: meter.database }
  const actor: Actor = await college.actor(['keeper', college.root])
  const inCollege = engine.database.inCollege
  const register = engine.catalogue.registers.get('tools')!
  const page = await inCollege(college.id, (tx) => listRecords(engine, tx, actor, { register: 'tools', limit: 50 }))
  const { id } = page.rows[0]!
  let serial = Date.now()
  const looked = (tx: Tx, q: string) => listRecords(engine, tx, actor, { register: 'tools', q, limit: 50 })
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    'one record': () => inCollege(college.id, (tx) => getRecord(tx, actor, register, id)),
    'a page, filtered and sorted': () =>
      inCollege(college.id, (tx) =>
        listRecords(engine, tx, actor, {
          register: 'tools',
          where: [['kind', 'is', 'power']],
          sort: 'name',
          limit: 50,
        }),
      ),
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
  for (const [name, work] of Object.entries(works)) note(costs, name, await meter.cost(work))
  const figures = () =>
    inCollege(college.id, (tx) => refreshFigures(engine, tx, [...engine.catalogue.indicators.values()], 'bench'))
  note(costs, 'all figures computed', await meter.cost(figures, 3))
}
