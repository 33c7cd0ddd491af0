import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { createAccount } from '../engine/access/accounts.ts'
import { asSystem } from '../engine/access/actor.ts'
import { readSheet } from '../engine/sheets/read-sheet.ts'
import { identityNumberRule } from '../fields/identity-number/rule.ts'
import type { FileRef } from '../language/fields.ts'
import type { WireReport } from '../language/wire-reports.ts'
import type { WireRecord } from '../language/wire.ts'
import { makeTestCollege, type TestCollege } from './actors.ts'
import type { TestDatabase } from './database.ts'
import type { Route } from './routes.ts'
import { type TestBrowser, testBrowser } from './sign-in-app.ts'

const PASSWORD = '借出的工具都要归还'.repeat(2)

/** A made-up college in which something of everything was done over HTTP. Its texts contain `mark`. */
export interface CollegeInUse extends TestCollege {
  readonly mark: string
  readonly keeper: TestBrowser
  /** Of the east workshop. */
  readonly clerk: TestBrowser
  readonly eastTool: WireRecord
  readonly westTool: WireRecord
  /** Values of the field that only keepers may read. */
  readonly secrets: readonly string[]
  /** Everything that has an id, by the name of the parameter in addresses. */
  readonly ids: Readonly<Record<string, readonly string[]>>
  call(
    browser: TestBrowser,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<LightMyRequestResponse>
}

let serial = 0

/** Puts a new college of the test database to use. */
export async function collegeInUse(db: TestDatabase, app: FastifyInstance, code: string): Promise<CollegeInUse> {
  const college = await makeTestCollege(db.engine, code)
  const mark = `机密${code}`
  const account = async (role: string, unitId: string) => {
    const name = `${role}-${code}`.toLowerCase()
    const made = await db.database.inCollege(college.id, (tx) =>
      createAccount(db.engine, tx, asSystem(college.id, 'test'), {
        name,
        personName: `${mark}${role}`,
        password: PASSWORD,
        assignments: [{ role, unitId }],
      }),
    )
    const browser = testBrowser(app, `10.9.${++serial}.1`)
    await expectDone(
      'POST /api/session',
      browser.call('POST', '/api/session', { college: code, name, password: PASSWORD }),
    )
    return { id: made.account.id, assignments: made.account.assignments.map((a) => a.id), browser }
  }
  const keeper = await account('keeper', college.root)
  const clerk = await account('clerk', college.east)
  const call = (browser: TestBrowser, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: object) =>
    app.inject({
      method,
      url,
      headers: { cookie: browser.cookie, 'x-csrf': browser.csrf, 'x-forwarded-for': browser.address },
      ...(body ? { payload: body } : {}),
    })
  const does = async <T>(method: 'POST' | 'PATCH', url: string, body: object, browser = keeper.browser): Promise<T> =>
    (await expectDone(`${method} ${url}`, browser.call<T>(method, url, body))).body

  const secrets = [1, 2].map((n) =>
    identityNumberRule.example({ kind: 'identity-number', label: { zh: '', en: '' } }, ++serial * 7 + n),
  )
  const file = await upload(app, keeper.browser, `${mark}说明书.pdf`, '%PDF-1.7 '.concat(mark))
  const person = await college.person(`${mark}张三`, college.east)
  const tool = (number: string, workshop: string, secret: string, more: object = {}) =>
    does<WireRecord>('POST', '/api/registers/tools', {
      values: {
        number,
        name: `${mark}${number}`,
        kind: 'power',
        workshop,
        secret,
        price: '12.50',
        pieces: 3,
        boughtOn: '2020-05-01',
        uses: ['hand'],
        keeper: person,
        papers: [file],
        ...more,
      },
    })
  const eastTool = await tool('东01', college.east, secrets[0]!, { papers: null })
  const westTool = await tool('西01', college.west, secrets[1]!)
  const path = `/api/registers/tools/${westTool.id}`
  await does('PATCH', path, { version: 1, values: { pieces: 4 }, comment: `${mark}盘点` })
  await does('POST', `${path}/actions/submit`, { version: 2 })
  await does('POST', `${path}/actions/approve`, { version: 3 })
  const loan = await does<WireRecord>('POST', '/api/registers/loans', {
    values: { number: `${mark}借01`, tool: westTool.id, borrower: person, lentOn: '2022-10-01', year: '2023' },
  })
  await does('POST', '/api/registers/tools/bulk', { ids: [eastTool.id], action: 'submit' })
  const evidence = await does<{ id: string }[]>('POST', `${path}/evidence`, {
    sha256s: [file.sha256],
    note: `${mark}佐证`,
  })
  await does('POST', `${path}/comments`, { text: `${mark}请核对 @[${clerk.id}]` })
  const view = await does<{ id: string }>('POST', '/api/registers/tools/views', {
    name: `${mark}视图`,
    where: [['kind', 'is', 'power']],
  })
  const delegation = await does<{ id: string }>('POST', '/api/delegations', {
    role: 'keeper',
    unitId: college.root,
    toAccount: clerk.id,
    from: '2999-01-01',
    to: '2999-02-01',
  })
  const sheet = await uploadTo(
    app,
    keeper.browser,
    '/api/registers/tools/imports',
    `${mark}.csv`,
    `编号,名称,类别,车间\n南01,${mark}南01,手动,west 单位\n`,
  )
  const figures = '/api/figures/t.area'
  await does('POST', `${figures}/actions/enter`, {
    period: '2023',
    version: 0,
    value: '120.5',
    comment: `${mark}实测`,
    evidence: [file.sha256],
  })
  await does('POST', `${figures}/actions/review`, { period: '2023', version: 1 })
  await does('POST', `${figures}/comments`, { period: '2023', text: `${mark}复核` })
  await does('POST', `${figures}/marks`, { period: '2023', marked: true, note: `${mark}注意` })
  const report = await does<WireReport>('POST', '/api/reports', {
    name: 'tools-report',
    period: '2023',
    publishOn: '2024-01-31',
  })
  const section = report.sections[0]!
  await does('POST', `/api/reports/${report.id}/sections/${section.id}/comments`, { text: `${mark}请补充` })
  const comments = (
    await keeper.browser.call<{ id: string }[]>('GET', `/api/reports/${report.id}/sections/${section.id}/comments`)
  ).body
  const feed = await does<{ id: string }>('POST', '/api/feeds', {
    settings: {
      name: `${mark}夜间对接`,
      register: 'tools',
      source: { kind: 'folder', folder: '' },
      mapping: [{ column: '编号', field: 'number' }],
      mode: 'all',
      changedColumn: null,
      vanished: 'nothing',
      cron: null,
      enabled: false,
    },
  })
  const sessions = (await keeper.browser.call<{ id: string }[]>('GET', '/api/account/sessions')).body
  const accountIds = [keeper.id, clerk.id]
  return {
    ...college,
    mark,
    keeper: keeper.browser,
    clerk: clerk.browser,
    eastTool,
    westTool,
    secrets,
    call,
    ids: {
      id: [
        westTool.id,
        loan.id,
        college.west,
        person,
        ...accountIds,
        view.id,
        sheet.id,
        delegation.id,
        report.id,
        feed.id,
        ...sessions.map((s) => s.id),
      ],
      sid: [section.id],
      cid: comments.map((c) => c.id),
      evidence: evidence.map((e) => e.id),
      assignment: [...keeper.assignments, ...clerk.assignments],
      sha256: [file.sha256],
      key: ['0'.repeat(32)],
    },
  }
}

async function expectDone<A extends { status: number; body: unknown }>(what: string, answer: Promise<A>): Promise<A> {
  const given = await answer
  if (given.status >= 300) throw new Error(`${what}: ${given.status} ${JSON.stringify(given.body)}`)
  return given
}

const upload = (app: FastifyInstance, browser: TestBrowser, name: string, content: string) =>
  uploadTo<FileRef>(app, browser, '/api/files', name, content)

async function uploadTo<T = { id: string }>(
  app: FastifyInstance,
  browser: TestBrowser,
  url: string,
  name: string,
  content: string,
): Promise<T> {
  const boundary = 'college-in-use'
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: {
      cookie: browser.cookie,
      'x-csrf': browser.csrf,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n--${boundary}--\r\n`,
    ),
  })
  if (answer.statusCode !== 201) throw new Error(`POST ${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json<T>()
}

/** Addresses of a route in a college: with every id of its that may stand there. */
export function addressesOf(route: Route, college: CollegeInUse): string[] {
  const usual: Readonly<Record<string, readonly string[]>> = {
    register: ['tools', 'loans', 'units', 'people', 'periods'],
    code: /\/periods\//.test(route.url) ? ['2023'] : ['t.tools', 't.area', 't.power-share', 't.loans'],
    name: /reports/.test(route.url)
      ? ['index.html', 'figures.json']
      : /rules/.test(route.url)
        ? ['power-loans-within-loans']
        : ['tools-table'],
    action: /figures/.test(route.url)
      ? ['review', 'approve', 'return']
      : /sections/.test(route.url)
        ? ['submit', 'return']
        : /reports/.test(route.url)
          ? ['review', 'reopen']
          : ['delete', 'approve', 'restore', 'reopen'],
    version: ['1'],
    list: ['tool-kind'],
    value: ['hand'],
    standard: ['nowhere'],
    table: ['tools'],
    college: ['nowhere'],
    report: ['tools-report'],
    period: ['2023'],
    file: ['index.html'],
    ...college.ids,
  }
  let urls = [route.url]
  for (const [, name = ''] of route.url.matchAll(/:(\w+)/g)) {
    // Of what no made-up college has, nothing is there; the catalogue's own are tried in test/security-routes.test.ts.
    const values = usual[name] ?? ['nowhere', '00000000-0000-7000-8000-000000000001']
    urls = urls.flatMap((url) =>
      values.map((value) => url.replace(new RegExp(`:${name}\\b`), encodeURIComponent(value))),
    )
  }
  return urls
}

/** What an answer says, also inside a sheet. */
export async function textOf(answer: LightMyRequestResponse): Promise<string> {
  const type = String(answer.headers['content-type'])
  if (type.includes('spreadsheetml')) return JSON.stringify(await readSheet(answer.rawPayload, 'answer.xlsx'))
  return `${answer.body} ${decodeURIComponent(String(answer.headers['content-disposition'] ?? ''))}`
}
