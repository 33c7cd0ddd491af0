import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../engine/access/accounts.ts'
import { asSystem } from '../../engine/access/actor.ts'
import { readSheet } from '../../engine/sheets/read-sheet.ts'
import type { CollegeCode } from '../../language/college-codes.ts'
import type { WireCodeChange, WireCodeList, WireCodes, WireCodesImport } from '../../language/wire-codes.ts'
import type { WirePage } from '../../language/wire.ts'
import { makeTestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { signInApp, type TestBrowser, testBrowser } from '../../testing/sign-in-app.ts'
import { codeRoutes } from './codes.ts'
import { registerRoutes } from './registers.ts'

const PASSWORD = '钥匙挂在门后第三个钩子上'
let db: TestDatabase
let app: FastifyInstance
let keeper: TestBrowser
let clerk: TestBrowser
let elsewhere: TestBrowser
let workshop: string

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  const made = await signInApp(db.engine)
  app = made.app
  await app.register(multipart, { limits: { files: 1, fileSize: 1048576, fields: 10 }, throwFileSizeLimit: true })
  for (const routes of [codeRoutes, registerRoutes]) routes(app, made.server)
  const college = await makeTestCollege(db.engine, 'A')
  workshop = college.east
  const other = await makeTestCollege(db.engine, 'B')
  const somebody = async (at: string, code: string, role: string, unitId: string) => {
    await db.database.inCollege(at, (tx) =>
      createAccount(db.engine, tx, asSystem(at, 'test'), {
        name: role,
        password: PASSWORD,
        assignments: [{ role, unitId }],
      }),
    )
    const browser = testBrowser(app)
    const { status } = await browser.call('POST', '/api/session', { college: code, name: role, password: PASSWORD })
    expect(status).toBe(200)
    return browser
  }
  keeper = await somebody(college.id, 'A', 'keeper', college.root)
  clerk = await somebody(college.id, 'A', 'clerk', college.east)
  elsewhere = await somebody(other.id, 'B', 'keeper', other.root)
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const garden = { value: 'garden', label: { zh: '园艺', en: 'Garden' }, official: '7', reason: '校内新购设备' }
const path = '/api/codes/tool-kind'
const tool = (browser: TestBrowser, number: string, values: object) =>
  browser.call('POST', '/api/registers/tools', { values: { number, name: number, workshop, ...values } })

test('a list is changed by whoever manages lists, and by nobody else', async () => {
  expect((await clerk.call('POST', `${path}/values`, garden)).status).toBe(403)
  const added = await keeper.call<WireCodes>('POST', `${path}/values`, garden)
  expect(added.status).toBe(201)
  expect(added.body.values.at(-1)).toMatchObject({ value: 'garden', official: '7', declared: null, version: 1 })
  expect(
    (await clerk.call('PATCH', `${path}/values/garden`, { version: 1, retiredFrom: null, reason: 'x' })).status,
  ).toBe(403)
  expect((await clerk.call('POST', `${path}/values/garden/undo`, { version: 1, reason: 'x' })).status).toBe(403)
  expect((await clerk.call<WireCodes>('GET', path)).body).toMatchObject({ canChange: false, name: 'tool-kind' })
  expect((await clerk.call<WireCodeList[]>('GET', '/api/codes?q=yy')).body).toEqual([
    expect.objectContaining({ name: 'tool-kind', open: 3, changed: 1, uses: 2 }),
  ])
  expect((await tool(clerk, 'G1', { kind: 'garden' })).status).toBe(201)
})

test('another college sees nothing of it', async () => {
  expect((await elsewhere.call<WireCodes>('GET', path)).body.values.map((v) => v.value)).toEqual(['hand', 'power'])
  expect((await elsewhere.call<CollegeCode[]>('GET', '/api/codes/own')).body).toEqual([])
  expect((await elsewhere.call<WireCodeChange[]>('GET', `${path}/history`)).body).toEqual([])
  expect(
    (await elsewhere.call('PATCH', `${path}/values/garden`, { version: 1, label: garden.label, reason: 'x' })).status,
  ).toBe(404)
})

test('a value is renamed, retired and taken back, and records keep it', async () => {
  const label = { zh: '园林', en: 'Gardening' }
  const renamed = await keeper.call<WireCodes>('PATCH', `${path}/values/garden`, {
    version: 1,
    label,
    reason: '统一名称',
  })
  expect(renamed.body.values.at(-1)).toMatchObject({ label, version: 2 })
  const change = { version: 2, retiredFrom: '2020-01-01', reason: '不再购置' }
  expect((await keeper.call('PATCH', `${path}/values/garden`, change)).status).toBe(200)
  expect((await keeper.call('PATCH', `${path}/values/garden`, change)).code).toBe('stale')
  const refused = await tool(clerk, 'G2', { kind: 'garden' })
  expect(refused.body).toMatchObject({
    error: { problems: [{ field: 'kind', message: { zh: '“园林”自 2020-01-01 起停用，请改选工具类别的其他值' } }] },
  })
  const where = encodeURIComponent(JSON.stringify([['kind', 'is', 'garden']]))
  expect((await clerk.call<WirePage>('GET', `/api/registers/tools?where=${where}`)).body.rows).toHaveLength(1)
  expect((await keeper.call('POST', `${path}/values/garden/undo`, { version: 3, reason: '仍在使用' })).status).toBe(200)
  expect((await tool(clerk, 'G3', { kind: 'garden' })).status).toBe(201)
  expect((await keeper.call<WireCodeChange[]>('GET', `${path}/history`)).body.map((c) => [c.action, c.reason])).toEqual(
    [
      ['undo', '仍在使用'],
      ['retire', '不再购置'],
      ['change', '统一名称'],
      ['add', '校内新购设备'],
    ],
  )
  expect((await clerk.call<CollegeCode[]>('GET', '/api/codes/own')).body).toEqual([
    { list: 'tool-kind', value: 'garden', label, official: '7', from: null, retiredFrom: null },
  ])
})

test('a list goes out as a workbook and comes back, first as a preview', async () => {
  const sent = await app.inject({ method: 'GET', url: `${path}/export.xlsx`, headers: { cookie: keeper.cookie } })
  expect(decodeURIComponent(String(sent.headers['content-disposition']))).toContain('工具类别.xlsx')
  const sheet = await readSheet(sent.rawPayload, 'codes.xlsx')
  expect(sheet.headers).toEqual(['值', '中文名称', '英文名称', '标准代码', '启用日期', '停用日期'])
  const csv = '值,中文名称,英文名称\nhand,手工,Manual\nyard,庭院,Yard\n'
  expect((await send(clerk, csv)).statusCode).toBe(403)
  const preview = (await send(keeper, csv)).json<WireCodesImport>()
  expect(preview).toEqual({ adds: ['yard'], changes: ['hand'], unchanged: 0, problems: [], isDone: false })
  expect((await send(keeper, csv, '年度整理')).json<WireCodesImport>().isDone).toBe(true)
  expect((await keeper.call<WireCodes>('GET', path)).body.values.map((v) => v.label.zh)).toEqual([
    '手工',
    '电动',
    '园林',
    '庭院',
  ])
  expect((await send(keeper, 'PK\u0003\u0004broken', '年度整理')).statusCode).toBe(422)
})

test('what is not there is not there', async () => {
  expect((await keeper.call('GET', '/api/codes/nothing')).status).toBe(404)
  expect((await keeper.call('GET', '/api/codes/nothing/history')).status).toBe(404)
  expect((await keeper.call('POST', `${path}/values/saw/undo`, { version: 0, reason: 'x' })).status).toBe(404)
  expect((await keeper.call('PATCH', `${path}/values/hand`, { version: 1.5, reason: 'x' })).status).toBe(400)
})

function send(browser: TestBrowser, content: string, reason = '') {
  const part = (head: string, body: string) => `--b\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  return app.inject({
    method: 'POST',
    url: `${path}/import`,
    headers: {
      'content-type': 'multipart/form-data; boundary=b',
      cookie: browser.cookie,
      'x-csrf': browser.csrf,
    },
    payload: `${part('name="reason"', reason)}${part('name="file"; filename="codes.csv"', content)}--b--\r\n`,
  })
}
