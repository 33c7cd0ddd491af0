import { Worker } from 'node:worker_threads'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { bareServer } from './bare.ts'
import { addAccount, fill, openBench } from './college.ts'
import type { Load, LoadResult, Turn } from './load.ts'
import type { BenchRow } from './row.ts'

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)
const PASSWORD = 'bench password 1'

let used = 0
const run = (load: Load) =>
  new Promise<LoadResult>((resolve, reject) => {
    const worker = new Worker(new URL('./load.ts', import.meta.url), {
      workerData: { load, start: (used += 1_000_000) },
    })
    worker.once('message', resolve).once('error', reject)
  })

/** List, get, create and approve over HTTP on a register of a million rows, against the same by hand. */
export async function benchHttp(): Promise<BenchRow[]> {
  const db = await openBench(testCatalogue())
  const college = await makeTestCollege(db.engine, 'bench')
  await addAccount(db.engine, college.id, 'keeper', PASSWORD, 'keeper', college.root)
  const names = ['安全帽', '扳手', '测距仪', '电钻', '锉刀', '起子', '台钳', '游标卡尺']
  await fill(
    db.adminUrl,
    college.id,
    `INSERT INTO records.tools (college_id, id, state, version, unit_id, created_at, updated_at, number, name, kind, price, pieces, total, workshop, search)
     SELECT '${college.id}', gen_random_uuid(), 'kept', 1, '${college.east}', now(), now(), 'N' || i, (ARRAY['${names.join("','")}'])[1 + i % ${names.length}] || i,
       CASE WHEN i % 3 = 0 THEN 'power' ELSE 'hand' END, 12.5, i % 50, 12.5 * (i % 50), '${college.east}', to_tsvector('simple', 'n' || i)
     FROM generate_series(1, ${ROWS}) AS i`,
  )
  const settings = { ...readSettings({ DATA_DIR: db.dataDir, LOG_LEVEL: 'silent' }), port: 0 }
  const app = await createApp({ engine: db.engine, settings })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const port = (app.server.address() as { port: number }).port
  const bare = await bareServer(db.appUrl, college.id)
  await bare.listen({ host: '127.0.0.1', port: 0 })
  const barePort = (bare.server.address() as { port: number }).port

  const signIn = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ college: 'bench', name: 'keeper', password: PASSWORD }),
  })
  const { csrf } = (await signIn.json()) as { csrf: string }
  const headers = { cookie: signIn.headers.get('set-cookie')!.split(';')[0]!, 'x-csrf': csrf }
  const [some] = (
    (await (await fetch(`http://127.0.0.1:${port}/api/registers/tools?limit=1`, { headers })).json()) as {
      rows: { id: string }[]
    }
  ).rows

  const values = { number: 'C{n}', name: '新工具 {n}', kind: 'hand', price: '12.50', pieces: 4, workshop: college.east }
  const where = encodeURIComponent(JSON.stringify([['kind', 'is', 'power']]))
  const works: { name: string; aim: string; clients: number; ours: Turn[]; theirs: Turn[] }[] = [
    {
      name: `list page of ${ROWS.toLocaleString('en')} rows, filter + sort`,
      aim: '≥ 0.50',
      clients: 16,
      ours: [{ method: 'GET', path: `/api/registers/tools?where=${where}&sort=name&limit=50` }],
      theirs: [{ method: 'GET', path: '/list' }],
    },
    {
      name: 'get one record',
      aim: '≥ 0.50',
      clients: 16,
      ours: [{ method: 'GET', path: `/api/registers/tools/${some!.id}` }],
      theirs: [{ method: 'GET', path: `/get/${some!.id}` }],
    },
    {
      name: 'create one record, 16 clients',
      aim: '≥ 0.30',
      clients: 16,
      ours: [{ method: 'POST', path: '/api/registers/tools', body: { values } }],
      theirs: [{ method: 'POST', path: '/create', body: { values } }],
    },
    {
      name: 'create, submit, approve, 16 clients',
      aim: '≥ 0.30',
      clients: 16,
      ours: [
        { method: 'POST', path: '/api/registers/tools', body: { values: { ...values, number: 'D{n}' } } },
        { method: 'POST', path: '/api/registers/tools/{id}/actions/submit', body: { version: 1 } },
        { method: 'POST', path: '/api/registers/tools/{id}/actions/approve', body: { version: 2 } },
      ],
      theirs: [
        { method: 'POST', path: '/create', body: { values: { ...values, number: 'E{n}' } } },
        { method: 'POST', path: '/act/{id}', body: { state: 'submitted', version: 1 } },
        { method: 'POST', path: '/act/{id}', body: { state: 'kept', version: 2 } },
      ],
    },
  ]
  const rows: BenchRow[] = []
  for (const { name, aim, clients, ours, theirs } of works) {
    const common = { headers, clients, seconds: SECONDS }
    await run({ ...common, port, turns: ours, seconds: 1 })
    await run({ ...common, port: barePort, turns: theirs, seconds: 1 })
    const mine = await run({ ...common, port, turns: ours })
    const hand = await run({ ...common, port: barePort, turns: theirs })
    const show = (r: LoadResult) =>
      `${r.rate.toFixed(0)}/s, p95 ${r.p95.toFixed(0)} ms${r.errors ? `, ${r.errors} errors` : ''}`
    rows.push({ name, ours: show(mine), byHand: show(hand), ratio: (mine.rate / hand.rate).toFixed(2), aim })
  }
  await app.close()
  await bare.close()
  await db.close()
  return rows
}
