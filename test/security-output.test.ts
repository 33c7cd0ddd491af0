import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { WireReport } from '../src/language/wire-reports.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { addressesOf, type CollegeInUse, collegeInUse } from '../src/testing/college-in-use.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { routesOf } from '../src/testing/routes.ts'

/** What somebody might type so that another's browser runs it. */
const SCRIPT = `"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}<svg/onload=alert(3)>`
const RUNS = /<img[^>]*onerror|<script>alert|<svg\/onload/i
const FORMULA = '=HYPERLINK("http://elsewhere.example","x")'

let db: TestDatabase
let app: FastifyInstance
let college: CollegeInUse
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', TRUST_PROXY: '1' }),
  })
  await app.ready()
  college = await collegeInUse(db, app, 'OUT')
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const does = async <T>(method: 'POST' | 'PATCH', url: string, body: object): Promise<T> => {
  const answer = await college.keeper.call<T>(method, url, body)
  expect([url, answer.status < 300, answer.code]).toEqual([url, true, undefined])
  return answer.body
}

it('a script stored in any text is never part of a page, and no answer of data is taken for one', async () => {
  await does('PATCH', '/api/settings', { name: SCRIPT, englishName: SCRIPT, address: SCRIPT, contact: SCRIPT })
  const path = `/api/registers/tools/${college.eastTool.id}`
  const { version } = (await college.keeper.call<{ version: number }>('GET', path)).body
  await does('PATCH', path, { version, values: { name: SCRIPT.slice(0, 80) }, comment: SCRIPT })
  await does('POST', `${path}/comments`, { text: SCRIPT })
  await does('POST', '/api/registers/tools/views', { name: SCRIPT.slice(0, 60), where: [] })
  await does('POST', '/api/figures/t.area/comments', { period: '2023', text: SCRIPT })
  const [report] = (await college.keeper.call<WireReport[]>('GET', '/api/reports')).body
  const whole = (await college.keeper.call<WireReport>('GET', `/api/reports/${report!.id}`)).body
  const section = whole.sections.find((one) => one.can.includes('edit'))!
  const sectionPath = `/api/reports/${report!.id}/sections/${section.id}`
  await does('PATCH', sectionPath, {
    version: section.version,
    title: SCRIPT,
    content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: SCRIPT }] }] },
  })
  await does('POST', `${sectionPath}/comments`, { text: SCRIPT })

  let pages = 0
  let echoes = 0
  for (const route of routesOf(app).filter(({ method, url }) => method === 'GET' && url !== '*'))
    for (const url of addressesOf(route, college).filter((one, i) => i < 2 || one.includes(report!.id))) {
      const answer = await college.call(college.keeper, 'GET', `${url}?period=2023&q=${encodeURIComponent(SCRIPT)}`)
      const type = String(answer.headers['content-type'] ?? '')
      expect([url, answer.headers['x-content-type-options']]).toEqual([url, 'nosniff'])
      if (/html|svg|xml;|text\/xml/.test(type)) {
        pages++
        expect([url, RUNS.exec(answer.body)?.[0]]).toEqual([url, undefined])
        if (answer.body.includes('&lt;script&gt;alert(2)')) echoes++
      } else if (answer.body.includes('<script>alert(2)')) {
        echoes++
        expect([url, type]).toEqual([url, expect.stringMatching(/^application\/|^text\/csv/)])
      }
    }
  // Some pages were seen, and the script was there to be found.
  expect(pages).toBeGreaterThan(1)
  expect(echoes).toBeGreaterThan(5)
})

it('a formula typed as a name is text in every sheet', async () => {
  const path = `/api/registers/tools/${college.eastTool.id}`
  const { version } = (await college.keeper.call<{ version: number }>('GET', path)).body
  await does('PATCH', path, { version, values: { name: FORMULA }, comment: FORMULA })
  const csv = await college.call(college.keeper, 'GET', '/api/registers/tools/export.csv')
  expect(csv.body).toContain(`'${FORMULA.slice(0, 10)}`)
  for (const cell of csv.body.split(/[,\r\n]/)) expect(cell.replace(/^"/, '')).not.toMatch(/^[=@]/)
})

it('what is uploaded is shown as what it is, downloaded, or refused; its name leads nowhere', async () => {
  const send = (name: string, type: string, content: string | Buffer) =>
    app.inject({
      method: 'POST',
      url: '/api/files',
      headers: {
        cookie: college.keeper.cookie,
        'x-csrf': college.keeper.csrf,
        'content-type': 'multipart/form-data; boundary=b',
      },
      payload: Buffer.concat([
        Buffer.from(
          `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
        ),
        Buffer.from(content),
        Buffer.from('\r\n--b--\r\n'),
      ]),
    })
  const page = '<html><script>alert(1)</script></html>'
  for (const name of ['a.html', 'a.svg', 'A.SVG', 'a.xhtml', 'a.js', 'a.exe', 'a.pdf.hta', 'a.htm'])
    expect([name, (await send(name, 'application/pdf', page)).statusCode]).toEqual([name, 422])
  // A page that calls itself a picture, a picture that is a program, a page behind a PDF's first bytes.
  for (const [name, type, content] of [
    ['a.png', 'image/png', page],
    ['a.pdf', 'text/html', page],
    ['b.pdf', 'application/pdf', `%PDF-1.7\n${page}`],
    ['c.png', 'image/svg+xml', '<svg onload="alert(1)"/>'],
    ['d.docx', 'application/xhtml+xml', page],
    ['../../../etc/passwd.pdf', 'application/pdf', '%PDF-1.7 path'],
    ['e\u0000.html.pdf', 'application/pdf', '%PDF-1.7 null'],
  ] as const) {
    const sent = await send(name, type, content)
    if (sent.statusCode >= 400) continue
    const file = sent.json<{ sha256: string; name: string }>()
    for (const odd of ['/', '\\', '\u0000']) expect(file.name).not.toContain(odd)
    const shown = await college.call(
      college.keeper,
      'GET',
      `/api/files/${file.sha256}/${encodeURIComponent(`${file.name}`)}`,
    )
    expect([name, shown.statusCode, shown.headers['x-content-type-options']]).toEqual([name, 200, 'nosniff'])
    expect(shown.headers['content-type']).not.toMatch(/html|svg|xml|script/)
    expect(shown.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    if (!/pdf|png/.test(String(shown.headers['content-type'])))
      expect(shown.headers['content-disposition']).toMatch(/^attachment/)
  }
})
