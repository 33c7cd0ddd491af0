import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import { v7 } from 'uuid'
import { asSystem } from '../src/engine/access/actor.ts'
import { makeClient } from '../src/modules/learning-records/store/clients.ts'
import { overview } from '../src/modules/learning-records/store/overview.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openBench } from './college.ts'
import type { Load, LoadResult } from './load.ts'
import type { BenchRow } from './row.ts'

const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)
/** Statements that the overview and the pages are asked over. */
const STATEMENTS = Number(process.env['BENCH_STATEMENTS'] ?? 10_000_000)
/** Of these, as many lie in the table; the others only in the counts, which is all that an overview reads. */
const KEPT = Math.min(STATEMENTS, 1_000_000)

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

/** Statements over HTTP, one and fifty a request, beside a bare insert; then pages and the overview over many. */
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
      const show = (r: LoadResult) =>
        `${(r.rate * size).toFixed(0)}/s, p95 ${r.p95.toFixed(0)} ms${r.errors ? `, ${r.errors} errors` : ''}`
      rows.push({
        name: `statements, ${size} a request, ${clients} clients, all rules on: against a bare insert`,
        ours: show(ours),
        byHand: show(theirs),
        ratio: (ours.rate / theirs.rate).toFixed(2),
        aim,
      })
    }
    await fill(admin, collegeId)
    const took = async (work: () => Promise<unknown>) => {
      let best = Infinity
      for (let i = 0; i < 5; i++) {
        const began = performance.now()
        await work()
        best = Math.min(best, performance.now() - began)
      }
      return `${best.toFixed(0)} ms`
    }
    const get = async (query: string) => {
      const answer = await fetch(`http://127.0.0.1:${portOf(app)}/xapi/statements?${query}`, { headers })
      if (answer.status !== 200) throw new Error(await answer.text())
      return answer.json()
    }
    const agent = encodeURIComponent(JSON.stringify({ account: { homePage: 'https://example.test', name: 's77' } }))
    const verb = encodeURIComponent('https://example.test/verbs/3')
    for (const [name, work, aim] of [
      [
        `overview over ${STATEMENTS.toLocaleString('en')} statements`,
        () => db.engine.database.inCollege(collegeId, (tx) => overview(db.engine, tx, system)),
        '≤ 1000 ms',
      ],
      [`latest 50 of a verb among ${KEPT.toLocaleString('en')}`, () => get(`verb=${verb}&limit=50`), ''],
      [`latest 50 of a student among ${KEPT.toLocaleString('en')}`, () => get(`agent=${agent}&limit=50`), ''],
    ] as const)
      rows.push({ name, ours: await took(work), byHand: '', ratio: '', aim })
    rows.push({
      name: 'memory of the server after it',
      ours: `${Math.round(process.memoryUsage.rss() / 1048576)} MB`,
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

/** Statements of a month by 2,000 students, and the counts of all, an hour at a time, as batches of 50 leave them. */
async function fill(admin: pg.Client, collegeId: string): Promise<void> {
  const { keyOf, mentionKey } = await import('../src/modules/learning-records/statement/mentions.ts')
  await admin.query(`SET app.college = '${collegeId}'`)
  await admin.query('CREATE TEMP TABLE verbs (n integer, id text, key bigint)')
  await admin.query('CREATE TEMP TABLE students (n integer, body text, keys bigint[])')
  const verbs = Array.from({ length: 10 }, (_, n) => `https://example.test/verbs/${n}`)
  await admin.query('INSERT INTO verbs SELECT * FROM unnest($1::integer[], $2::text[], $3::bigint[])', [
    verbs.map((_, n) => n),
    verbs,
    verbs.map(keyOf),
  ])
  const students = Array.from({ length: 2000 }, (_, n) => ({ homePage: 'https://example.test', name: `s${n}` }))
  const named = students.map((account) => `account ${JSON.stringify([account.homePage, account.name])}`)
  await admin.query(
    'INSERT INTO students SELECT e.n, e.body, e.keys::bigint[] FROM unnest($1::integer[], $2::text[], $3::text[]) AS e(n, body, keys)',
    [
      students.map((_, n) => n),
      students.map((account) => JSON.stringify({ account })),
      named.map((name) => `{${mentionKey('agent', name)},${mentionKey('near-agent', name)}}`),
    ],
  )
  const stored = new Date().toISOString()
  await admin.query(
    `INSERT INTO learning_statements (college_id, place, stored, id, verb_key, activity_key, registration, keys, targets, voided, client_id, statement)
     SELECT '${collegeId}', ('01890000-' || lpad(to_hex(i >> 16), 4, '0') || '-7' || lpad(to_hex((i >> 4) & 4095), 3, '0') || '-8000-' || lpad(to_hex(i), 12, '0'))::uuid, $1::timestamptz, gen_random_uuid(), v.key,
       i % 500, NULL, s.keys, '{}', false, '${collegeId}', '{"actor":' || s.body || ',"verb":{"id":"' || v.id || '"},"object":{"id":"https://example.test/items/' || i % 500 || '"}}'
     FROM generate_series(1, ${KEPT}) AS i JOIN verbs v ON v.n = i % 10 JOIN students s ON s.n = i % 2000`,
    [stored],
  )
  // A month: past days as the hourly adding up leaves them, today still a row for each batch of 50.
  const count = (kind: string, names: number, from: string) => `
    INSERT INTO learning_counts (college_id, kind, hour, name, batch, statements, succeeded, failed)
    SELECT '${collegeId}', '${kind}', date_trunc('day', now(), 'Asia/Shanghai') - d * interval '1 day', 'https://example.test/${from}/' || n, gen_random_uuid(), ${STATEMENTS} / (30 * ${names}), 1, 0
    FROM generate_series(1, 29) AS d, generate_series(0, ${names - 1}) AS n;
    INSERT INTO learning_counts (college_id, kind, hour, name, batch, statements, succeeded, failed)
    SELECT '${collegeId}', '${kind}', date_trunc('hour', now()), 'https://example.test/${from}/' || i % ${names}, gen_random_uuid(), 50, 1, 0
    FROM generate_series(1, ${STATEMENTS} / 30 / 50) AS i`
  await admin.query(count('verb', 10, 'verbs'))
  await admin.query(count('activity', 500, 'items'))
  await admin.query('ANALYZE learning_statements; ANALYZE learning_counts')
}
