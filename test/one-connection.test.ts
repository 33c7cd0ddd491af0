import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addSender, type Sender } from '../bench/fuzz-run.ts'
import { declarations } from '../catalogue/index.gen.ts'
import { connect, type Database } from '../src/database/connection.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { WireRecord } from '../src/language/wire.ts'
import { createJobs } from '../src/engine/jobs/jobs.ts'
import { createApp } from '../src/server/app.ts'
import { guardList } from '../src/server/guard-list.ts'
import { jobList } from '../src/server/job-list.ts'
import { readSettings } from '../src/server/settings.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { routesOf } from '../src/testing/routes.ts'
import { openDemoDatabase } from './demo-database.ts'
import { NOBODY, routeValues } from './route-values.ts'

// A request that holds one connection and waits for a second hangs the program once as many people come as there are
// connections. With a single one, the first such request already waits in vain.

/** Long enough for a busy machine, short enough to say which request it was. */
const PATIENCE_MS = 20_000

const catalogue = assembleCatalogue(declarations)
let db: TestDatabase
let single: Database
let app: FastifyInstance
let everybody: Sender

beforeAll(async () => {
  db = await openDemoDatabase(catalogue)
  single = connect(db.appUrl, { max: 1, patienceMs: PATIENCE_MS })
  const settings = readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' })
  app = await createApp({
    engine: { ...db.engine, guards: guardList, database: single },
    settings,
    // The program opens their queue as it starts, before anybody comes.
    jobs: createJobs(db.engine, jobList(settings)),
  })
  await app.ready()
  const demo = (await listColleges(db.engine))[0]!.id
  everybody = await addSender(db.engine, demo, [...catalogue.roles.keys()], [])
})
afterAll(async () => {
  await app.close()
  await single.close()
  await db.close()
})

const call = (method: string, url: string, payload?: object) =>
  app.inject({
    method,
    url,
    headers: everybody.headers,
    ...(payload === undefined ? {} : { payload }),
  } as InjectOptions)

it('nothing that can be read needs a second connection', { timeout: 180_000 }, async () => {
  const valuesOf = await routeValues(db.engine, (await listColleges(db.engine))[0]!.id, 1)
  const failed: string[] = []
  let answered = 0
  for (const { method, url } of routesOf(app)) {
    // What changes in a lesson is told for as long as somebody listens.
    if (method !== 'GET' || url.includes('*') || url.endsWith('/live')) continue
    const address = url.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(name === 'register' ? 'staff' : (valuesOf(url, name, 'staff')[0] ?? NOBODY)),
    )
    const { statusCode } = await call(method, address)
    if (statusCode === 200) answered++
    if (statusCode >= 500) failed.push(`${address}: ${statusCode}`)
  }
  expect(failed).toEqual([])
  expect(answered).toBeGreaterThan(100)
})

it('sixteen people at once write through one connection', { timeout: 60_000 }, async () => {
  const [one] = (await call('GET', '/api/registers/staff?limit=1')).json<{ rows: WireRecord[] }>().rows
  const made = await Promise.all(
    Array.from({ length: 16 }, async (_, i) => {
      const values = { ...one!.values, number: `ONE-${i}`, person: null }
      const record = (await call('POST', '/api/registers/staff', { values })).json<WireRecord>()
      const changed = await call('PATCH', `/api/registers/staff/${record.id}`, {
        values: { name: `改名${i}` },
        version: record.version,
      })
      return changed.json<WireRecord>().values['name']
    }),
  )
  expect(made).toEqual(made.map((_, i) => `改名${i}`))
})
