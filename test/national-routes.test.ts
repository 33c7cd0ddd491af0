import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { createJobs, type Jobs } from '../src/engine/jobs/jobs.ts'
import { listRuns } from '../src/engine/jobs/runs.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { WireError } from '../src/language/wire.ts'
import { jobs as platformJobs } from '../src/modules/national-platform/server.ts'
import type { Batch, BatchPage, Connection } from '../src/modules/national-platform/inside/wire-platform.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { type TestBrowser, testBrowser } from '../src/testing/sign-in-app.ts'
import { openDemoDatabase } from './demo-database.ts'
import { type Receiver, startReceiver } from './national-receiver.ts'

/** The data office reports a table of the demo through the server's own routes and jobs. */
const catalogue = assembleCatalogue(declarations)
const table = [...catalogue.standardTables.values()].find(
  ({ standard, number }) => standard === 'national' && number === 33,
)!
const address = { appKey: 'college-1', secret: '0123456789abcdeffedcba9876543210' }
const PATH = '/api/national-platform'
let db: TestDatabase
let app: FastifyInstance
let jobs: Jobs
let receiver: Receiver
let admin: TestBrowser

beforeAll(async () => {
  db = await openDemoDatabase(catalogue)
  receiver = await startReceiver([table], address)
  jobs = createJobs(db.engine, platformJobs, { heartbeat: 10, watch: 1, grace: 1 })
  const settings = readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' })
  app = await createApp({ engine: db.engine, settings, jobs })
  await jobs.start({ error: () => {}, warn: () => {} })
  admin = await signedIn('admin')
}, 300_000)
afterAll(async () => {
  await jobs?.stop()
  await app?.close()
  await receiver?.close()
  await db?.close()
})

async function signedIn(name: string): Promise<TestBrowser> {
  const browser = testBrowser(app)
  expect((await browser.call('POST', '/api/session', { name, password: 'demo-jiangxin' })).status).toBe(200)
  return browser
}
const connect = (more: object = {}) =>
  admin.call('PUT', `${PATH}/connection`, {
    url: receiver.url,
    ...address,
    mode: 'ecb',
    encoding: 'base64',
    batchRows: 50,
    enabled: true,
    ...more,
  })
const batches = async () => (await admin.call<BatchPage>('GET', `${PATH}/batches?table=${table.name}`)).body.rows
/** The batches, once there are some and none is in these states any more. */
async function settled(...states: readonly Batch['state'][]): Promise<readonly Batch[]> {
  for (;;) {
    const rows = await batches()
    if (rows.length > 0 && !rows.some((batch) => states.includes(batch.state))) return rows
    await sleep(50)
  }
}
const lastRun = async () => {
  const [college] = await listColleges(db.engine)
  return db.database.inCollege(college!.id, async (tx) => (await listRuns(tx)).rows[0]!)
}

it('is for those who manage standards, and needs a connection', async () => {
  const teacher = await signedIn('teacher')
  expect((await teacher.call('POST', `${PATH}/results`)).status).toBe(403)
  const refused = await admin.call<WireError>('POST', `${PATH}/results`)
  expect([refused.status, refused.body.error.message.zh]).toEqual([409, expect.stringContaining('还没有启用上报连接')])
})

it('keeps the paths of the calls, the standard’s own where none are given', async () => {
  const wrong = await connect({ paths: { authorise: 'token', refresh: '/r', report: '/p', query: '/q' } })
  expect(wrong.status).toBe(422)
  expect((wrong.body as WireError).error.problems?.map(({ field }) => field)).toEqual(['paths.authorise'])
  expect((await connect()).status).toBe(204)
  const usual = { authorise: '/authorize', refresh: '/refresh', report: '/report', query: '/query' }
  expect((await admin.call<Connection>('GET', `${PATH}/connection`)).body.paths).toEqual(usual)
})

it(
  'a refusal ends the run at once, in both languages; mended and replayed, the rows arrive',
  { timeout: 300_000 },
  async () => {
    await connect({ appKey: 'somebody else' })
    expect((await admin.call('POST', `${PATH}/tables/${table.name}/report`)).status).toBe(202)
    const failed = await untilFailed()
    expect(failed.error).toEqual({
      zh: expect.stringContaining('平台拒绝了授权'),
      en: expect.stringContaining('does not authorise this college: unknown app_key'),
    })
    for (let run = await lastRun(); run.endedAt === null; run = await lastRun()) await sleep(50)
    expect(await lastRun()).toMatchObject({ state: 'done', attempts: 1, result: { refused: failed.error } })

    await connect()
    expect((await admin.call('POST', `${PATH}/batches/${failed.id}/replay`)).status).toBe(202)
    expect(new Set((await settled('prepared', 'failed')).map((batch) => batch.state))).toEqual(new Set(['sent']))
    expect((await admin.call('POST', `${PATH}/results`)).status).toBe(202)
    const done = await settled('sent')
    expect(new Set(done.map((batch) => batch.state))).toEqual(new Set(['accepted']))
    expect(done.reduce((sum, batch) => sum + batch.rows, 0)).toBe(receiver.stored.get(table.name)!.size)
  },
)

async function untilFailed(): Promise<Batch> {
  for (;;) {
    const failed = (await batches()).find((batch) => batch.state === 'failed')
    if (failed) return failed
    await sleep(50)
  }
}
