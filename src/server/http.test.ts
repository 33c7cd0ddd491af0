import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount } from '../engine/access/accounts.ts'
import { asSystem } from '../engine/access/actor.ts'
import { readSheet } from '../engine/sheets/read-sheet.ts'
import type { FileRef } from '../language/fields.ts'
import type { WireAccount, WireError, WireRecord } from '../language/wire.ts'
import { makeTestCollege, type TestCollege } from '../testing/actors.ts'
import { testCatalogue } from '../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { isOpen, OWN_DOOR, PUBLIC, TO_OTHER_SITES } from '../testing/doors.ts'
import { type Route, routesOf } from '../testing/routes.ts'
import { testBrowser, type TestBrowser } from '../testing/sign-in-app.ts'
import { createApp } from './app.ts'
import { readSettings } from './settings.ts'

const PASSWORD = '每把工具都登记在册'.repeat(2)
const NOBODY = '00000000-0000-7000-8000-00000000dead'

let db: TestDatabase
let app: FastifyInstance
let college: TestCollege
let routes: Route[]
let keeper: TestBrowser
let clerk: TestBrowser
let tool: WireRecord
let ids: string[]

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  const env = { DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', MAX_UPLOAD_MB: '1', TRUST_PROXY: '1' }
  app = await createApp({ engine: db.engine, settings: readSettings(env) })
  await app.ready()
  routes = routesOf(app)
  const system = asSystem(college.id, 'test')
  const account = async (name: string, role: string, unitId: string) =>
    (
      await db.database.inCollege(college.id, (tx) =>
        createAccount(db.engine, tx, system, { name, password: PASSWORD, assignments: [{ role, unitId }] }),
      )
    ).account.id
  ids = [college.root, college.east, NOBODY, await account('keeper', 'keeper', college.root)]
  ids.push(await account('clerk', 'clerk', college.east), await account('spare', 'reader', college.west))
  keeper = await signIn('keeper')
  clerk = await signIn('clerk')
  const values = { number: 'H1', name: '锤子', kind: 'hand', workshop: college.east }
  tool = (await keeper.call<WireRecord>('POST', '/api/registers/tools', { values })).body
  ids.push(tool.id)
})
afterAll(async () => {
  await app.close()
  await db.close()
})

let address = 1
async function signIn(name: string, into?: TestBrowser): Promise<TestBrowser> {
  const browser = into ?? testBrowser(app)
  browser.address = `10.7.0.${address++ % 250}`
  browser.cookie = ''
  const { status } = await browser.call<WireAccount>('POST', '/api/session', { name, password: PASSWORD })
  expect(status).toBe(200)
  return browser
}

const headersOf = (browser: TestBrowser) => ({
  cookie: browser.cookie,
  'x-csrf': browser.csrf,
  'x-forwarded-for': browser.address,
})
/** OPTIONS only asks what may be asked, as GET and HEAD change nothing (RFC 9110, 9.2.1). */
const isChange = ({ method }: Route) => !['GET', 'HEAD', 'OPTIONS'].includes(method)
const concrete = ({ url }: Route) =>
  url
    .replace(':register', 'tools')
    .replace(':college', 'A')
    .replace(/:(id|sid|cid|pid|evidence|assignment)\b/g, tool.id)
    .replace(/:\w+/g, 'x')
    .replace('*', 'x')

/** A refusal: a status of its own and words in both languages, with nothing of the program's inside. */
function expectRefusal(answer: LightMyRequestResponse, what: string): void {
  expect.soft([what, answer.statusCode < 500, answer.body.slice(0, 300)]).toEqual([what, true, expect.any(String)])
  if (answer.statusCode < 400) return
  const { error } = JSON.parse(answer.body || '{}') as Partial<WireError>
  expect
    .soft([what, error?.code, error?.message])
    .toEqual([
      what,
      expect.any(String),
      { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[a-z]{3}/) },
    ])
  expect.soft(answer.body).not.toMatch(/\bat .*\.ts:\d+|node_modules|SELECT |violates|syntax error/)
}

describe('an address', () => {
  it('is met by these tests, whichever routes there are', () => {
    const known = routes.map(({ method, url }) => `${method} ${url}`)
    expect(known).toEqual(
      expect.arrayContaining([
        'GET /api/accounts',
        'POST /api/registers/:register/:id/actions/:action',
        'DELETE /api/account/passkeys/:id',
        'GET /public/:college/:report/:period/:file',
      ]),
    )
    expect(new Set(known).size).toBeGreaterThan(100)
  })

  it('of the programme answers nobody who has not signed in', async () => {
    const open: string[] = []
    for (const route of routes) {
      if (route.method === 'HEAD' || route.url === '*' || isOpen(route)) continue
      for (const cookie of ['', `jiangxin=${college.id}.${'A'.repeat(43)}`, `jiangxin=${NOBODY}.${'A'.repeat(43)}`]) {
        const answer = await app.inject({
          method: route.method as 'GET',
          url: concrete(route),
          headers: { cookie },
          ...(isChange(route) ? { payload: bodyThatFits(route) } : {}),
        })
        if (
          answer.statusCode !== 401 &&
          answer.statusCode !== 400 &&
          !(route.url === '/api/files' && answer.statusCode === 406)
        )
          open.push(`${route.method} ${route.url}: ${answer.statusCode}`)
      }
    }
    expect(open).toEqual([])
  })

  it('changes nothing without the csrf header', async () => {
    const unguarded: string[] = []
    for (const route of routes.filter((one) => isChange(one) && !isOpen(one))) {
      for (const csrf of [undefined, '', keeper.csrf.slice(1), `${keeper.csrf}x`, clerk.csrf]) {
        const { 'x-csrf': _, ...headers } = headersOf(keeper)
        const answer = await app.inject({
          method: route.method as 'POST',
          url: concrete(route),
          headers: { ...headers, ...(csrf === undefined ? {} : { 'x-csrf': csrf }) },
          payload: bodyThatFits(route),
        })
        const code = (JSON.parse(answer.body || '{}') as Partial<WireError>).error?.code
        // A body is read before the person is known; what cannot be read changes nothing either.
        const isRefused =
          code === 'csrf' ||
          ([400, 406].includes(answer.statusCode) && code === 'bad-request') ||
          // A program's key or a learner's session is none of ours: a session of the college opens nothing there.
          (OWN_DOOR.test(route.url) && answer.statusCode >= 400 && answer.statusCode < 500)
        if (!isRefused) unguarded.push(`${route.method} ${route.url}: ${answer.statusCode} ${code}`)
      }
      // As a form of another site would send it, which can set no header: no such body is read.
      const form = await app.inject({
        method: route.method as 'POST',
        url: concrete(route),
        headers: { cookie: headersOf(keeper).cookie, 'content-type': 'application/x-www-form-urlencoded' },
      })
      if (form.statusCode < 400) unguarded.push(`${route.method} ${route.url} takes a form: ${form.statusCode}`)
    }
    expect(unguarded).toEqual([])
    expect((await keeper.call('GET', `/api/registers/tools/${tool.id}`)).body).toMatchObject({
      version: 1,
      state: 'draft',
    })
  })

  it('sends the headers by which browsers protect people, whatever it answers', async () => {
    const wrong: string[] = []
    for (const route of routes.filter((r) => r.method === 'GET')) {
      const { headers, statusCode } = await app.inject({ url: concrete(route), headers: headersOf(keeper) })
      const has = {
        nosniff: headers['x-content-type-options'] === 'nosniff',
        csp: /default-src '(self|none)'/.test(String(headers['content-security-policy'])),
        'no script from elsewhere': !/unsafe-eval|script-src[^;]*('unsafe-inline'|\*|http:)/.test(
          String(headers['content-security-policy']),
        ),
        'not framed': /frame-ancestors 'self'|sandbox/.test(String(headers['content-security-policy'])),
        referrer: headers['referrer-policy'] === 'no-referrer',
        'no product name': headers['x-powered-by'] === undefined && headers['server'] === undefined,
        // Other sites’ pages may read what is published for machines, and nothing else.
        'not for other sites':
          !('access-control-allow-origin' in headers) || PUBLIC.test(route.url) || TO_OTHER_SITES.test(route.url),
        'no cookies from other sites': !('access-control-allow-credentials' in headers),
        'not cached': !route.url.startsWith('/api/') || /no-store|private/.test(String(headers['cache-control'])),
      }
      wrong.push(...Object.entries(has).flatMap(([name, ok]) => (ok ? [] : [`${route.url} (${statusCode}): ${name}`])))
    }
    expect(wrong).toEqual([])
    const { setCookie } = await testBrowser(app).call('POST', '/api/session', { name: 'spare', password: PASSWORD })
    expect(setCookie).toMatch(/HttpOnly/)
    expect(setCookie).toMatch(/SameSite=Lax/)
  })

  it('leads to no file outside the built screens', async () => {
    for (const up of ['../', '..%2f', '..%2F', '%2e%2e/', '%2e%2e%2f', '..\\', '..%5c', '%252e%252e%252f'])
      for (const place of ['/', '/assets/', '/public/', '/api/files/', `/api/files/${'a'.repeat(64)}/`])
        for (const file of ['package.json', 'src/server/main.ts', 'etc/passwd']) {
          const { body } = await app.inject({ url: `${place}${up.repeat(4)}${file}`, headers: headersOf(keeper) })
          expect(body).not.toMatch(/"devDependencies"|startServer|root:x:/)
        }
  })

  it('that is broken or unknown is refused in both languages', async () => {
    for (const [method, url] of [
      ['GET', '/api/registers/%E0%A4%A'],
      ['GET', '/api/%00'],
      ['GET', `/api/registers/${'x'.repeat(400)}`],
      ['PUT', '/api/session'],
      ['OPTIONS', '/api/registers'],
      ['GET', '/api/registers/tools/..%2F..%2Fpackage.json'],
      ['POST', '/nowhere'],
      ['DELETE', '/api/registers/tools'],
    ] as const) {
      const answer = await app.inject({ method, url, headers: headersOf(keeper) })
      expect.soft([url, answer.statusCode >= 400]).toEqual([url, true])
      expectRefusal(answer, url)
    }
    for (const [type, payload] of [
      ['application/json', '{"values":'],
      ['application/json', ''],
      ['application/json', '{"__proto__":{"x":1}}'],
      ['application/json', '[]'],
      ['application/json', 'null'],
      ['text/plain', 'x'],
      ['application/xml', '<a/>'],
      ['application/x-www-form-urlencoded', 'a=b'],
      ['multipart/form-data', 'x'],
      ['', 'x'],
    ] as const) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/registers/tools',
        headers: { ...headersOf(keeper), ...(type ? { 'content-type': type } : {}) },
        payload,
      })
      expect.soft([type, payload, answer.statusCode >= 400]).toEqual([type, payload, true])
      expectRefusal(answer, `${type} ${payload}`)
    }
    const large = await app.inject({
      method: 'POST',
      url: '/api/registers/tools',
      headers: { ...headersOf(keeper), 'content-type': 'application/json' },
      payload: JSON.stringify({ values: { name: 'x'.repeat(5_000_000) } }),
    })
    expect([large.statusCode, large.json<WireError>().error.code]).toEqual([413, 'too-large'])
  })
})

describe('behind a proxy', () => {
  it('the nearest proxy is believed about who calls, nobody before it', async () => {
    const browser = testBrowser(app, '203.0.113.9, 10.9.8.7')
    await browser.call('POST', '/api/session', { name: 'spare', password: PASSWORD })
    const sessions = await browser.call<{ address: string; current: boolean }[]>('GET', '/api/account/sessions')
    expect(sessions.body.find((session) => session.current)?.address).toBe('10.9.8.7')
  })
})

/** A body that the route reads, so that what refuses the request is the missing header. */
function bodyThatFits({ url }: Route): object {
  const day = '2023-01-01'
  const common = {
    values: {},
    version: 1,
    comment: 'x',
    period: '2023',
    action: 'delete',
    ids: [],
    text: 'x',
    name: 'x',
    codes: [],
    reason: 'x',
    marked: true,
    locked: true,
    lang: 'zh',
    current: 'x',
    next: 'x',
  }
  if (url.endsWith('/assignments')) return { role: 'clerk', unitId: college.east }
  if (url === '/api/delegations') return { role: 'clerk', unitId: college.east, toAccount: NOBODY, to: day }
  if (url === '/api/notices/read') return { ids: 'all' }
  if (url === '/api/figures/bulk') return { ...common, action: 'review' }
  if (url.endsWith('/evidence')) return { sha256s: ['a'.repeat(64)] }
  return common
}

const NUL = '\u0000'
const junk: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '0',
      '-1',
      '1e999',
      '99999999999999999999',
      'NaN',
      NUL,
      `a${NUL}b`,
      '\ud800',
      "'; DROP TABLE tools;--",
      '%',
      '_',
      '\\',
      '&|!():*',
      "'a':*",
      '💥',
      '\u202e倒',
      '\n',
      '2023-02-30',
      '1900-01-01',
      'null',
      'true',
      '[]',
      '{}',
      'constructor',
      '__proto__',
      'toString',
      '../x',
      'a'.repeat(5000),
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
)

/** Names that mean something somewhere, and values that do: so that requests get past the first check. */
const KEYS = [
  'q',
  'where',
  'sort',
  'after',
  'limit',
  'deleted',
  'ids',
  'columns',
  'period',
  'periods',
  'unit',
  'units',
  'table',
  'codes',
  'part',
  'register',
  'kind',
  'actor',
  'subject',
  'from',
  'to',
  'role',
  'against',
  'values',
  'version',
  'comment',
  'action',
  'name',
  'password',
  'college',
  'lang',
  'current',
  'next',
  'text',
  'sha256s',
  'note',
  'shared',
  'value',
  'evidence',
  'marked',
  'locked',
  'reason',
  'unitId',
  'toAccount',
  'personId',
  'personName',
  'assignments',
  'title',
  'level',
  'content',
  'anchor',
  'suggestion',
  'due',
  'publishOn',
  'cover',
  'rows',
  'id',
  'response',
  'label',
] as const
const FIELDS = [
  'number',
  'name',
  'kind',
  'uses',
  'boughtOn',
  'price',
  'pieces',
  'weight',
  'total',
  'secret',
  'workshop',
  'keeper',
  'papers',
  'state',
  'unitId',
  'updatedAt',
  'createdAt',
  'id',
  'collegeId',
  'search',
  '',
  'constructor',
  '__proto__',
]
const OPERATORS = ['is', 'in', 'not', 'contains', 'atLeast', 'atMost', 'empty', 'filled', 'like']
const words = [
  'tools',
  'loans',
  'units',
  'people',
  'periods',
  'keeper-x',
  '2022',
  '2023',
  't.tools',
  't.area',
  't.power-share',
  'tools-table',
  'power-loans-within-loans',
  'submit',
  'approve',
  'return',
  'delete',
  'restore',
  'create',
  'update',
  'enter',
  'review',
  'accept',
  'publish',
  'clerk',
  'zh',
  'value',
  'numerator',
  '锤子',
  '2023-01-01',
  '1',
  'a'.repeat(64),
  'name',
  '-updatedAt',
  'weight',
  '-boughtOn',
  'all',
]

const leaf: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.nat(20).map((n) => ids[n % ids.length]) },
  { weight: 3, arbitrary: junk },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, 0, 1, -1, 1.5, 1e21, 2 ** 31, 2 ** 53, [], {}) },
)
const condition = fc.tuple(
  fc.constantFrom(...FIELDS),
  fc.constantFrom(...OPERATORS),
  fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })),
)
const fieldValues = fc.dictionary(fc.constantFrom(...FIELDS), fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), {
  maxKeys: 6,
})
const cursor = fc
  .tuple(
    fc.oneof(fc.constant(null), junk),
    fc.nat(9).map((n) => ids[n % ids.length]!),
  )
  .map((pair) => Buffer.from(JSON.stringify(pair)).toString('base64url'))

const entry = fc.constantFrom(...KEYS).chain((key) => {
  const given: fc.Arbitrary<unknown> =
    key === 'where'
      ? fc.array(condition, { maxLength: 3 })
      : key === 'after'
        ? fc.oneof(cursor, leaf)
        : key === 'values'
          ? fieldValues
          : key === 'sort'
            ? fc.constantFrom(...FIELDS, ...FIELDS.map((f) => `-${f}`))
            : fc.oneof(
                { weight: 4, arbitrary: leaf },
                { weight: 1, arbitrary: fc.array(leaf, { maxLength: 3 }) },
                { weight: 1, arbitrary: fieldValues },
              )
  return fc.tuple(fc.constant(key), given)
})
const entries = fc.array(entry, { maxLength: 8 })
const required = fc.record(
  {
    period: fc.oneof({ weight: 4, arbitrary: fc.constant('2023') }, { weight: 1, arbitrary: junk }),
    version: fc.constantFrom(0, 1, 2, 2 ** 40),
    values: fieldValues,
    comment: fc.oneof(fc.constant('x'), junk),
    text: fc.oneof(fc.constant('x'), junk),
    action: fc.constantFrom('delete', 'review', 'submit', NUL),
  },
  { requiredKeys: [] },
)

const queryOf = (pairs: readonly (readonly [string, unknown])[]) =>
  pairs
    .map(([key, value]) => {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      return `${key}=${encodeURIComponent(text.isWellFormed() ? text : 'x')}`
    })
    .join('&')

describe('whatever is sent', () => {
  it('is answered or refused in words, never with an internal error', { timeout: 240_000 }, async () => {
    const browser = await signIn('keeper')
    let sent = 0
    const broken: string[] = []
    const touches = ({ url }: Route) => /^\/api\/(session|account\b|accounts\/)/.test(url)
    const tryRoute = async (route: Route) => {
      const touchesSession = touches(route)
      const params = fc.array(fc.oneof({ weight: 4, arbitrary: leaf }, { weight: 1, arbitrary: junk }), {
        minLength: 4,
        maxLength: 4,
      })
      // Hashing a password takes its time on purpose.
      const numRuns = route.url === '/api/session' && route.method === 'POST' ? 8 : isChange(route) ? 30 : 36
      const tried = await fc.check(
        fc.asyncProperty(params, entries, entries, required, fc.nat(9), async (given, query, body, more, dice) => {
          let at = 0
          const path = route.url.replace(/:(\w+)/g, (_, name: string) => {
            const text = String(given[at++])
            const usual =
              name === 'register'
                ? 'tools'
                : /^(id|sid|cid|pid|evidence|assignment)$/.test(name)
                  ? (ids[at % 2 === 0 ? 4 : ids.length - 1] ?? NOBODY)
                  : name === 'code'
                    ? 't.tools'
                    : text
            return encodeURIComponent(dice < 7 ? usual : text.isWellFormed() && text !== '' ? text.slice(0, 250) : 'x')
          })
          const addressed = isChange(route)
            ? path
            : `${path}?${queryOf([...(dice % 2 === 0 ? [['period', '2023'] as const] : []), ...query])}`
          const answer = await app.inject({
            method: route.method as 'GET',
            url: addressed,
            headers: headersOf(browser),
            ...(isChange(route) ? { payload: { ...Object.fromEntries(body), ...more } } : {}),
          })
          sent++
          if (
            touchesSession &&
            (await app.inject({ url: '/api/session', headers: headersOf(browser) })).statusCode === 401
          )
            await signIn('keeper', browser)
          if (answer.statusCode >= 500)
            throw new Error(`${route.method} ${addressed} ${JSON.stringify({ ...Object.fromEntries(body), ...more })}`)
          // Outside standards say in their own form what is wrong.
          if (answer.statusCode >= 400 && !PUBLIC.test(route.url) && !OWN_DOOR.test(route.url))
            expectRefusal(answer, addressed)
        }),
        { seed: 2023, numRuns, endOnFailure: true },
      )
      if (tried.failed) broken.push(String(tried.errorInstance))
    }
    const all = routes.filter((r) => r.method !== 'HEAD')
    const others = all.filter((route) => !touches(route))
    // While the database works for one, another is read and judged.
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let route = others.shift(); route; route = others.shift()) await tryRoute(route)
      }),
    )
    for (const route of all.filter(touches)) await tryRoute(route)
    expect(broken).toEqual([])
    expect(sent).toBeGreaterThan(2500)
  })
})

describe('a file that is sent', () => {
  const boundary = 'jiangxin-test'
  const form = (name: string, content: string | Buffer, type = 'application/pdf', field = 'file') =>
    Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
  const send = (browser: TestBrowser, payload: Buffer, url = '/api/files') =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headersOf(browser), 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    })

  it('is refused when it could be run, is empty, too large, or no file at all', async () => {
    for (const name of ['a.exe', 'a.HTML', 'a.svg', 'a.pdf.js', 'a.sh', '说明.hta'])
      expect([name, (await send(keeper, form(name, 'x'))).statusCode]).toEqual([name, 422])
    expect((await send(keeper, form('a.pdf', ''))).statusCode).toBe(422)
    const large = await send(keeper, form('a.pdf', Buffer.alloc(1_048_577)))
    expect([large.statusCode, large.json<WireError>().error.code]).toEqual([413, 'too-large'])
    const twice = await send(keeper, form('a.pdf', Buffer.alloc(2_097_152)))
    expect(twice.statusCode).toBe(413)
    const exact = await send(keeper, form('a.pdf', Buffer.alloc(1_048_576)))
    expect([exact.statusCode, exact.json<FileRef>().size]).toEqual([201, 1_048_576])
    expectRefusal(await send(keeper, Buffer.from(`--${boundary}--\r\n`)), 'no part')
    expectRefusal(await send(keeper, form('a.pdf', 'x').subarray(0, 80)), 'cut off')
    expectRefusal(
      await app.inject({ method: 'POST', url: '/api/files', headers: headersOf(keeper), payload: { file: 'x' } }),
      'json',
    )
    expect(
      existsSync(join(db.engine.filesDir, 'incoming')) ? readdirSync(join(db.engine.filesDir, 'incoming')) : [],
    ).toEqual([])
  })

  it('keeps a name that leads nowhere, is never run by a browser, and opens to those who may see what holds it', async () => {
    const sent = await send(clerk, form('..\\..\\/etc/passwd\u0001.txt', '<script>alert(1)</script>', 'text/html'))
    expect(sent.statusCode).toBe(201)
    const file = sent.json<FileRef>()
    expect([...file.name].filter((c) => c === '/' || c === '\\' || c < ' ')).toEqual([])
    const open = (browser: TestBrowser, name = 'x') =>
      app.inject({ url: `/api/files/${file.sha256}/${name}`, headers: headersOf(browser) })
    const own = await open(clerk)
    expect([own.statusCode, own.headers['content-type'], own.headers['x-content-type-options']]).toEqual([
      200,
      'application/octet-stream',
      'nosniff',
    ])
    expect(own.headers['content-disposition']).toMatch(/^attachment/)
    expect(own.headers['content-security-policy']).toContain('sandbox')
    expect((await open(keeper)).statusCode).toBe(404)
    const values = { number: 'P1', name: '资料袋', kind: 'hand', workshop: college.east, papers: [file] }
    expect((await clerk.call('POST', '/api/registers/tools', { values })).status).toBe(201)
    expect((await open(keeper)).statusCode).toBe(200)
    expect((await open(await signIn('spare'))).statusCode).toBe(200)
  })

  it('that is no sheet is refused by an import in words', async () => {
    const url = '/api/registers/tools/imports'
    for (const [name, content] of [
      ['a.xlsx', 'not a zip'],
      ['a.xlsx', Buffer.from('PK\u0003\u0004rubbish')],
      ['a.csv', ''],
      ['a.pdf', '%PDF-1.7'],
      ['a.csv', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
      ['a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
      ['../../a.csv', `编号${NUL},名称\nx,y`],
    ] as const) {
      const answer = await send(keeper, form(name, content), url)
      expectRefusal(answer, `${name} ${String(content)}`)
    }
    const odd = await send(keeper, form('a.csv', '编号,名称,类别,车间\nX1,一\u0000二,手动,east 单位\n'), url)
    expectRefusal(odd, 'NUL in a cell')
  })
})

describe('a sheet that leaves', () => {
  it('holds no text that Excel would run, and comes back as it was', async () => {
    const names = [
      '=HYPERLINK("http://evil.example","x")',
      '+86 13800000000',
      '-1+1',
      '@SUM(A1)',
      "'=1",
      "=cmd|' /C calc'!A0",
      'a,"b"\'',
    ]
    for (const [i, name] of names.entries()) {
      const made = await keeper.call('POST', '/api/registers/tools', {
        values: { number: `F${i}`, name, kind: 'hand', workshop: college.east },
      })
      expect([name, made.status]).toEqual([name, 201])
    }
    const where = encodeURIComponent(JSON.stringify([['number', 'contains', 'F']]))
    const sheets: [string, Buffer][] = []
    for (const format of ['csv', 'xlsx'] as const) {
      const answer = await app.inject({
        url: `/api/registers/tools/export.${format}?where=${where}`,
        headers: headersOf(keeper),
      })
      expect([answer.statusCode, answer.headers['x-content-type-options']]).toEqual([200, 'nosniff'])
      expect(answer.headers['content-disposition']).toMatch(/^attachment/)
      sheets.push([format, answer.rawPayload])
    }
    const csv = sheets[0]![1].toString('utf8')
    // A cell that begins like a formula is one to Excel, quoted or not.
    for (const cell of csv.replace(/^\uFEFF/, '').split(/\r?\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
      expect(cell).not.toMatch(/^"?[=@\t]|^"?[+-](?!\d+(\.\d+)?"?$)/)
    for (const [format, bytes] of sheets) {
      const sheet = await readSheet(bytes, `a.${format}`)
      const column = sheet.headers.indexOf('名称')
      expect([format, new Set(sheet.rows.map((row) => row.cells[column]))]).toEqual([format, new Set(names)])
      const boundary = 'x-again'
      const payload = Buffer.concat([
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.${format}"\r\nContent-Type: text/csv\r\n\r\n`,
        ),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ])
      const preview = await app.inject({
        method: 'POST',
        url: '/api/registers/tools/imports',
        headers: { ...headersOf(keeper), 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload,
      })
      expect(preview.json()).toMatchObject({ problems: [], unchanged: names.length, updates: 0, creates: 0 })
    }
  })
})
