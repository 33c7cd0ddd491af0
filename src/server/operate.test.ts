import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccount } from '../engine/access/accounts.ts'
import { asSystem } from '../engine/access/actor.ts'
import { makeTestCollege, type TestCollege } from '../testing/actors.ts'
import { testCatalogue } from '../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { testBrowser } from '../testing/sign-in-app.ts'
import { createApp } from './app.ts'
import type { Running } from './context.ts'
import { facts, readSettings, shownSettings } from './settings.ts'

const PASSWORD = '夜里也要有人看着那些机器'
const TOKEN = 'metrics-token-0123456789'
let db: TestDatabase
let college: TestCollege
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'operate')
  await db.database.inCollege(college.id, (tx) =>
    createAccount(db.engine, tx, asSystem(college.id, 'test'), {
      name: 'keeper',
      password: PASSWORD,
      assignments: [{ role: 'keeper', unitId: college.root }],
    }),
  )
})
afterAll(() => db.close())

const said: string[] = []
const sink = new Writable({ write: (chunk, _encoding, done) => (said.push(String(chunk)), done()) })
async function open(env: Record<string, string>, run?: Running): Promise<FastifyInstance> {
  const settings = readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'trace', ...env })
  const app = await createApp({ engine: db.engine, settings, logTo: sink, ...(run ? { run } : {}) })
  await app.ready()
  return app
}

it('answers are counted by route, never by what was asked; /metrics is for this machine or for a token', async () => {
  const app = await open({})
  for (const q of ['张三', '李四']) await app.inject(`/api/search?q=${encodeURIComponent(q)}`)
  const { statusCode, body, headers } = await app.inject('/metrics')
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
  expect(body).toContain('jiangxin_requests_total{method="GET",route="/api/search",status="401"} 2')
  expect(body).toContain('jiangxin_request_seconds_count{method="GET",route="/api/search"} 2')
  expect(body).toMatch(/\njiangxin_database_connections \d+\n/)
  expect(decodeURIComponent(body)).not.toMatch(/张三|李四/)
  // Every line is a comment or a measurement.
  for (const line of body.trimEnd().split('\n')) expect(line).toMatch(/^# TYPE \w+ \w+$|^\w+(?:\{[^}]*\})? [\d.e+-]+$/)
  const asked = async (app: FastifyInstance, more: object) =>
    (await app.inject({ url: '/metrics', ...more })).statusCode
  expect(await asked(app, { remoteAddress: '10.1.2.3' })).toBe(404)
  expect(await asked(app, { headers: { 'x-forwarded-for': '10.1.2.3' } })).toBe(404)
  await app.close()
  const closed = await open({ METRICS_TOKEN: TOKEN })
  expect(await asked(closed, {})).toBe(404)
  expect(await asked(closed, { headers: { authorization: 'Bearer metrics-token-012345678x' } })).toBe(404)
  expect(await asked(closed, { headers: { authorization: `Bearer ${TOKEN}` }, remoteAddress: '10.1.2.3' })).toBe(200)
  await closed.close()
})

it('a stopping program is alive and not ready, ends what was begun and takes nothing new', async () => {
  const run: Running = { isStopping: false }
  const settings = readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent' })
  const app = await createApp({ engine: db.engine, settings, run })
  const begun = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  app.get('/slow', async () => {
    begun.resolve()
    await end.promise
    return { done: true }
  })
  const url = await app.listen({ port: 0 })
  expect((await fetch(`${url}/ready`)).status).toBe(200)
  const slow = fetch(`${url}/slow`)
  await begun.promise
  run.isStopping = true
  expect([(await fetch(`${url}/ready`)).status, (await fetch(`${url}/health`)).status]).toEqual([503, 200])
  const closed = app.close()
  end.resolve()
  expect(await (await slow).json()).toEqual({ done: true })
  await closed
  await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed')
})

it('every answer has a number, which the log has too; a proxy’s number is taken only from a proxy', async () => {
  const app = await open({})
  const own = await app.inject({ url: '/api/search?q=a', headers: { 'x-request-id': 'from-outside-1' } })
  expect(own.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(said.some((line) => line.includes(`"reqId":"${String(own.headers['x-request-id'])}"`))).toBe(true)
  await app.close()
  const behind = await open({ TRUST_PROXY: '1' })
  const given = await behind.inject({ url: '/health', headers: { 'x-request-id': 'from-proxy-0001' } })
  expect(given.headers['x-request-id']).toBe('from-proxy-0001')
  const odd = await behind.inject({ url: '/health', headers: { 'x-request-id': 'a b\u0007' } })
  expect(odd.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  await behind.close()
})

it('the log is lines of JSON and holds no password, session, token, name or text of anybody', async () => {
  said.length = 0
  const app = await open({ TRUST_PROXY: '1' })
  const browser = testBrowser(app)
  const wrong = '这是打错的密码一二三四'
  await browser.call('POST', '/api/session', { college: 'operate', name: 'keeper', password: wrong })
  await browser.call('POST', '/api/session', { college: 'operate', name: PASSWORD, password: PASSWORD })
  await browser.call('POST', '/api/session', { college: 'operate', name: 'keeper', password: PASSWORD })
  expect(browser.cookie).toMatch(/^jiangxin=/)
  const secret = '11010119900307101X'
  await browser.call('GET', `/api/search?q=${secret}`)
  await browser.call('POST', '/api/registers/tools', { values: { name: '不可告人的名称', secret, number: 5 } })
  await browser.call('POST', '/api/account/password', { current: PASSWORD, next: `${PASSWORD}新的` })
  await app.inject({ url: `/api/files/${'0'.repeat(64)}/${encodeURIComponent('处分决定.pdf')}` })
  app.log.error({ req: { headers: { cookie: browser.cookie, 'x-csrf': browser.csrf } } }, 'a mistake of ours')
  await app.close()
  const text = said.join('')
  for (const line of text.trimEnd().split('\n')) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) })
  expect(text).toContain('"route":"/api/session","status":401')
  expect(text).toContain('"route":"/api/registers/:register"')
  const token = browser.cookie.split('.')[1]!
  for (const never of [
    PASSWORD,
    wrong,
    token,
    browser.csrf,
    secret,
    '不可告人',
    encodeURIComponent('处分决定'),
    'argon2',
  ])
    expect([never, text.includes(never)]).toEqual([never, false])
})

it('what the program says of its settings has no secret in it', () => {
  const secret = 's3cret-s3cret-s3cret-s3cret-s3cret'
  const env = Object.fromEntries(
    Object.values(facts).flatMap((fact) =>
      'secret' in fact && fact.secret
        ? [
            [
              fact.name,
              fact.secret === 'whole'
                ? secret
                : `${fact.name === 'SMTP_URL' ? 'smtp' : 'postgres'}://u:${secret}@h:1/d`,
            ],
          ]
        : [],
    ),
  )
  const shown = shownSettings(readSettings({ DATA_DIR: '/srv', ...env }))
  expect(Object.keys(env).length).toBeGreaterThan(4)
  expect(JSON.stringify(shown)).not.toContain('s3cret')
  for (const name of Object.keys(env)) {
    expect(shown[name]).toContain('***')
    // Refused, it is not repeated either.
    const wrong = env[name] === secret ? 's3cret!' : `no ${env[name]}`
    expect(() => readSettings({ DATA_DIR: '/srv', [name]: wrong })).toThrow(name)
    expect(() => readSettings({ DATA_DIR: '/srv', [name]: wrong })).not.toThrow('s3cret')
  }
})

it('the examples for servers name settings, ports and addresses that there are', () => {
  const folder = join(import.meta.dirname, '../../deploy')
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const names = new Set(Object.values(facts).map((fact) => fact.name))
  const manifests = ['program', 'network', 'kustomization'].map((name) => read(`kubernetes/${name}.yaml`)).join('\n')
  const used = [
    ...read('compose.yaml').matchAll(/^ {6}([A-Z]+(?:_[A-Z]+)*): /gm),
    ...manifests.matchAll(/^ {6}- ([A-Z]+(?:_[A-Z]+)*)=/gm),
    ...read('kubernetes/secret.example.env').matchAll(/^([A-Z_]+)=/gm),
  ].map(([, name]) => name!)
  expect(used.length).toBeGreaterThan(12)
  // What the other image of the compose file is given.
  expect(used.filter((name) => !names.has(name as never) && !/^(POSTGRES|JIANGXIN)_/.test(name))).toEqual([])
  for (const [, path] of manifests.matchAll(/^ {14}path: (\/\w+)$/gm)) expect(['/health', '/ready']).toContain(path)
  expect(read('Dockerfile')).toContain('http://127.0.0.1:3000/ready')
  expect(read('jiangxin.service')).toContain('bin/jiangxin start --print-config')
  // Every alert is of a measurement that there is.
  const metrics = readFileSync(join(import.meta.dirname, 'metrics.ts'), 'utf8')
  for (const [name] of read('prometheus-alerts.yaml').matchAll(/jiangxin_\w+/g))
    expect(metrics).toContain(name.replace(/_bucket$/, ''))
})
