import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createAccount } from '../../engine/access/accounts.ts'
import { asSystem } from '../../engine/access/actor.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { signInApp, type TestBrowser, testBrowser } from '../../testing/sign-in-app.ts'
import { exportRoutes } from './exports.ts'
import { importRoutes } from './imports.ts'

const PASSWORD = '仓库的门每天要锁好'.repeat(2)
let db: TestDatabase
let college: TestCollege
let app: FastifyInstance
let keeper: TestBrowser
let owner: pg.Client

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  const made = await signInApp(db.engine)
  app = made.app
  await app.register(multipart)
  for (const routes of [importRoutes, exportRoutes]) routes(app, made.server)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const assignments = [{ role: 'keeper', unitId: college.root }]
  await db.database.inCollege(college.id, (tx) =>
    createAccount(db.engine, tx, asSystem(college.id, 'test'), { name: 'keeper', password: PASSWORD, assignments }),
  )
  keeper = testBrowser(app)
  await keeper.call('POST', '/api/session', { name: 'keeper', password: PASSWORD })
  owner = new pg.Client({ connectionString: db.adminUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await app.close()
  await db.close()
})

const rows = Array.from({ length: 2500 }, (_, i) => `C${i},锤 ${i},手动,east 单位\r\n`).join('')
const form = Buffer.from(
  `--b\r\ncontent-disposition: form-data; name="file"; filename="t.csv"\r\ncontent-type: text/csv\r\n\r\n编号,名称,类别,车间\r\n${rows}\r\n--b--\r\n`,
)

function send(method: 'GET' | 'POST', path: string, type?: string, body?: Buffer | string): ClientRequest {
  const { port } = app.server.address() as AddressInfo
  const headers = {
    cookie: keeper.cookie,
    'x-csrf': keeper.csrf,
    ...(type ? { 'content-type': type } : {}),
    ...(body ? { 'content-length': Buffer.byteLength(body) } : {}),
  }
  const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false })
  sent.on('error', () => {})
  sent.end(body)
  return sent
}

const connections = () => new Promise<number>((resolve) => app.server.getConnections((_error, count) => resolve(count)))
const waiting = async () =>
  (await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted')).rows[0]!.n
/** Nobody holds a connection to the database any more. */
const isQuiet = () => db.database.pool.totalCount === db.database.pool.idleCount
const one = async <Row>(statement: ReturnType<typeof sql>) =>
  (await db.database.inCollege(college.id, (tx) => tx.run<Row>(statement)))[0]!
const tools = async () => (await one<{ n: number }>(sql`SELECT count(*) AS n FROM records.tools`)).n
const imports = async () => (await one<{ n: number }>(sql`SELECT count(*) AS n FROM imports`)).n

/** Starts a request, lets it run into a locked table, hangs up, and lets the server find out. */
async function cancelled(lock: string, start: () => ClientRequest): Promise<void> {
  await owner.query(`BEGIN; LOCK TABLE records.tools IN ${lock} MODE`)
  const sent = start()
  await expect.poll(waiting, { timeout: 20_000 }).toBe(1)
  sent.destroy()
  await expect.poll(connections, { timeout: 20_000 }).toBe(0)
  await owner.query('ROLLBACK')
  await expect.poll(isQuiet, { timeout: 20_000 }).toBe(true)
}

test('a preview that is cancelled stops, keeps nothing and frees its connection', async () => {
  await cancelled('ACCESS EXCLUSIVE', () =>
    send('POST', '/api/registers/tools/imports', 'multipart/form-data; boundary=b', form),
  )
  expect(await imports()).toBe(0)
})

test('an import that is cancelled while it is written leaves nothing behind, and can be done again or called off', async () => {
  const [answer] = (await once(
    send('POST', '/api/registers/tools/imports', 'multipart/form-data; boundary=b', form),
    'response',
  )) as [NodeJS.ReadableStream]
  let text = ''
  for await (const piece of answer) text += String(piece)
  const { id, creates } = JSON.parse(text) as { id: string; creates: number }
  expect(creates).toBe(2500)
  const history = () => one<{ n: number }>(sql`SELECT count(*) AS n FROM history WHERE subject = 'tools'`)

  await cancelled('SHARE', () => send('POST', `/api/imports/${id}/accept`, 'application/json', '{}'))
  expect(await tools()).toBe(0)
  expect((await history()).n).toBe(0)
  expect((await keeper.call('GET', `/api/imports/${id}`)).body).toMatchObject({ state: 'ready' })

  expect((await keeper.call('POST', `/api/imports/${id}/accept`)).body).toEqual({ creates: 2500, updates: 0 })
  expect(await tools()).toBe(2500)
  expect((await history()).n).toBe(2500)
  // Calling off what is done already says so, and changes nothing.
  const late = await keeper.call('DELETE', `/api/imports/${id}`)
  expect(late.code).toBe('conflict')
})

test('a download that is broken off reads nothing more', async () => {
  const asked = vi.spyOn(db.database, 'inCollege')
  await cancelled('ACCESS EXCLUSIVE', () => send('GET', '/api/registers/tools/export.csv'))
  // Whoever asks with the audit's line, and the portion that was being read: no second portion, no names.
  expect(asked).toHaveBeenCalledTimes(2)
  asked.mockRestore()
})
