import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { sql } from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { v7 } from 'uuid'
import { declarations } from '../catalogue/index.gen.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { createCollege, listColleges } from '../src/engine/colleges.ts'
import { act } from '../src/engine/records/act.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { checkTables } from '../src/engine/standards/check-tables.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { platformClient } from '../src/modules/national-platform/inside/platform-client.ts'
import { askResults, reportTable } from '../src/modules/national-platform/inside/report-table.ts'
import { loadDemo } from '../src/server/demo.ts'
import { readingTable, reportingCatalogue } from '../src/testing/reporting-college.ts'
import { type BenchDatabase, openBench } from './college.ts'
import { address } from './receiver.ts'
import type { BenchRow } from './row.ts'

const EVENTS = 1_000_000
/** Rows of one batch: a transaction of its own, as a feed brings them. */
const BATCH = 20_000
const REPORTED_AT_ONCE = 2000
const TOOLS = 200

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** What ran before leaves a large heap, which V8 would fill again before it looks for what can go. */
const sweep = () => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

/** The most memory this process had while something ran, in MB: after its first tenth, and in all. */
async function watched(work: (tick: (done: number) => void) => Promise<unknown>) {
  let early = 0
  let most = 0
  const look = (done: number) => {
    const now = process.memoryUsage().rss / 1048576
    most = Math.max(most, now)
    if (done <= 0.1) early = Math.max(early, now)
  }
  sweep()
  const ms = await timed(() => work(look))
  return { ms, memory: `${early.toFixed(0)} → ${most.toFixed(0)} MB` }
}

/** A million events appended, all tables of the national standard checked, a million rows reported. */
export async function benchStandards(): Promise<BenchRow[]> {
  return [...(await benchEvents()), await benchCheck()]
}

function* events(tools: readonly string[]) {
  const start = Date.UTC(2023, 8, 1)
  for (let i = 0; i < EVENTS; i++)
    yield {
      at: new Date(start + i * 10_000).toISOString().slice(0, 19),
      tool: tools[i % tools.length]!,
      phase: i % 2 ? 'one' : 'three',
      energy: `${i % 900}.${10 + (i % 90)}`,
      shiftFrom: i % 3 ? '08:00:00' : '20:00:00',
      note: i % 10 ? null : `第${i % 1000}号工位`,
    }
}

async function benchEvents(): Promise<BenchRow[]> {
  const db = await openBench(reportingCatalogue())
  const college = await createCollege(db.engine, { code: 'bench', name: '示例学院' })
  const system = asSystem(college, 'bench')
  const inCollege = <T>(work: Parameters<typeof db.engine.database.inCollege<T>>[1]) =>
    db.engine.database.inCollege(college, work)
  const tools: string[] = []
  await inCollege(async (tx) => {
    const [root] = await tx.run<{ id: string }>(sql`SELECT id FROM records.units WHERE college_id = ${college}`)
    for (let i = 0; i < TOOLS; i++) {
      const values = { number: `T${i}`, name: `工具${i}`, kind: 'hand', workshop: root!.id }
      tools.push((await act(db.engine, tx, system, { register: 'tools', action: 'create', values })).id)
    }
  })

  // As the server itself does within a minute.
  await db.engine.database.run(sql`SELECT analyze_tables(ARRAY['tools'])`)
  const byHand = await copyByHand(db, college, tools)
  const load = await watched(async (tick) => {
    const source = events(tools)
    let done = 0
    const next = () => {
      const rows: { values: Record<string, unknown> }[] = []
      for (let i = 0; i < BATCH; i++) {
        const event = source.next()
        if (event.done) break
        rows.push({ values: event.value })
      }
      return rows
    }
    const worker = async () => {
      for (let rows = next(); rows.length > 0; rows = next()) {
        await inCollege((tx) => createMany(db.engine, tx, system, 'readings', rows))
        tick((done += rows.length) / EVENTS)
      }
    }
    // Two at a time: one batch is checked while PostgreSQL writes the other.
    await Promise.all([worker(), worker()])
  })
  const report = await benchReporting(db, college)
  await db.close()
  return [
    {
      name: `load ${EVENTS.toLocaleString('en')} events, checked, ${BATCH.toLocaleString('en')} in a transaction (memory ${load.memory})`,
      ours: seconds(load.ms),
      byHand: `${seconds(byHand)} (COPY into the same table)`,
      ratio: (byHand / load.ms).toFixed(2),
      aim: '≥ 0.30',
    },
    report,
  ]
}

/** The same rows, ready as lines, into a table with the same columns, parts and indexes: nothing checked. */
async function copyByHand(db: BenchDatabase, college: string, tools: readonly string[]): Promise<number> {
  const client = new pg.Client({ connectionString: db.adminUrl })
  await client.connect()
  const { rows } = await client.query<{ definition: string }>(
    "SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = 'records.readings'::regclass AND NOT indisprimary",
  )
  await client.query(
    'CREATE TABLE by_hand (LIKE records.readings INCLUDING DEFAULTS, PRIMARY KEY (college_id, id, at)) PARTITION BY RANGE (at)',
  )
  for (const month of ['2023-09', '2023-10', '2023-11', '2023-12', '2024-01'])
    await client.query(
      `CREATE TABLE "by_hand_${month}" PARTITION OF by_hand FOR VALUES FROM ('${month}-01') TO (date '${month}-01' + interval '1 month')`,
    )
  for (const { definition } of rows)
    await client.query(definition.replace(/INDEX \S+ ON (ONLY )?records\.readings/, 'INDEX ON by_hand'))
  const now = new Date().toISOString()
  const lines: string[] = []
  let piece = ''
  let n = 0
  for (const e of events(tools)) {
    piece += `${college}\t${v7()}\tactive\t1\t${college}\t\\N\t\\N\t${now}\t${now}\t${e.at}\t${e.tool}\t${e.phase}\t${e.energy}\t${e.shiftFrom}\t${e.note ?? '\\N'}\n`
    if (++n % 2000 === 0) {
      lines.push(piece)
      piece = ''
    }
  }
  const columns =
    'college_id, id, state, version, unit_id, owner_id, created_by, created_at, updated_at, at, tool, phase, energy, shift_from, note'
  const ms = await timed(() =>
    pipeline(Readable.from(lines), client.query(copyFrom(`COPY by_hand (${columns}) FROM STDIN`))),
  )
  await client.query('DROP TABLE by_hand')
  await client.end()
  return ms
}

/** To a receiver in a process of its own, which verifies, decrypts and counts every key. */
async function benchReporting(db: BenchDatabase, college: string): Promise<BenchRow> {
  const receiver = spawn(process.execPath, [new URL('receiver.ts', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = (await once(receiver.stdout, 'data')) as [Buffer]
  const client = platformClient({ ...address, url: line.toString().trim() })
  const reporting = { engine: db.engine, college, client }
  const { ms, memory } = await watched((tick) =>
    reportTable(reporting, readingTable, REPORTED_AT_ONCE, async (sent) => tick(sent / EVENTS)),
  )
  await askResults(reporting, readingTable)
  const closing = once(receiver.stdout, 'data') as Promise<[Buffer]>
  receiver.stdin.end()
  const [counted] = await closing
  return {
    name: `report ${EVENTS.toLocaleString('en')} rows to a receiver, signed and encrypted (memory ${memory})`,
    ours: seconds(ms),
    byHand: `${counted.toString().trim()} keys arrived`,
    ratio: `${Math.round(EVENTS / (ms / 1000)).toLocaleString('en')} rows/s`,
    aim: 'each once',
  }
}

async function benchCheck(): Promise<BenchRow> {
  const catalogue = assembleCatalogue(declarations)
  const db = await openBench(catalogue)
  await loadDemo(db.engine, () => {})
  const [college] = await listColleges(db.engine)
  let rows = 0
  let faults = 0
  const ms = await timed(() =>
    db.engine.database.inCollege(college!.id, async (tx) => {
      for await (const check of checkTables(db.engine, tx, [...catalogue.standardTables.values()])) {
        rows += check.rows
        faults += check.faultCount
      }
    }),
  )
  await db.close()
  return {
    name: `check all ${catalogue.standardTables.size} tables of the demo (${rows.toLocaleString('en')} rows, ${faults} faults)`,
    ours: seconds(ms),
    byHand: '—',
    ratio: `${Math.round(rows / (ms / 1000)).toLocaleString('en')} rows/s`,
    aim: '',
  }
}
