import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccount } from '../src/engine/access/accounts.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import type { WireRecord } from '../src/language/wire.ts'
import type { WirePlanChange, WirePlanChanges } from '../src/modules/plan/wire-changes.ts'
import type { WirePlanParts } from '../src/modules/plan/wire-views.ts'
import type { WireWorkbookPreview } from '../src/modules/plan/wire-workbook.ts'
import { createApp } from '../src/server/app.ts'
import { guardList } from '../src/server/guard-list.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { type TestBrowser, testBrowser } from '../src/testing/sign-in-app.ts'
import { catalogue } from './plan-college.ts'

/** A plan from its draft to a change that finance approves, as the screens ask for it. */

const PASSWORD = '计划先写好再生效'.repeat(2)
let db: TestDatabase
let app: FastifyInstance
let college: TestCollege

beforeAll(async () => {
  db = await openTestDatabase(catalogue, guardList)
  college = await makeTestCollege(db.engine, 'http')
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', TRUST_PROXY: '1' }),
  })
  await app.ready()
}, 300_000)
afterAll(async () => {
  await app.close()
  await db.close()
})

async function signedIn(role: string, unitId: string): Promise<TestBrowser> {
  const name = `${role}-plans`
  await db.database.inCollege(college.id, (tx) =>
    createAccount(db.engine, tx, asSystem(college.id, 'test'), {
      name,
      personName: role,
      password: PASSWORD,
      assignments: [{ role, unitId }],
    }),
  )
  const browser = testBrowser(app, `10.7.${name.length}.1`)
  await browser.call('POST', '/api/session', { college: 'http', name, password: PASSWORD })
  return browser
}

async function does<T>(browser: TestBrowser, method: 'GET' | 'POST' | 'PATCH', url: string, body?: object): Promise<T> {
  const answer = await browser.call<T>(method, url, body)
  if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** Sends a file as a browser does. */
async function sent(browser: TestBrowser, name: string, bytes: Buffer): Promise<{ sha256: string; fileName: string }> {
  const boundary = 'a-boundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const answer = await app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      cookie: browser.cookie,
      'x-csrf': browser.csrf,
      'x-forwarded-for': browser.address,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  expect(answer.statusCode).toBe(201)
  return { sha256: answer.json<{ sha256: string }>().sha256, fileName: name }
}

it('is drafted, comes into force, is changed by request, goes out as a workbook and is copied', async () => {
  const finance = await college.add('units', {
    code: 'money',
    name: '财务处',
    kind: 'office',
    parent: college.root,
    office: 'finance',
  })
  const office = await signedIn('quality-office', college.root)
  const treasurer = await signedIn('unit-head', finance)
  const create = (register: string, values: object) =>
    does<WireRecord>(office, 'POST', `/api/registers/${register}`, { values })
  const plan = await create('plans', { code: 'p', name: '计划', kind: 'college', from: '2030-01-01', to: '2030-12-31' })
  const level = await create('plan-levels', { code: 'l', plan: plan.id, kind: 'school', name: '学校', weight: '100' })
  const common = { plan: plan.id, level: level.id, unit: college.east, from: '2030-01-01', to: '2030-12-31' }
  const board = await create('plan-tasks', { ...common, number: '1', name: '板块', kind: 'board' })

  const enforce = `/api/registers/plans/${plan.id}/actions/enforce`
  expect(await office.call('POST', enforce, { version: 1 })).toMatchObject({ status: 422, code: 'invalid' })
  const leaf = await create('plan-tasks', { ...common, number: '1-1', name: '点', kind: 'leaf', parent: board.id })
  await does(office, 'POST', enforce, { version: 1 })
  const path = `/api/registers/plan-tasks/${leaf.id}`
  const direct = await office.call('PATCH', path, { version: 1, values: { to: '2030-06-30' } })
  expect(direct).toMatchObject({ status: 422 })
  expect(JSON.stringify(direct.body)).toContain('变更申请')

  const parts = await does<WirePlanParts>(office, 'GET', '/api/plans/p/parts')
  expect(parts).toMatchObject({ canEdit: false, canPropose: true, plan: { state: 'in-force', edition: 1 } })
  expect(await office.call('POST', '/api/plans/p/changes', { title: 'x' })).toMatchObject({ status: 400 })
  const asked = await does<WirePlanChange>(office, 'POST', '/api/plans/p/changes', {
    title: '提前并追加',
    reason: '会议决定',
    changes: [
      { register: 'plan-tasks', action: 'update', record: leaf.id, values: { to: '2030-06-30' } },
      {
        register: 'plan-budgets',
        action: 'create',
        values: { task: leaf.id, year: 2030, source: 'own', amount: '100.50' },
      },
    ],
  })
  expect(asked).toMatchObject({ route: 'finance', moved: '100.50' })
  expect(asked.changes[1]!.budget).toEqual({ before: '0.00', after: '100.50' })
  const take = (browser: TestBrowser, action: string, version: number) =>
    does(browser, 'POST', `/api/registers/plan-changes/${asked.record.id}/actions/${action}`, { version })
  await take(office, 'submit', 1)
  await take(office, 'to-finance', 2)
  await take(treasurer, 'approve', 3)
  expect((await does<WireRecord>(office, 'GET', path)).values['to']).toBe('2030-06-30')
  const { changes } = await does<WirePlanChanges>(treasurer, 'GET', '/api/plans/p/changes')
  expect(changes.map(({ record }) => record.state)).toEqual(['approved'])

  const book = await app.inject({
    method: 'GET',
    url: '/api/plans/p/workbook.xlsx',
    headers: { cookie: office.cookie, 'x-forwarded-for': office.address },
  })
  expect(book.statusCode).toBe(200)
  const file = await sent(office, '计划.xlsx', book.rawPayload)
  const preview = await does<WireWorkbookPreview>(office, 'POST', '/api/plans/p/workbook/preview', file)
  expect(preview).toMatchObject({ problems: [], isRequest: true })
  expect(preview.sheets.every(({ creates, updates }) => creates + updates === 0)).toBe(true)

  const copy = { code: 'q', name: '下一期', from: '2031-01-01' }
  expect(await does(office, 'POST', '/api/plans/p/copies', copy)).toMatchObject({ made: { 'plan-tasks': 2 } })
  expect(await office.call('POST', '/api/plans/p/copies', copy)).toMatchObject({ status: 422 })
  expect(await treasurer.call('POST', '/api/plans/p/copies', { ...copy, code: 'r' })).toMatchObject({ status: 403 })
})
