import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Tx } from '../src/database/connection.ts'
import { feedJob } from '../src/engine/feeds/feed-job.ts'
import { createFeed } from '../src/engine/feeds/feeds.ts'
import { listFeedRuns } from '../src/engine/feeds/feed-runs.ts'
import { createJobs } from '../src/engine/jobs/jobs.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { reportingCatalogue } from '../src/testing/reporting-college.ts'
import { dropDatabase } from '../src/testing/drop-database.ts'

/** A server that is killed in the middle of a feed's run, and the one that is started after it. */
const OTHER = `killed_${process.pid}`
const ROWS = 60_000
const PACE = { heartbeat: 10, watch: 1, grace: 1 }
let db: TestDatabase
let college: TestCollege
let other: pg.Client

beforeAll(async () => {
  const { adminUrl } = inject('database')
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${OTHER} TEMPLATE template0`)
  await admin.end()
  const url = new URL(adminUrl)
  url.pathname = `/${OTHER}`
  other = new pg.Client({ connectionString: url.toString() })
  await other.connect()
  await other.query(
    `CREATE TABLE tools AS SELECT 'T' || n AS gjh, '工具' || n AS gjmc, 'hand' AS lbm, 'east' AS cjm FROM generate_series(1, ${ROWS}) n`,
  )
  db = await openTestDatabase(reportingCatalogue())
  college = await makeTestCollege(db.engine, 'killed')
}, 120_000)
afterAll(async () => {
  await db.close()
  await other.end()
  const admin = new pg.Client({ connectionString: inject('database').adminUrl })
  await admin.connect()
  await dropDatabase(admin, OTHER)
  await admin.end()
})

const inCollege = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.database.inCollege(college.id, work)
const count = async (from: string) => {
  const [row] = await inCollege((tx) => tx.run<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.raw(from)}`))
  return row!.n
}

/** The part of a server that does the work, as a process of its own. */
function startWorker() {
  const source = path.resolve(import.meta.dirname, '../src')
  const load = (file: string) => `await import(${JSON.stringify(path.join(source, file))})`
  return spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { connect } = ${load('database/connection.ts')}
       const { createJobs } = ${load('engine/jobs/jobs.ts')}
       const { feedJob } = ${load('engine/feeds/feed-job.ts')}
       const { reportingCatalogue } = ${load('testing/reporting-college.ts')}
       const engine = { catalogue: reportingCatalogue(), database: connect(process.env.URL), filesDir: process.env.FILES, guards: [] }
       const log = { error: console.error, warn: console.error }
       await createJobs(engine, [{ ...feedJob(undefined), firstRetrySeconds: 1 }], ${JSON.stringify(PACE)}).start(log)`,
    ],
    { env: { ...process.env, URL: db.appUrl, FILES: db.engine.filesDir }, stdio: ['ignore', 'inherit', 'inherit'] },
  )
}

it(
  'whole batches stay, and the next server brings in the rest: nothing twice, nothing lost',
  { timeout: 300_000 },
  async () => {
    const url = new URL(inject('database').adminUrl)
    const keeper = await college.actor(['keeper', college.root])
    const { id: feed } = await inCollege((tx) =>
      createFeed(db.engine, tx, keeper, {
        name: '工具系统',
        register: 'tools',
        source: {
          kind: 'postgres',
          host: url.hostname,
          port: Number(url.port),
          database: OTHER,
          user: decodeURIComponent(url.username),
          tls: 'none',
          from: 'tools',
        },
        mapping: [
          { column: 'gjh', field: 'number' },
          { column: 'gjmc', field: 'name' },
          { column: 'lbm', field: 'kind' },
          { column: 'cjm', field: 'workshop' },
        ],
        mode: 'all',
        changedColumn: null,
        vanished: 'nothing',
        cron: null,
        enabled: true,
        secret: decodeURIComponent(url.password),
      }),
    )
    const runs = () => inCollege((tx) => listFeedRuns(tx, feed, 10))
    const job = { ...feedJob(undefined), firstRetrySeconds: 1 }
    await createJobs(db.engine, [job], PACE).send(job, college.id, { feed, what: 'usual', askedBy: '' })

    const killed = startWorker()
    const gone = new Promise((resolve) => killed.once('exit', resolve))
    while (((await runs())[0]?.counts.read ?? 0) < 10_000) await sleep(10)
    killed.kill('SIGKILL')
    await gone
    // What it was writing is rolled back when PostgreSQL notices.
    const busy = sql`SELECT 1 FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'tools' AND l.mode = 'RowExclusiveLock'`
    while ((await db.database.run(busy)).length > 0) await sleep(50)
    const kept = await count('records.tools')
    expect(kept).toBeGreaterThanOrEqual(10_000)
    expect(kept).toBeLessThan(ROWS)
    expect(kept % 5000).toBe(0)
    expect([await count('feed_rows'), await count("history WHERE subject = 'tools'")]).toEqual([kept, kept])
    expect((await runs())[0]).toMatchObject({ state: 'running' })

    const next = startWorker()
    try {
      while ((await runs())[0]!.state !== 'done') await sleep(50)
    } finally {
      next.kill('SIGKILL')
    }
    expect((await runs()).map((run) => [run.state, run.counts.created, run.counts.unchanged])).toEqual([
      ['done', ROWS - kept, kept],
      ['stopped', expect.any(Number), 0],
    ])
    expect([
      await count('records.tools'),
      await count('(SELECT DISTINCT number, name FROM records.tools) AS told'),
      await count('feed_rows'),
      await count("history WHERE subject = 'tools' AND action = 'create'"),
      await count("(SELECT DISTINCT subject_id FROM history WHERE subject = 'tools') AS made"),
      await count('feed_dead_rows'),
    ]).toEqual([ROWS, ROWS, ROWS, ROWS, ROWS, 0])
  },
)
