import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccount } from '../../engine/access/accounts.ts'
import { asSystem } from '../../engine/access/actor.ts'
import { actOnFigure } from '../../engine/indicators/act-on-figure.ts'
import { listFigures } from '../../engine/indicators/figures.ts'
import { hearChanges } from '../../engine/outbox.ts'
import { act } from '../../engine/records/act.ts'
import { holdReport } from '../../engine/reports/report-rows.ts'
import { doc, figure, paragraph } from '../../language/document.ts'
import type {
  WireBlocker,
  WirePublishing,
  WireReport,
  WireReportRow,
  WireSectionContent,
  WireSectionVersionContent,
} from '../../language/wire-reports.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { signInApp, type TestBrowser, testBrowser } from '../../testing/sign-in-app.ts'
import { reportRoutes } from './reports.ts'

const PASSWORD = '仓库的门每天要锁好'.repeat(2)
let db: TestDatabase
let college: TestCollege
let app: FastifyInstance
let keeper: TestBrowser
let writer: TestBrowser
let serial = 0
let report: WireReport

async function somebody(role: string, unitId: string): Promise<TestBrowser> {
  const name = `${role}-${++serial}`
  await db.database.inCollege(college.id, (tx) =>
    createAccount(db.engine, tx, asSystem(college.id, 'test'), {
      name,
      password: PASSWORD,
      assignments: [{ role, unitId }],
    }),
  )
  const browser = testBrowser(app, `10.3.0.${serial}`)
  expect((await browser.call('POST', '/api/session', { name, password: PASSWORD })).status).toBe(200)
  return browser
}

const fetchPage = (url: string, browser?: TestBrowser, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url, headers: { ...(browser ? { cookie: browser.cookie } : {}), ...headers } })

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  const made = await signInApp(db.engine)
  app = made.app
  reportRoutes(app, made.server)
  keeper = await somebody('keeper', college.root)
  writer = await somebody('writer', college.stores)
  for (const kind of ['hand', 'power']) {
    const id = await college.add('tools', {
      number: kind,
      name: `工具 ${kind}`,
      kind,
      workshop: college.east,
      price: '10.00',
      pieces: 2,
      boughtOn: '2020-01-01',
    })
    await db.database.inCollege(college.id, async (tx) => {
      for (const action of ['submit', 'approve'])
        await act(db.engine, tx, asSystem(college.id, 'test'), { register: 'tools', id, action })
    })
  }
})
afterAll(async () => {
  await app.close()
  await db.close()
})

test('a report is made, written and handed on over HTTP', async () => {
  expect((await fetchPage('/api/reports')).statusCode).toBe(401)
  expect((await writer.call('POST', '/api/reports', { name: 'tools-report', period: '2023' })).code).toBe('not-allowed')
  expect((await keeper.call('POST', '/api/reports', { name: 'nope', period: '2023' })).code).toBe('not-found')
  const made = await keeper.call<WireReport>('POST', '/api/reports', {
    name: 'tools-report',
    period: '2023',
    publishOn: '2024-01-31',
  })
  expect(made.status).toBe(201)
  report = made.body
  const url = `/api/reports/${report.id}`
  const stock = report.sections.find((s) => s.key === 'tools.stock')!
  const loans = report.sections.find((s) => s.key === 'tools.loans')!
  expect(
    (await writer.call<WireReport>('GET', url)).body.sections.filter((s) => s.can.includes('edit')).map((s) => s.key),
  ).toEqual(['tools', 'tools.stock'])
  const saved = await writer.call<WireSectionContent>('PATCH', `${url}/sections/${stock.id}`, {
    content: doc(paragraph('共有 ', figure('t.tools', { unit: true }), '。')),
    version: 1,
  })
  expect(saved.body).toMatchObject({ version: 2, state: 'draft', number: '1.1' })
  expect((await writer.call('PATCH', `${url}/sections/${stock.id}`, { content: doc(), version: 1 })).status).toBe(409)
  expect(
    (
      await writer.call('PATCH', `${url}/sections/${stock.id}`, {
        content: { type: 'doc', content: [{ type: 'video' }] },
        version: 2,
      })
    ).status,
  ).toBe(422)
  expect((await writer.call('PATCH', `${url}/sections/${loans.id}`, { content: doc(), version: 1 })).status).toBe(403)
  const compared = await writer.call<WireSectionVersionContent>(
    'GET',
    `${url}/sections/${stock.id}/versions/2?against=1`,
  )
  expect(compared.body.difference?.map((d) => d.kind)).toEqual(['changed', 'removed', 'removed'])
  expect(
    (await keeper.call<{ text: string }[]>('POST', `${url}/sections/${stock.id}/comments`, { text: '很好' })).body,
  ).toMatchObject([{ text: '很好', resolvedAt: null }])
  const added = await keeper.call<WireSectionContent>('POST', `${url}/sections`, {
    after: stock.id,
    title: '新节',
    level: 2,
  })
  expect(added.body).toMatchObject({ number: '1.2', can: expect.arrayContaining(['edit', 'outline']) })
  expect(
    (
      await keeper.call<WireReport>('POST', `${url}/sections/${added.body.id}/move`, { after: loans.id })
    ).body.sections.map((s) => s.title),
  ).toEqual(['前言', '工具', '存量', '借用', '新节'])
  expect((await keeper.call('DELETE', `${url}/sections/${added.body.id}`)).status).toBe(200)
  expect((await keeper.call<WireBlocker[]>('GET', `${url}/blockers`)).body.length).toBeGreaterThan(3)
})

test('a draft is previewed and downloaded, marked as one', async () => {
  const page = await fetchPage(`/api/reports/${report.id}/preview.html`, keeper)
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'sha256-/)
  expect(page.body).toContain('草稿 · 未发布')
  expect(page.body).toContain('共有 <button type="button" class="figure open"')
  const pdf = await fetchPage(`/api/reports/${report.id}/files/report.pdf`, keeper)
  expect(pdf.headers['content-disposition']).toContain('draft-report.pdf')
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await fetchPage(`/api/reports/${report.id}/files/report.pdf?edition=published`, keeper)).statusCode).toBe(404)
  expect((await fetchPage('/public/A/tools-report/2023/')).statusCode).toBe(404)
})

test('a publication shows how far it is, and ends with the connection of whoever cancels it', async () => {
  await db.database.inCollege(college.id, async (tx) => {
    await hearChanges(db.engine, tx)
    const system = asSystem(college.id, 'test')
    for (const period of ['2022', '2023'])
      for (const action of ['review', 'approve'])
        for (const f of await listFigures(db.engine, tx, system, { period }))
          if ((f.can as string[]).includes(action))
            await actOnFigure(db.engine, tx, system, { code: f.code, period, action, version: f.version })
  })
  const url = `/api/reports/${report.id}`
  const blocked = await keeper.call('POST', `${url}/actions/publish`, {})
  expect(blocked.status).toBe(403)
  for (const s of (await keeper.call<WireReport>('GET', url)).body.sections) {
    const submitted = await keeper.call<WireSectionContent>('POST', `${url}/sections/${s.id}/actions/submit`, {
      version: s.version,
    })
    await keeper.call('POST', `${url}/sections/${s.id}/actions/approve`, { version: submitted.body.version })
  }
  for (const action of ['review', 'sign-off'])
    expect((await keeper.call<WireReport>('POST', `${url}/actions/${action}`, {})).status).toBe(200)

  const underWay = async () =>
    (await keeper.call<{ publishing: WirePublishing | null }>('GET', `${url}/publishing`)).body.publishing
  expect(await underWay()).toBeNull()
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const controller = new AbortController()
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const { promise: isHeld, resolve: tellHeld } = Promise.withResolvers<void>()
  // Whoever publishes waits for the report, which somebody else holds.
  const holder = db.database.inCollege(college.id, async (tx) => {
    await holdReport(tx, report.id)
    tellHeld()
    await held
  })
  await isHeld
  const publishing = fetch(`${address}${url}/actions/publish`, {
    method: 'POST',
    headers: { cookie: keeper.cookie, 'x-csrf': keeper.csrf, 'content-type': 'application/json' },
    body: '{}',
    signal: controller.signal,
  }).catch((error: unknown) => (error instanceof Error ? error.name : error))
  try {
    await expect.poll(underWay, { timeout: 20_000 }).toEqual({ step: 'check', done: 0, of: 8 })
  } finally {
    controller.abort()
    expect(await publishing).toBe('AbortError')
    release()
    await holder
  }
  await expect.poll(underWay, { timeout: 20_000 }).toBeNull()
  expect((await keeper.call<WireReport>('GET', url)).body).toMatchObject({ state: 'signed', publications: [] })
})

test('what is published is open to everybody, byte for byte, and leads those who may to the rows', async () => {
  const url = `/api/reports/${report.id}`
  expect((await keeper.call<WireReport>('POST', `${url}/actions/publish`, {})).status).toBe(200)
  const [row] = (await keeper.call<WireReportRow[]>('GET', '/api/reports')).body
  expect(row).toMatchObject({ state: 'published', publicPath: '/public/A/tools-report/2023/' })
  const { publications } = (await keeper.call<WireReport>('GET', url)).body
  const kept = (name: string) => publications[0]!.files.find((f) => f.name === name)!.sha256

  const open = await fetchPage('/public/A/tools-report/2023/')
  expect(open.statusCode).toBe(200)
  expect(createHash('sha256').update(open.rawPayload).digest('hex')).toBe(kept('index.html'))
  expect(open.headers['content-security-policy']).toContain("default-src 'none'")
  expect(open.body).not.toContain('/rows?period')
  const script = /<script>([\s\S]*?)<\/script>/.exec(open.body)![1]!
  expect(open.headers['content-security-policy']).toContain(createHash('sha256').update(script).digest('base64'))
  const again = await fetchPage('/public/A/tools-report/2023/', undefined, {
    'if-none-match': String(open.headers['etag']),
  })
  expect(again.statusCode).toBe(304)
  for (const name of ['report.docx', 'report.pdf', 'figures.json'])
    expect(
      createHash('sha256')
        .update((await fetchPage(`/public/A/tools-report/2023/${name}`)).rawPayload)
        .digest('hex'),
    ).toBe(kept(name))
  expect((await fetchPage('/public/A/tools-report/2023/staff.html')).statusCode).toBe(400)
  const staff = await fetchPage('/public/A/tools-report/2023/', keeper)
  expect(staff.body).toContain('href="/figures/t.tools/rows?period=2023"')
  expect(staff.headers['cache-control']).toBe('private, no-cache')
  expect((await fetchPage('/public/')).body).toContain('href="/public/A/tools-report/2023/"')
  expect((await fetchPage('/public/A/tools-report/2023')).headers.location).toBe('/public/A/tools-report/2023/')
  expect(
    (await fetchPage(`${url}/publications/${publications[0]!.id}/files/report.pdf`, keeper)).rawPayload
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('those who do not work on reports see only that it is published', async () => {
  const member = await somebody('member', college.east)
  expect((await member.call<WireReportRow[]>('GET', '/api/reports')).body.map((r) => r.publicPath)).toEqual([
    '/public/A/tools-report/2023/',
  ])
  for (const path of ['', '/blockers', '/preview.html', '/files/report.docx'])
    expect((await fetchPage(`/api/reports/${report.id}${path}`, member)).statusCode).toBe(403)
  expect((await fetchPage('/public/A/tools-report/2023/', member)).body).not.toContain('/rows?period')
})
