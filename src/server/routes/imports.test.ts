import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../engine/access/accounts.ts'
import { asSystem } from '../../engine/access/actor.ts'
import { readSheet } from '../../engine/sheets/read-sheet.ts'
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

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  const made = await signInApp(db.engine, { MAX_UPLOAD_MB: '1' })
  app = made.app
  await app.register(multipart, { limits: { files: 1, fileSize: 1048576 }, throwFileSizeLimit: true })
  for (const routes of [importRoutes, exportRoutes]) routes(app, made.server)
  keeper = await somebody('keeper')
})
afterAll(async () => {
  await app.close()
  await db.close()
})

let serial = 0
async function somebody(role: string): Promise<TestBrowser> {
  const name = `${role}-${++serial}`
  const assignments = [{ role, unitId: college.root }]
  await db.database.inCollege(college.id, (tx) =>
    createAccount(db.engine, tx, asSystem(college.id, 'test'), { name, password: PASSWORD, assignments }),
  )
  const browser = testBrowser(app)
  expect((await browser.call('POST', '/api/session', { name, password: PASSWORD })).status).toBe(200)
  return browser
}

function send(browser: TestBrowser | null, register: string, fileName: string, content: string | Buffer) {
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: text/csv\r\n\r\n`
  return app.inject({
    method: 'POST',
    url: `/api/registers/${register}/imports`,
    headers: {
      'content-type': 'multipart/form-data; boundary=b',
      ...(browser ? { cookie: browser.cookie, 'x-csrf': browser.csrf } : {}),
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--b--\r\n')]),
  })
}
const get = (browser: TestBrowser, url: string) =>
  app.inject({ method: 'GET', url, headers: { cookie: browser.cookie } })

test('a file is previewed, accepted and exported again', async () => {
  const template = await get(keeper, '/api/registers/tools/template.xlsx')
  expect(template.statusCode).toBe(200)
  expect(template.headers['content-disposition']).toContain(encodeURIComponent('工具 导入模板.xlsx'))
  const { headers } = await readSheet(template.rawPayload, 'x')
  expect(headers).toContain('编号')

  const sent = await send(keeper, 'tools', '工具.csv', '编号,名称,类别,车间\r\nR1,锤,手动,east 单位\r\n')
  expect(sent.statusCode).toBe(201)
  const preview = sent.json<{ id: string; creates: number; fileName: string }>()
  expect(preview).toMatchObject({ creates: 1, fileName: '工具.csv' })
  expect((await keeper.call('GET', `/api/imports/${preview.id}`)).body).toMatchObject({ ...preview, state: 'ready' })
  expect((await keeper.call('POST', `/api/imports/${preview.id}/accept`)).body).toEqual({ creates: 1, updates: 0 })
  expect((await keeper.call('POST', `/api/imports/${preview.id}/accept`)).code).toBe('conflict')
  expect((await keeper.call('DELETE', `/api/imports/${preview.id}`)).code).toBe('conflict')

  const csv = await get(keeper, '/api/registers/tools/export.csv?columns=number,kind&where=[["number","is","R1"]]')
  expect(csv.payload).toBe('\ufeff编号,类别\r\nR1,手动\r\n')
  const xlsx = await get(keeper, '/api/registers/tools/export.xlsx')
  expect((await readSheet(xlsx.rawPayload, 'x')).rows[0]?.cells.slice(0, 3)).toEqual(['R1', '锤', '手动'])
  const lines = await db.database.inCollege(college.id, (tx) =>
    tx.run(sql`SELECT subject FROM audit WHERE kind = 'export'`),
  )
  expect(lines).toHaveLength(2)
})

test('what is wrong is said, with the status it deserves', async () => {
  const reader = await somebody('reader')
  const good = '编号,名称\r\nR2,x\r\n'
  expect((await send(null, 'tools', 'x.csv', good)).statusCode).toBe(401)
  expect((await send(reader, 'tools', 'x.csv', good)).statusCode).toBe(403)
  expect((await send(keeper, 'nothing', 'x.csv', good)).statusCode).toBe(404)
  expect((await send({ ...keeper, csrf: 'x' }, 'tools', 'x.csv', good)).statusCode).toBe(403)
  const old = await send(keeper, 'tools', 'x.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))
  expect([old.statusCode, old.json().error.message.zh]).toEqual([422, expect.stringContaining('另存为')])
  expect((await send(keeper, 'tools', 'x.csv', Buffer.alloc(1_100_000, 'a'))).statusCode).toBe(413)
  expect((await keeper.call('POST', '/api/registers/tools/imports', {})).code).toBe('bad-request')
  expect((await get(reader, '/api/registers/tools/export.xlsx')).statusCode).toBe(403)
  expect((await get(keeper, '/api/registers/tools/export.xlsx?columns=nope')).statusCode).toBe(400)
  expect((await get(reader, '/api/registers/tools/template.xlsx')).statusCode).toBe(403)

  const wrong = await send(keeper, 'tools', 'x.csv', '编号,名称,类别\r\nR3,锯,圆的\r\n')
  const { id, problemCount } = wrong.json<{ id: string; problemCount: number }>()
  expect(problemCount).toBeGreaterThan(0)
  expect((await keeper.call('POST', `/api/imports/${id}/accept`, { comment: 'x' })).code).toBe('invalid')
  const problems = await readSheet((await get(keeper, `/api/imports/${id}/problems.xlsx`)).rawPayload, 'x')
  expect(String(problems.rows[0]?.cells[0])).toContain('圆的')
  const stranger = await somebody('keeper')
  expect((await get(stranger, `/api/imports/${id}/problems.xlsx`)).statusCode).toBe(404)
  expect((await keeper.call('DELETE', `/api/imports/${id}`)).status).toBe(204)
})

test('characters that the network cuts in two arrive whole', async () => {
  // Names of 240 bytes, three to a character: a piece of 64 KiB ends within one sooner or later.
  const rows = Array.from({ length: 900 }, (_, i) => `SEAM${i},${'传感器与检测技术'.repeat(10)},手动,east 单位`)
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n'
  const body = Buffer.from(`${head}编号,名称,类别,车间\r\n${rows.join('\r\n')}\r\n--b--\r\n`)
  const size = 64 * 1024
  const seams = Array.from({ length: Math.floor(body.length / size) }, (_, i) => body[(i + 1) * size]!)
  expect(seams.some((byte) => (byte & 0xc0) === 0x80)).toBe(true)
  const sent = await app.inject({
    method: 'POST',
    url: '/api/registers/tools/imports',
    headers: { 'content-type': 'multipart/form-data; boundary=b', cookie: keeper.cookie, 'x-csrf': keeper.csrf },
    payload: Readable.from(Array.from({ length: seams.length + 1 }, (_, i) => body.subarray(i * size, (i + 1) * size))),
  })
  const preview = sent.json<{ id: string; creates: number }>()
  expect(preview).toMatchObject({ creates: 900, problemCount: 0 })
  expect((await keeper.call('POST', `/api/imports/${preview.id}/accept`)).body).toEqual({ creates: 900, updates: 0 })
  const where = encodeURIComponent(JSON.stringify([['number', 'contains', 'SEAM']]))
  const csv = await get(keeper, `/api/registers/tools/export.csv?columns=number,name,kind,workshop&where=${where}`)
  const lines = csv.payload.trimEnd().split('\r\n').slice(1)
  expect(lines.toSorted()).toEqual(rows.toSorted())
})
