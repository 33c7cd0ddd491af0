import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createAccount } from '../src/engine/access/accounts.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { feedJob } from '../src/engine/feeds/feed-job.ts'
import { type HttpPace, readHttp } from '../src/engine/feeds/sources/read-http.ts'
import { createJobs, type Jobs } from '../src/engine/jobs/jobs.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { writeSheet } from '../src/engine/sheets/write-sheet.ts'
import type {
  FeedSettings,
  FeedSource,
  HttpSource,
  WireDeadRow,
  WireFeed,
  WireFeedPreview,
  WireFeedRun,
  WireFeedSample,
} from '../src/language/wire-feeds.ts'
import type { WirePage } from '../src/language/wire.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { reportingCatalogue } from '../src/testing/reporting-college.ts'
import { type TestBrowser, testBrowser } from '../src/testing/sign-in-app.ts'
import { gbk, type MadeUpSource, startSource } from './http-source.ts'
import { type MariaDb, startMariaDb } from './mariadb.ts'
import { dropDatabase } from '../src/testing/drop-database.ts'

/** Data of a second PostgreSQL, a MariaDB, an HTTP source with faults and a folder, brought in through the server's own routes and jobs. */
const PASSWORD = '钥匙挂在门后第三个钩子上'
const TOKEN = 'a-token-nobody-should-see'
const OTHER = `jwxt_${process.pid}`
const folder = mkdtempSync(path.join(tmpdir(), 'jiangxin-feeds-'))
let db: TestDatabase
let app: FastifyInstance
let jobs: Jobs
let maria: MariaDb
let http: MadeUpSource
let keeper: TestBrowser
let college: TestCollege
const logged: string[] = []
let made = 0

beforeAll(async () => {
  db = await openTestDatabase(reportingCatalogue())
  const settings = readSettings({ DATA_DIR: db.engine.filesDir, FEEDS_DIR: folder, LOG_LEVEL: 'silent' })
  jobs = createJobs(db.engine, [feedJob(folder)], { heartbeat: 10, watch: 1, grace: 1 })
  app = await createApp({ engine: db.engine, settings, jobs })
  const log = (facts: object) => void logged.push(JSON.stringify(facts))
  await jobs.start({ error: log, warn: log })
  maria = await startMariaDb()
  await maria.root.query(
    `CREATE DATABASE jwxt; CREATE USER reader@'%' IDENTIFIED BY '${TOKEN}'; GRANT ALL ON jwxt.* TO reader@'%'; USE jwxt`,
  )
  http = await startSource(TOKEN)
}, 600_000)
afterAll(async () => {
  await jobs?.stop()
  await app?.close()
  await db?.close()
  await maria?.close()
  await http?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  const code = `f${++made}`
  college = await makeTestCollege(db.engine, code)
  await db.database.inCollege(college.id, (tx) =>
    createAccount(db.engine, tx, asSystem(college.id, 'test'), {
      name: 'keeper',
      password: PASSWORD,
      assignments: [{ role: 'keeper', unitId: college.root }],
    }),
  )
  keeper = testBrowser(app)
  const { status } = await keeper.call('POST', '/api/session', { college: code, name: 'keeper', password: PASSWORD })
  if (status !== 200) throw new Error(`Nobody could sign in: ${status}`)
  http.rows = []
  http.troubles = []
  http.encoding = 'utf-8'
  http.asked.length = 0
})

type Detail = WireFeed & { readonly runs: readonly WireFeedRun[] }

const mapping: FeedSettings['mapping'] = [
  { column: 'GJH', field: 'number' },
  { column: 'GJMC', field: 'name' },
  { column: 'LBM', field: 'kind', values: { '1': 'hand', '2': 'power' } },
  { column: 'GZRQ', field: 'boughtOn' },
  { column: 'DJ', field: 'price' },
  { column: 'CJMC', field: 'workshop' },
]
const settingsOf = (source: FeedSource, more: Partial<FeedSettings> = {}): FeedSettings => ({
  name: '工具',
  register: 'tools',
  source,
  mapping,
  mode: 'all',
  changedColumn: null,
  vanished: 'nothing',
  cron: null,
  enabled: true,
  ...more,
})
const create = async (source: FeedSource, secret: string | undefined, more: Partial<FeedSettings> = {}) => {
  const { status, body } = await keeper.call<WireFeed>('POST', '/api/feeds', {
    settings: settingsOf(source, more),
    secret,
  })
  expect(body).toMatchObject({ name: '工具' })
  expect(status).toBe(201)
  return body
}
const detail = async (id: string) => (await keeper.call<Detail>('GET', `/api/feeds/${id}`)).body
/** Asks for a run, waits for its end, and gives it. */
async function run(id: string, what = 'usual'): Promise<WireFeedRun> {
  const before = (await detail(id)).runs[0]?.id
  expect((await keeper.call('POST', `/api/feeds/${id}/run`, { what })).status).toBe(202)
  for (;;) {
    const [last] = (await detail(id)).runs
    if (last && last.id !== before && last.state !== 'running') return last
    await sleep(50)
  }
}
const tools = async () =>
  (await keeper.call<WirePage>('GET', '/api/registers/tools?sort=number&limit=500')).body.rows.map((row) => row.values)
const dead = async (id: string) =>
  (await keeper.call<{ rows: WireDeadRow[] }>('GET', `/api/feeds/${id}/dead`)).body.rows
const row = (n: number, more: object = {}) => ({
  GJH: `T${n}`,
  GJMC: `工具${n}`,
  LBM: '1',
  GZRQ: '20200229',
  DJ: '8.50',
  CJMC: 'east',
  ...more,
})

describe('a second PostgreSQL', () => {
  it('is tried, mapped, previewed, put on the timetable and read again and again', async () => {
    const url = new URL(inject('database').adminUrl)
    const admin = new pg.Client({ connectionString: url.toString() })
    await admin.connect()
    await admin.query(`CREATE DATABASE ${OTHER} TEMPLATE template0`)
    const secret = decodeURIComponent(url.password)
    url.pathname = `/${OTHER}`
    const other = new pg.Client({ connectionString: url.toString() })
    await other.connect()
    try {
      await other.query(
        `CREATE SCHEMA t; CREATE VIEW t.gj AS SELECT 'T' || n AS "GJH", '工具' || n AS "GJMC", '1' AS "LBM", date '2020-02-29' AS "GZRQ", 8.5 AS "DJ", 'east' AS "CJMC" FROM generate_series(1, 6001) n`,
      )
      const source: FeedSource = {
        kind: 'postgres',
        host: url.hostname,
        port: Number(url.port),
        database: OTHER,
        user: decodeURIComponent(url.username),
        tls: 'none',
        from: 't.gj',
      }
      const sample = (
        await keeper.call<WireFeedSample>('POST', '/api/feeds/sample', { register: 'tools', source, secret })
      ).body
      expect(sample.rows).toHaveLength(10)
      // The standard's names of columns are known.
      expect(sample.columns.map(({ column, field }) => [column, field])).toEqual([
        ['GJH', 'number'],
        ['GJMC', 'name'],
        ['LBM', 'kind'],
        ['GZRQ', 'boughtOn'],
        ['DJ', 'price'],
        ['CJMC', 'workshop'],
      ])
      const preview = (
        await keeper.call<WireFeedPreview>('POST', '/api/feeds/preview', { settings: settingsOf(source), secret })
      ).body
      expect(preview).toMatchObject({ counts: { read: 5000, created: 5000, wrong: 0 }, isPart: true })
      const feed = await create(source, secret, { cron: '30 1 * * *' })
      expect(await run(feed.id)).toMatchObject({
        state: 'done',
        counts: { read: 6001, created: 6001 },
        askedBy: 'keeper',
      })
      expect(await run(feed.id)).toMatchObject({ counts: { read: 6001, unchanged: 6001 } })
      const shown = await detail(feed.id)
      expect(shown).toMatchObject({ hasSecret: true, rows: 6001, dead: 0 })
      expect(new Date(shown.next!).getTime()).toBeGreaterThan(Date.now())
      expect(JSON.stringify(shown)).not.toContain(secret)
      await keeper.call('POST', `/api/feeds/${feed.id}/pause`, { paused: true })
      expect(await detail(feed.id)).toMatchObject({ enabled: false, next: null })
      const bad = await keeper.call('POST', '/api/feeds', {
        settings: settingsOf(source, { name: '又一', cron: 'every night' }),
        secret,
      })
      expect([bad.status, bad.code]).toEqual([422, 'invalid'])
      expect((await keeper.call('DELETE', `/api/feeds/${feed.id}`)).status).toBe(204)
      expect((await keeper.call('GET', `/api/feeds/${feed.id}`)).status).toBe(404)
    } finally {
      await other.end()
      await dropDatabase(admin, OTHER)
      await admin.end()
    }
  })
})

describe('a MariaDB', () => {
  const source = (from: string): FeedSource => ({
    kind: 'mysql',
    host: '127.0.0.1',
    port: maria.port,
    database: 'jwxt',
    user: 'reader',
    tls: 'none',
    from,
  })
  const table = `DROP TABLE IF EXISTS gj; CREATE TABLE gj (GJH varchar(20), GJMC varchar(80), LBM char(1), GZRQ datetime, DJ decimal(10,2), CJMC varchar(20), XGSJ timestamp(3) NULL) CHARACTER SET gbk`

  it('gives its rows exactly: money, days without a zone, Chinese in GBK, empty days', async () => {
    await maria.root.query(`${table}; SET time_zone = '+00:00'; INSERT INTO gj VALUES
      ('T1', '手枪钻', '2', '2020-02-29 00:00:00', 1234567.10, 'east', '2024-01-01 00:00:00'), ('T2', '镗床', '2', NULL, NULL, 'west', NULL);
      SET sql_mode = ''; INSERT INTO gj VALUES ('T3', '锤子', '1', '0000-00-00', 0, 'east', NULL)`)
    const feed = await create(source('gj'), TOKEN)
    expect(await run(feed.id)).toMatchObject({ state: 'done', counts: { created: 3, wrong: 0 } })
    expect(await tools()).toMatchObject([
      { number: 'T1', name: '手枪钻', kind: 'power', boughtOn: '2020-02-29', price: '1234567.10' },
      { number: 'T2', name: '镗床', boughtOn: null, price: null },
      { number: 'T3', boughtOn: null, price: '0.00' },
    ])
  })

  it('gives only what changed when asked, many thousand rows', async () => {
    await maria.root.query(
      `${table}; INSERT INTO gj SELECT CONCAT('T', seq), CONCAT('工具', seq), '1', '2020-02-29', 1, 'east', TIMESTAMP('2024-01-01 08:00:00.5') + INTERVAL seq SECOND FROM seq_1_to_12000`,
    )
    const feed = await create(source('SELECT * FROM gj'), TOKEN, { mode: 'changed', changedColumn: 'XGSJ' })
    expect(await run(feed.id)).toMatchObject({ state: 'done', counts: { read: 12_000, created: 12_000 } })
    await maria.root.query(`UPDATE gj SET GJMC = '改了', XGSJ = '2024-03-01 08:00:00' WHERE GJH = 'T77'`)
    expect(await run(feed.id)).toMatchObject({ counts: { read: 2, changed: 1, unchanged: 1 } })
    expect((await detail(feed.id)).highWater).toMatch(/^2024-03-01/)
  })

  it('cannot be changed by a feed, and says in words what is wrong', async () => {
    await maria.root.query(
      `${table}; INSERT INTO gj (GJH) VALUES ('T1'); DROP FUNCTION IF EXISTS sly; CREATE FUNCTION sly() RETURNS int MODIFIES SQL DATA BEGIN DELETE FROM jwxt.gj; RETURN 1; END`,
    )
    const said = async (from: string, secret = TOKEN) => {
      const { status, body } = await keeper.call<{ error: { message: { zh: string } } }>('POST', '/api/feeds/sample', {
        register: 'tools',
        source: source(from),
        secret,
      })
      expect(status).toBe(503)
      return body.error.message.zh
    }
    expect(await said('SELECT sly() AS x FROM gj')).toContain('不能执行')
    expect(await said('SELECT 1) AS s; DELETE FROM gj; SELECT * FROM (SELECT 1')).toContain('不能执行')
    expect(await said('nothing')).toContain('没有“nothing”')
    expect(await said('gj', 'not-it')).toContain('拒绝登录')
    const [rows] = await maria.root.query('SELECT * FROM gj')
    expect(rows).toHaveLength(1)
  })
})

describe('an HTTP source', () => {
  const source = (more: Partial<HttpSource> = {}): HttpSource => ({
    kind: 'http',
    url: http.url,
    signIn: { by: 'bearer' },
    path: 'data.list',
    paging: { by: 'page', parameter: 'page', first: 1, sizeParameter: 'size', size: 100 },
    ...more,
  })
  const pace: HttpPace = { wait: () => 1, answerSeconds: 1, answerBytes: 100_000 }
  const readAll = async (of: HttpSource, secret = TOKEN) => {
    const numbers: unknown[] = []
    for await (const { columns, rows } of readHttp(of, { secret }, pace))
      numbers.push(...rows.map(({ cells }) => cells[columns.indexOf('GJH')]))
    return numbers
  }
  const all = Array.from({ length: 250 }, (_, i) => `T${i}`)
  const fill = () => (http.rows = Array.from({ length: 250 }, (_, i) => row(i)))

  it.each([
    ['page', { by: 'page', parameter: 'page', first: 1, sizeParameter: 'size', size: 100 }],
    ['offset', { by: 'offset', parameter: 'offset', sizeParameter: 'size', size: 100 }],
    ['cursor', { by: 'cursor', parameter: 'cursor', path: 'data.next' }],
  ] as const)('gives all its rows by %s', async (_, paging) => {
    fill()
    expect(await readAll(source({ paging }))).toEqual(all)
    expect(http.asked).toHaveLength(3)
  })

  it('may answer wrongly, late or not at all: it is asked again', async () => {
    fill()
    http.troubles = ['500', '429', 'cut', 'half']
    expect(await readAll(source())).toEqual(all)
    http.troubles = ['slow']
    expect(await readAll(source())).toEqual(all)
    http.troubles = ['500', '500', '500', '500', '500']
    await expect(readAll(source())).rejects.toMatchObject({ label: { zh: expect.stringContaining('连续 5 次') } })
  })

  it.each([
    ['page-of-a-proxy', {}, TOKEN, '不是 JSON'],
    ['other-address', {}, TOKEN, '转到了别的地址'],
    [undefined, {}, 'wrong', '拒绝访问（401）'],
    [undefined, { path: 'data.rows' }, TOKEN, '不是列表'],
    [undefined, { paging: { by: 'page', parameter: 'nr', first: 1, size: 100 } }, TOKEN, '完全相同'],
    [undefined, { paging: { by: 'cursor', parameter: 'offset', path: 'data.total' } }, TOKEN, '没有变化'],
  ] as const)('says in words what is wrong: %s %o', async (trouble, more, secret, words) => {
    fill()
    if (trouble) http.troubles = [trouble]
    const failure = await readAll(source(more as Partial<HttpSource>), secret).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Refusal)
    expect((failure as Refusal).label.zh).toContain(words)
    expect((failure as Refusal).label.zh).not.toContain(TOKEN)
  })

  it('is not let fill the memory', async () => {
    http.rows = [row(1, { GJMC: 'x'.repeat(200_000) })]
    await expect(readAll(source())).rejects.toMatchObject({ label: { zh: expect.stringContaining('超过') } })
  })

  it('signs in by a header or a password as well, and may write GBK', async () => {
    fill()
    http.encoding = 'gbk'
    for (const signIn of [
      { by: 'header', header: 'x-token' },
      { by: 'basic', user: 'reader' },
    ] as const)
      expect(await readAll(source({ signIn }))).toEqual(all)
  })

  it('is brought in with what changed, through faults, each row once and exactly', async () => {
    http.rows = Array.from({ length: 250 }, (_, i) => row(i, { changed: `2024-01-01T08:${10 + (i % 50)}:00` }))
    // A moment before midnight in Greenwich, a number with a decimal.
    http.rows[7] = { ...http.rows[7], GZRQ: '2020-02-28T16:00:00Z', DJ: 0.1 }
    http.troubles = ['500', 'cut']
    const feed = await create(source({ sinceParameter: 'since' }), TOKEN, { mode: 'changed', changedColumn: 'changed' })
    expect(await run(feed.id)).toMatchObject({ state: 'done', counts: { read: 250, created: 250, wrong: 0 } })
    expect((await tools()).find((tool) => tool['number'] === 'T7')).toMatchObject({
      boughtOn: '2020-02-29',
      price: '0.10',
    })
    http.rows[3] = row(3, { GJMC: '改了', changed: '2024-02-01T08:00:00' })
    http.asked.length = 0
    // Those of the last moment come again, and are passed over.
    expect(await run(feed.id)).toMatchObject({ counts: { read: 6, changed: 1, unchanged: 5 } })
    expect(http.asked[0]).toContain('since=2024-01-01T08%3A59')
    expect(http.asked.join()).not.toContain(TOKEN)
  })

  it('fails without half a row, tells why, and is tried again by itself', async () => {
    fill()
    const feed = await create(source(), TOKEN)
    http.rows = http.rows.map(({ GJMC, ...rest }) => ({ ...rest, MC: GJMC }))
    expect(await run(feed.id)).toMatchObject({
      state: 'failed',
      counts: { created: 0 },
      error: { zh: expect.stringMatching(/“GJMC”.*“名称”/) },
    })
    expect(await tools()).toEqual([])
    expect(logged.join()).not.toContain(TOKEN)
  })
})

describe('a folder of files', () => {
  const old = new Date(Date.now() - 60_000)
  const put = (name: string, bytes: Uint8Array | string) => {
    mkdirSync(path.join(folder, 'tools'), { recursive: true })
    const file = path.join(folder, 'tools', name)
    writeFileSync(file, bytes)
    utimesSync(file, old, old)
  }
  const header = 'GJH,GJMC,LBM,GZRQ,DJ,CJMC'

  it('is read file by file, each content once, whatever is wrong with another', async () => {
    const kind = 'text' as const
    put(
      'b.xlsx',
      await writeSheet({
        sheetName: 'x',
        columns: header.split(',').map((name) => ({ header: name, kind })),
        rows: [['T1', '锤子', '1', '2020-02-29', '8.5', 'east']],
      }),
    )
    put('a.csv', gbk(`${header}\nT2,电钻,2,2020/2/29,,west\nT3,锯,9,,,west\n`))
    put('c.xlsx', 'PK\u0003\u0004 cut off')
    put('~$b.xlsx', 'open in Excel')
    const fresh = path.join(folder, 'tools', 'd.csv')
    writeFileSync(fresh, `${header}\nT4,still,being,written`)
    const feed = await create({ kind: 'folder', folder: 'tools' }, undefined)
    const first = await run(feed.id)
    expect(first).toMatchObject({
      state: 'done',
      counts: { created: 2, wrong: 1 },
      note: { zh: expect.stringContaining('c.xlsx') },
    })
    expect((await dead(feed.id)).map(({ place }) => place)).toEqual(['a.csv 第 3 行'])
    // Under another name it is the same file; what was wrong is tried again, and stays.
    put('e.csv', gbk(`${header}\nT2,电钻,2,2020/2/29,,west\nT3,锯,9,,,west\n`))
    expect(await run(feed.id)).toMatchObject({ counts: { read: 1, created: 0, wrong: 1 } })
    put('f.csv', `${header}\nT3,锯,1,,,west\n`)
    expect(await run(feed.id)).toMatchObject({ counts: { created: 1 } })
    expect(await dead(feed.id)).toEqual([])
    put('g.csv', 'GJH,MC\nT9,x\n')
    expect((await run(feed.id)).note!.zh).toMatch(/g\.csv.*“GJMC”/)
  })

  it('is not left by dots or links', async () => {
    symlinkSync('/etc', path.join(folder, 'etc'))
    for (const outside of ['../..', 'etc', 'nowhere'])
      expect(
        (
          await keeper.call('POST', '/api/feeds/sample', {
            register: 'tools',
            source: { kind: 'folder', folder: outside },
          })
        ).status,
      ).toBe(503)
  })
})
