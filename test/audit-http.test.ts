import { existsSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccount } from '../src/engine/access/accounts.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { pathOf } from '../src/engine/files/store.ts'
import { readZip, writeZip } from '../src/engine/reports/zip.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { WireAudited, WireFinding, WireNames, WireSentFile } from '../src/modules/audit/wire.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { testDeclarations } from '../src/testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { type TestBrowser, testBrowser } from '../src/testing/sign-in-app.ts'

/** The audit of reports as its screens ask for it: by a writer, by one who may not, and from another college. */

const PASSWORD = '报告先核对再报送'.repeat(2)
const ROOT = '/api/report-audits'
let db: TestDatabase
let app: FastifyInstance
let college: TestCollege
let writer: TestBrowser
let reader: TestBrowser
let stranger: TestBrowser

beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(testDeclarations))
  college = await makeTestCollege(db.engine, 'audit-one')
  const other = await makeTestCollege(db.engine, 'audit-two')
  app = await createApp({
    engine: db.engine,
    settings: readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', TRUST_PROXY: '1' }),
  })
  await app.ready()
  writer = await signedIn(college, 'audit-one', 'writer', '10.8.1.1')
  reader = await signedIn(college, 'audit-one', 'reader', '10.8.1.2')
  stranger = await signedIn(other, 'audit-two', 'keeper', '10.8.1.3')
}, 300_000)
afterAll(async () => {
  await app.close()
  await db.close()
})

async function signedIn(of: TestCollege, name: string, role: string, address: string): Promise<TestBrowser> {
  await db.database.inCollege(of.id, (tx) =>
    createAccount(db.engine, tx, asSystem(of.id, 'test'), {
      name: `${role}-audits`,
      personName: role,
      password: PASSWORD,
      assignments: [{ role, unitId: of.root }],
    }),
  )
  const browser = testBrowser(app, address)
  await browser.call('POST', '/api/session', { college: name, name: `${role}-audits`, password: PASSWORD })
  return browser
}

/** Sends a file as a browser does. */
async function sent(browser: TestBrowser, name: string, content: string | Buffer): Promise<WireSentFile> {
  const boundary = 'a-boundary'
  const answer = await app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      cookie: browser.cookie,
      'x-csrf': browser.csrf,
      'x-forwarded-for': browser.address,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  })
  expect(answer.statusCode).toBe(201)
  return { sha256: answer.json<{ sha256: string }>().sha256, fileName: name }
}

const audit = (browser: TestBrowser, file: WireSentFile, against?: WireSentFile) =>
  browser.call<WireAudited>('POST', ROOT, { file, ...(against ? { against } : {}) })

async function exported(browser: TestBrowser, as: string, file: WireSentFile, lang = 'zh') {
  const query = new URLSearchParams({ as, lang, ...file })
  const answer = await app.inject({
    url: `${ROOT}/export?${query}`,
    headers: { cookie: browser.cookie, 'x-forwarded-for': browser.address },
  })
  return { status: answer.statusCode, name: String(answer.headers['content-disposition']), bytes: answer.rawPayload }
}

const SENTENCE = '学校获奖 82 项，其中一等奖 15 项、二等奖 37 项、三等奖 40 项。'
const word = (text: string) =>
  writeZip(
    [
      ['[Content_Types].xml', '<Types></Types>'],
      ['word/_rels/document.xml.rels', '<Relationships></Relationships>'],
      ['word/document.xml', `<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`],
      ['word/media/image1.png', 'a picture'],
    ].map(([name, xml]) => ({ name: name!, bytes: Buffer.from(xml!) })),
    new Date(0),
  )
const wordsOf = ({ kind, message, values }: WireFinding) => ({ kind, message, values })

it('audits a file that was sent, keeps it only in memory, and exports it without asking for it again', async () => {
  const file = await sent(writer, '年度报告.docx', word(SENTENCE))
  const { status, body } = await audit(writer, file)
  expect(status).toBe(200)
  expect(body).toMatchObject({ name: '年度报告.docx', unreadable: [], blocks: [{ kind: 'paragraph', text: SENTENCE }] })
  expect(body.findings).toMatchObject([
    { kind: 'parts-and-whole', severity: 'serious', values: ['82', '15', '37', '40'], mark: null },
  ])

  const uploads = await db.database.inCollege(college.id, (tx) =>
    tx.run(sql`SELECT 1 FROM uploads WHERE college_id = ${college.id} AND sha256 = ${file.sha256}`),
  )
  expect(uploads).toEqual([])
  expect(existsSync(pathOf(db.engine.filesDir, file.sha256))).toBe(false)
  expect((await writer.call('POST', `${ROOT}/here`, { file })).body).toEqual({ here: true })

  const original = await exported(writer, 'docx', file)
  expect(original).toMatchObject({
    status: 200,
    name: expect.stringContaining(encodeURIComponent('年度报告-检查结果.docx')),
  })
  const parts = new Map(readZip(original.bytes).map(({ name, bytes }) => [name, bytes.toString()]))
  expect(parts.get('word/media/image1.png')).toBe('a picture')
  expect(parts.get('word/comments.xml')).toContain('82 ≠ 15 + 37 + 40 = 92')
  expect(parts.get('word/document.xml')).toContain('<w:commentRangeStart')
  const json = JSON.parse((await exported(writer, 'json', file, 'en')).bytes.toString()) as object[]
  expect(Object.keys(json[0]!)).toEqual(['kind', 'severity', 'confidence', 'message', 'values', 'places'])
  expect((await exported(writer, 'xlsx', file)).bytes.subarray(0, 2).toString()).toBe('PK')
})

it('tells whoever waits how far it is, and nobody else', async () => {
  const file = await sent(writer, 'long.md', Array.from({ length: 200 }, () => SENTENCE).join('\n\n'))
  const wait = crypto.randomUUID()
  const stageFor = async (browser: TestBrowser) =>
    (await browser.call<{ stage: string | null }>('GET', `${ROOT}/stages/${wait}`)).body.stage
  let isDone = false
  const audited = writer.call('POST', ROOT, { file, wait }).finally(() => (isDone = true))
  const seen = new Set<string | null>()
  while (!isDone) {
    seen.add(await stageFor(writer))
    expect(await stageFor(stranger)).toBeNull()
  }
  expect((await audited).status).toBe(200)
  seen.delete(null)
  expect(['waiting', 'reading', 'checking']).toEqual(expect.arrayContaining([...seen]))
  expect(seen.size).toBeGreaterThan(0)
  expect(await stageFor(writer)).toBeNull()
})

it('remembers marks for the next document, takes them back, and compares with last year', async () => {
  const [finding] = (await audit(writer, await sent(writer, 'a.md', SENTENCE))).body.findings
  const said = { ...wordsOf(finding!), document: 'a.md' }
  const mark = (verdict: string | null, reason = '') =>
    writer.call('POST', `${ROOT}/marks`, { ...said, verdict, reason })
  expect((await mark('explained', '同一项目多人获奖')).status).toBe(204)
  const next = await sent(writer, 'b.md', SENTENCE.replace('82', '85'))
  expect((await audit(writer, next)).body.findings[0]!.mark).toMatchObject({
    verdict: 'explained',
    sameFigures: false,
    document: 'a.md',
  })
  expect((await mark(null)).status).toBe(204)
  expect((await audit(writer, next)).body.findings[0]!.mark).toBeNull()
  expect((await mark('perhaps')).status).toBe(400)

  const now = await sent(writer, '2023.md', '# 质量报告（2023 年度）\n\n专任教师 918 人，比上年的 880 人增加 38 人。')
  const before = await sent(writer, '2022.md', '# 质量报告（2022 年度）\n\n专任教师 870 人。')
  expect((await audit(writer, now)).body.findings).toEqual([])
  expect((await audit(writer, now, before)).body.findings.map(({ kind }) => kind)).toEqual(['year-on-year'])
})

it('names that mean the same are the college’s own, and count at the next audit of the same file', async () => {
  const text = '学校现有合作企业 210 家。\n\n## 合作\n\n学校现有合作单位 201 家，覆盖全省。\n'
  const file = await sent(writer, 'names.md', text)
  expect((await audit(writer, file)).body.findings).toEqual([])
  const { body } = await writer.call<WireNames[]>('PUT', `${ROOT}/names`, { names: ['合作企业', '合作单位'] })
  expect(body).toMatchObject([{ names: ['合作企业', '合作单位'] }])
  expect((await audit(writer, file)).body.findings.map(({ kind }) => kind)).toEqual(['same-quantity'])
  expect((await stranger.call('GET', `${ROOT}/names`)).body).toEqual([])
  expect((await audit(stranger, await sent(stranger, 'names.md', text))).body.findings).toEqual([])
})

it('is refused to whoever may not read reports, and another’s file is not there', async () => {
  const own = await sent(reader, 'own.md', SENTENCE)
  for (const answer of [
    await audit(reader, own),
    await reader.call('POST', `${ROOT}/here`, { file: own }),
    await reader.call('GET', `${ROOT}/names`),
    await reader.call('PUT', `${ROOT}/names`, { names: ['甲', '乙'] }),
    await reader.call('POST', `${ROOT}/marks`, {
      kind: 'total',
      message: { zh: '', en: '' },
      values: [],
      verdict: 'true',
      reason: '',
      document: 'x',
    }),
  ])
    expect(answer.status).toBe(403)
  const file = await sent(writer, 'mine.md', SENTENCE)
  expect((await audit(writer, file)).status).toBe(200)
  expect((await audit(stranger, file)).status).toBe(404)
  expect((await stranger.call('POST', `${ROOT}/here`, { file })).body).toEqual({ here: false })
  expect((await exported(stranger, 'json', file)).status).toBe(404)
  expect((await testBrowser(app, '10.8.1.9').call('POST', ROOT, { file })).status).toBe(401)
  const report = '0197a0b2-0000-7000-8000-000000000001'
  expect((await writer.call('POST', `${ROOT}/reports/${report}`, {})).status).toBe(404)
})

it.each([
  ['old.doc', 'text', '另存为 .docx'],
  ['broken.docx', 'no zip', '不是 Word 或 Excel 文件'],
  ['blank.txt', '\n \n', '没有可读的文字'],
] as const)('%s is refused with the reason', async (name, content, reason) => {
  const answer = await writer.call<{ error: { message: { zh: string } } }>('POST', ROOT, {
    file: await sent(writer, name, content),
  })
  expect(answer.status).toBe(422)
  expect(answer.body.error.message.zh).toContain(reason)
})

it('a file that another person sent too stays theirs', async () => {
  const content = '学校现有专任教师 918 人。'
  const theirs = await sent(reader, 'same.txt', content)
  expect((await audit(writer, await sent(writer, 'same.txt', content))).status).toBe(200)
  const answer = await app.inject({
    url: `/api/files/${theirs.sha256}/same.txt`,
    headers: { cookie: reader.cookie, 'x-forwarded-for': reader.address },
  })
  expect(answer.body).toBe(content)
})
