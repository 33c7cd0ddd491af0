import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import { v7 } from 'uuid'
import { asSystem } from '../src/engine/access/actor.ts'
import { makeClient } from '../src/modules/learning-records/store/clients.ts'
import { listStatements } from '../src/modules/learning-records/store/list-statements.ts'
import { overview } from '../src/modules/learning-records/store/overview.ts'
import type { Period } from '../src/modules/learning-records/wire.ts'
import type { Tx } from '../src/engine/module-server.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openBench } from './college.ts'
import { courseAt, fillStatements, studentAt, verbAt } from './learning-statements.ts'
import type { Load, LoadResult } from './load.ts'
import type { BenchRow } from './row.ts'

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)
/** Statements that the dashboard and the pages are asked over. */
const STATEMENTS = Number(process.env['BENCH_STATEMENTS'] ?? 10_000_000)
/** The official store, where one is running: its address up to /statements, and key:secret. */
const PEER = process.env['ADL_LRS_URL']
const PEER_KEY = process.env['ADL_LRS_KEY'] ?? ''

const run = (load: Load) =>
  new Promise<LoadResult>((resolve, reject) => {
    const worker = new Worker(new URL('./load.ts', import.meta.url), { workerData: { load, start: 0 } })
    worker.once('message', resolve).once('error', reject)
  })

const statement = {
  actor: { account: { homePage: 'https://example.test', name: 's{n}' }, name: '学生{n}（示）' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'zh-CN': '回答了', 'en-US': 'answered' } },
  object: {
    id: 'https://example.test/lessons/12/items/3',
    definition: { name: { 'zh-CN': '第三题' }, type: 'http://adlnet.gov/expapi/activities/question' },
  },
  result: { success: true, score: { scaled: 0.8 }, response: 'B', duration: 'PT12.5S' },
  context: {
    registration: '7a1f0c3e-58b4-4d1e-9a55-0f2b6c7d8e90',
    contextActivities: { parent: [{ id: 'https://example.test/lessons/12' }] },
  },
  timestamp: '2024-03-01T08:00:00.000Z',
}

/** What a careful person would write by hand to keep statements: who asks is looked up, the list is put in by one statement. */
function bareServer(url: string, collegeId: string): FastifyInstance {
  const pool = new pg.Pool({ connectionString: url, max: 12 })
  pool.on('error', () => {})
  const app = Fastify({ bodyLimit: 20 * 1048576 })
  app.addHook('onClose', () => pool.end())
  app.post('/statements', async (request) => {
    const sent = request.body as object | readonly object[]
    const statements = Array.isArray(sent) ? (sent as readonly object[]) : [sent]
    const [key, secret] = Buffer.from(request.headers.authorization!.slice(6), 'base64').toString().split(':')
    const client = await pool.connect()
    try {
      await client.query(`BEGIN; SET LOCAL app.college = '${collegeId}'`)
      const { rows } = await client.query<{ secret_hash: Buffer }>({
        name: 'client',
        text: 'SELECT id, secret_hash FROM learning_clients WHERE college_id = $1 AND key = $2',
        values: [collegeId, key],
      })
      if (!rows[0]?.secret_hash.equals(createHash('sha256').update(secret!).digest())) throw new Error('401')
      const ids = statements.map(() => v7())
      const stored = new Date().toISOString()
      await client.query({
        name: 'insert',
        text: 'INSERT INTO bare_statements SELECT $1, e.id, $2, e.statement FROM unnest($3::uuid[], $4::jsonb[]) AS e(id, statement)',
        values: [collegeId, stored, ids, statements.map((s, i) => JSON.stringify({ ...s, id: ids[i], stored }))],
      })
      await client.query('COMMIT')
      return ids
    } finally {
      client.release()
    }
  })
  return app
}

/** The official store on this machine: whoever wants to compare starts it, and names it by ADL_LRS_URL and ADL_LRS_KEY. */
function peerOf(address: string, turn: (path: string) => Load['turns']): Pick<Load, 'port' | 'headers' | 'turns'> {
  const { port, pathname } = new URL(address)
  return {
    port: Number(port),
    headers: {
      authorization: `Basic ${Buffer.from(PEER_KEY).toString('base64')}`,
      'x-experience-api-version': '1.0.3',
    },
    turns: turn(`${pathname.replace(/\/$/, '')}/statements`),
  }
}

/** The best of five, in milliseconds. */
async function took(work: () => Promise<unknown>): Promise<string> {
  let best = Infinity
  for (let i = 0; i < 5; i++) {
    const began = performance.now()
    await work()
    best = Math.min(best, performance.now() - began)
  }
  return `${best.toFixed(0)} ms`
}

/** The most memory that a process had, by Linux's account of it. */
async function peakOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return `${Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)} MB`
}

/** Statements over HTTP, one and fifty a request, beside a bare insert; then the dashboard and pages over a year of them. */
export async function benchLearning(): Promise<BenchRow[]> {
  const db = await openBench(testCatalogue())
  const { id: collegeId } = await makeTestCollege(db.engine, 'bench')
  const admin = new pg.Client({ connectionString: db.adminUrl })
  await admin.connect()
  await admin.query(
    'CREATE TABLE bare_statements (college_id uuid, id uuid, stored timestamptz, statement jsonb, PRIMARY KEY (college_id, id)); GRANT ALL ON bare_statements TO PUBLIC',
  )
  const system = asSystem(collegeId, 'bench')
  const made = await db.engine.database.inCollege(collegeId, (tx) =>
    makeClient(db.engine, tx, system, { name: 'bench', scopes: ['all'] }),
  )
  const headers = {
    authorization: `Basic ${Buffer.from(`${made.client.key}:${made.secret}`).toString('base64')}`,
    'x-experience-api-version': '2.0.0',
  }
  const app = await createApp({
    engine: db.engine,
    settings: { ...readSettings({ DATA_DIR: db.dataDir, LOG_LEVEL: 'silent' }), port: 0 },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const bare = bareServer(db.appUrl, collegeId)
  await bare.listen({ host: '127.0.0.1', port: 0 })
  const portOf = (one: FastifyInstance) => (one.server.address() as { port: number }).port
  const rows: BenchRow[] = []
  try {
    for (const [size, clients, aim] of [
      [1, 16, ''],
      [50, 8, '≥ 0.50'],
    ] as const) {
      const body = size === 1 ? statement : Array.from({ length: size }, () => statement)
      const turn = (path: string) => [{ method: 'POST' as const, path, body }]
      const common = { headers, clients, seconds: SECONDS }
      const [mine, hand] = [
        { ...common, port: portOf(app), turns: turn('/xapi/statements') },
        { ...common, port: portOf(bare), turns: turn('/statements') },
      ]
      await run({ ...mine, seconds: 2 })
      await run({ ...hand, seconds: 2 })
      const [ours, theirs] = [await run(mine), await run(hand)]
      const peer = PEER ? await run({ ...common, ...peerOf(PEER, turn) }) : undefined
      const show = (r: LoadResult) =>
        `${(r.rate * size).toFixed(0)}/s, p95 ${r.p95.toFixed(0)} ms${r.errors ? `, ${r.errors} errors` : ''}`
      rows.push({
        name: `statements, ${size} a request, ${clients} clients, all rules on: against a bare insert`,
        ours: show(ours),
        byHand: show(theirs),
        ratio: (ours.rate / theirs.rate).toFixed(2),
        aim,
      })
      if (peer)
        rows.push({
          name: `the same beside the official ADL_LRS`,
          ours: show(ours),
          byHand: show(peer),
          ratio: (ours.rate / peer.rate).toFixed(2),
          aim: '',
        })
    }
    const peak = await peakOf(process.pid)
    const began = performance.now()
    const total = await fillStatements(admin, collegeId, STATEMENTS)
    const { rows: sized } = await admin.query<{ size: string }>(
      'SELECT pg_size_pretty(pg_database_size(current_database())) AS size',
    )
    const many = total.toLocaleString('en')
    rows.push({
      name: `a year of ${many} statements by COPY, indexes built after it; the database then`,
      ours: `${((performance.now() - began) / 1000).toFixed(0)} s, ${sized[0]!.size}`,
      byHand: '',
      ratio: '',
      aim: '≤ 6 GB',
    })
    const get = async (query: string) => {
      const answer = await fetch(`http://127.0.0.1:${portOf(app)}/xapi/statements?${query}`, { headers })
      if (answer.status !== 200) throw new Error(await answer.text())
      return answer.json()
    }
    const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.engine.database.inCollege(collegeId, work)
    const look = (period: Period) => inCollege((tx) => overview(db.engine, tx, system, period))
    const list = (filter: Parameters<typeof listStatements>[3]) =>
      inCollege((tx) => listStatements(db.engine, tx, system, filter))
    const day = new Date(Date.now() - 100 * 86_400_000).toISOString().slice(0, 10)
    const agent = encodeURIComponent(JSON.stringify(studentAt(77)))
    for (const [name, work, aim] of [
      ['dashboard of 30 days', () => look(30), '≤ 1000 ms'],
      ['dashboard of a year', () => look(365), '≤ 1000 ms'],
      ['the latest statements', () => list({}), '≤ 1000 ms'],
      ['statements of a course on a day, 100 days ago', () => list({ course: courseAt(3), day }), '≤ 1000 ms'],
      ['latest 50 of a verb, over HTTP', () => get(`verb=${encodeURIComponent(verbAt(3))}&limit=50`), ''],
      ['latest 50 of a student, over HTTP', () => get(`agent=${agent}&limit=50`), ''],
    ] as const)
      rows.push({ name: `${name}, among ${many}`, ours: await took(work), byHand: '', ratio: '', aim })
    rows.push({
      name: 'memory of the server (with the clients beside it): at its peak while statements came, now',
      ours: `${peak}, ${Math.round(process.memoryUsage.rss() / 1048576)} MB`,
      byHand: '',
      ratio: '',
      aim: '',
    })
    return rows
  } finally {
    await app.close()
    await bare.close()
    await admin.end()
    await db.close()
  }
}
