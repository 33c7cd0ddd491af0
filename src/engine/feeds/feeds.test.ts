import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import type { Tx } from '../../database/connection.ts'
import type { DatabaseSource, FeedRunWhat, FeedSettings } from '../../language/wire-feeds.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { reportingCatalogue } from '../../testing/reporting-college.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { act } from '../records/act.ts'
import { listRecords } from '../records/list.ts'
import { Refusal } from '../refusal.ts'
import { listFeedRuns } from './feed-runs.ts'
import { changeFeed, createFeed, type Feed, feedableRegisters, getFeed, removeFeed } from './feeds.ts'
import { previewFeed } from './preview-feed.ts'
import { runFeed } from './run-feed.ts'
import { sampleSource } from './sample-source.ts'
import { deadRowsSheet, listDeadRows, listMissing } from './show-dead-rows.ts'
import { dropDatabase } from '../../testing/drop-database.ts'

/** Another system: a database of its own on the tests' server, reached by nothing but its address. */
const OTHER = `other_${process.pid}`
let db: TestDatabase
let other: pg.Client
let college: TestCollege
let keeper: Actor
let source: DatabaseSource
let secret: string
let made = 0

beforeAll(async () => {
  const { adminUrl } = inject('database')
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${OTHER} TEMPLATE template0`)
  await admin.end()
  const url = new URL(adminUrl)
  url.pathname = `/${OTHER}`
  other = new pg.Client({ connectionString: url.toString() })
  await other.connect()
  secret = decodeURIComponent(url.password)
  source = {
    kind: 'postgres',
    host: url.hostname,
    port: Number(url.port),
    database: OTHER,
    user: decodeURIComponent(url.username),
    tls: 'none',
    from: 'tools',
  }
  db = await openTestDatabase(reportingCatalogue())
}, 120_000)
afterAll(async () => {
  await db.close()
  await other.end()
  const admin = new pg.Client({ connectionString: inject('database').adminUrl })
  await admin.connect()
  await dropDatabase(admin, OTHER)
  await admin.end()
})
beforeEach(async () => {
  await other.query(
    `DROP TABLE IF EXISTS tools; CREATE TABLE tools (gjh text, gjmc text, lbm text, bought timestamptz, dj numeric, js bigint, cjm text, changed timestamptz DEFAULT now())`,
  )
  college = await makeTestCollege(db.engine, `F${++made}`)
  keeper = await college.actor(['keeper', college.root])
})

const inCollege = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.database.inCollege(college.id, work)

const mapping: FeedSettings['mapping'] = [
  { column: 'gjh', field: 'number' },
  { column: 'gjmc', field: 'name' },
  { column: 'lbm', field: 'kind', values: { '1': 'hand', '2': 'power' } },
  { column: 'bought', field: 'boughtOn' },
  { column: 'dj', field: 'price' },
  { column: 'js', field: 'pieces' },
  { column: 'cjm', field: 'workshop' },
]
const settings = (more: Partial<FeedSettings> = {}): FeedSettings => ({
  name: '工具系统',
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
const feedOf = (more: Partial<FeedSettings> = {}): Promise<Feed> =>
  inCollege((tx) => createFeed(db.engine, tx, keeper, { ...settings(more), secret }))
const run = (feed: Feed, what: FeedRunWhat = 'usual') =>
  runFeed(db.engine, { college: college.id, feed: feed.id, what, askedBy: '', folder: undefined })
const put = async (...rows: readonly (readonly [string, string, string?, string?])[]) => {
  for (const [number, name, kind = '1', workshop = 'east'] of rows)
    await other.query('INSERT INTO tools VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      number,
      name,
      kind,
      '1999-05-03 16:00:00+00',
      '12.50',
      3,
      workshop,
    ])
}
const tools = (of = keeper) =>
  inCollege(async (tx) => (await listRecords(db.engine, tx, of, { register: 'tools', sort: 'number' })).rows)
const countTools = async () => {
  const [row] = await inCollege((tx) =>
    tx.run<{ n: number }>(sql`SELECT count(*) AS n FROM records.tools WHERE college_id = ${college.id}`),
  )
  return row!.n
}
const dead = (feed: Feed, of = keeper) =>
  inCollege((tx) => listDeadRows(tx, of, feed, db.engine.catalogue.registers.get('tools')!))
const runs = (feed: Feed) => inCollege((tx) => listFeedRuns(tx, feed.id, 10))

it('brings in what is new, changes what changed, and passes over the rest', async () => {
  await put(['T1', '锤子'], ['T2', '电钻', '2'])
  const feed = await feedOf()
  expect(await run(feed)).toMatchObject({ read: 2, created: 2, changed: 0, unchanged: 0, wrong: 0 })
  const [hammer] = await tools()
  expect(hammer).toMatchObject({
    // The day as it is in China, whatever the moment is called in Greenwich.
    values: {
      number: 'T1',
      name: '锤子',
      kind: 'hand',
      boughtOn: '1999-05-04',
      price: '12.50',
      pieces: 3,
      total: '37.50',
    },
  })
  await other.query(`UPDATE tools SET gjmc = '羊角锤' WHERE gjh = 'T1'`)
  expect(await run(feed)).toMatchObject({ read: 2, created: 0, changed: 1, unchanged: 1 })
  expect((await tools())[0]!.values['name']).toBe('羊角锤')
  const history = await inCollege((tx) =>
    tx.run<{ actor_name: string; reason: string; action: string }>(sql`
      SELECT actor_name, reason, action FROM history WHERE college_id = ${college.id} AND subject_id = ${hammer!.id} ORDER BY id`),
  )
  expect(history.map((entry) => entry.action)).toEqual(['create', 'update'])
  for (const entry of history)
    expect([entry.actor_name, entry.reason]).toEqual(['系统（数据接入：工具系统）', '数据接入：工具系统'])
  expect((await runs(feed)).map((one) => [one.state, one.counts.changed])).toEqual([
    ['done', 1],
    ['done', 0],
  ])
})

it('leaves what was changed here until the source changes, and looks again when asked', async () => {
  await put(['T1', '锤子'])
  const feed = await feedOf()
  await run(feed)
  const [hammer] = await tools()
  await inCollege((tx) =>
    act(db.engine, tx, keeper, {
      register: 'tools',
      id: hammer!.id,
      action: 'update',
      version: 1,
      values: { name: '铁锤' },
    }),
  )
  expect(await run(feed)).toMatchObject({ unchanged: 1 })
  expect((await tools())[0]!.values['name']).toBe('铁锤')
  expect(await run(feed, 'everything')).toMatchObject({ changed: 1 })
  expect((await tools())[0]!.values['name']).toBe('锤子')
})

it('keeps rows that cannot be taken with their problems, tries them again, and lets them go when they pass', async () => {
  await put(['T1', '锤子'], ['T2', '电钻', '9'], ['T3', '锯', '1', 'nowhere'])
  const feed = await feedOf()
  expect(await run(feed)).toMatchObject({ created: 1, wrong: 2 })
  const { rows } = await dead(feed)
  expect(rows.map((row) => row.texts['gjh']).toSorted()).toEqual(['T2', 'T3'])
  const drill = rows.find((row) => row.texts['gjh'] === 'T2')!
  expect(drill.problems).toMatchObject([{ column: 'lbm' }])
  expect(drill.place).toMatch(/第 \d 行/)
  expect(rows.find((row) => row.texts['gjh'] === 'T3')!.problems).toMatchObject([{ column: 'cjm' }])
  const sheet = deadRowsSheet(db.engine, keeper, feed, db.engine.catalogue.registers.get('tools')!)
  let cells = 0
  for await (const _ of sheet.rows) cells++
  expect(cells).toBe(2)
  expect(sheet.columns.map((column) => column.header)).toContain('gjmc')

  await college.add('units', { code: 'nowhere', name: '新车间', kind: 'faculty', parent: college.root })
  expect(await run(feed, 'dead')).toMatchObject({ read: 2, created: 1, wrong: 1 })
  expect((await dead(feed)).rows.map((row) => row.texts['gjh'])).toEqual(['T2'])
  await other.query(`UPDATE tools SET lbm = '2' WHERE gjh = 'T2'`)
  expect(await run(feed)).toMatchObject({ created: 1, unchanged: 2, wrong: 0 })
  expect((await dead(feed)).rows).toEqual([])
})

it('takes a row back as it was when its source returns to that', async () => {
  await put(['T1', '锤子'])
  const feed = await feedOf()
  await run(feed)
  await other.query(`UPDATE tools SET lbm = '9'`)
  expect(await run(feed)).toMatchObject({ wrong: 1 })
  await other.query(`UPDATE tools SET lbm = '1'`)
  expect(await run(feed)).toMatchObject({ unchanged: 1, wrong: 0 })
  expect((await dead(feed)).rows).toEqual([])
})

it('takes the first of several rows with one key, and tells of the others', async () => {
  await put(['T1', '锤子'])
  await put(['T1 ', '榔头'], ['T1', '锤子'])
  const feed = await feedOf({ source: { ...source, from: 'SELECT * FROM tools ORDER BY ctid' } })
  expect(await run(feed)).toMatchObject({ read: 3, created: 1, unchanged: 1, wrong: 1 })
  expect((await tools())[0]!.values['name']).toBe('锤子')
  expect((await dead(feed)).rows[0]!.problems[0]!.message.zh).toContain('主键相同')
  expect(await run(feed, 'dead')).toMatchObject({ created: 0, changed: 0 })
  expect((await tools())[0]!.values['name']).toBe('锤子')
})

it('keeps a row that a module refuses, in its words, and takes the others', async () => {
  await put(['T1', '锤子'], ['T2', '烟花'], ['T3', '钳子'])
  const feed = await feedOf()
  const message = { zh: '实训室不放烟花', en: 'No fireworks in a workshop' }
  const guarded: Engine = {
    ...db.engine,
    guards: [
      {
        registers: ['tools'],
        hear: async (_engine, _tx, _actor, written) =>
          written.flatMap(({ id, after }) => (after.values['name'] === '烟花' ? [{ id, message }] : [])),
      },
    ],
  }
  const request = { college: college.id, feed: feed.id, what: 'usual', askedBy: '', folder: undefined } as const
  expect(await runFeed(guarded, request)).toMatchObject({ created: 2, wrong: 1 })
  expect((await dead(feed)).rows.map((row) => row.problems)).toEqual([[{ column: null, message }]])
})

it('finds the one row that the database itself refuses, and takes the others', async () => {
  await put(...Array.from({ length: 20 }, (_, i) => [`T${i}`, `工具${i}`] as const))
  const admin = new pg.Client({ connectionString: db.adminUrl })
  await admin.connect()
  await admin.query(`ALTER TABLE records.tools ADD CONSTRAINT unlucky CHECK (number <> 'T13')`)
  try {
    const feed = await feedOf()
    expect(await run(feed)).toMatchObject({ read: 20, created: 19, wrong: 1 })
    expect((await dead(feed)).rows.map((row) => row.texts['gjh'])).toEqual(['T13'])
  } finally {
    await admin.query('ALTER TABLE records.tools DROP CONSTRAINT unlucky')
    await admin.end()
  }
})

it('reads only what changed, and moves its mark after the last batch', async () => {
  await put(['T1', '锤子'], ['T2', '电钻', '2'])
  await other.query(`UPDATE tools SET changed = '2024-01-01 08:00+08'`)
  const feed = await feedOf({ mode: 'changed', changedColumn: 'changed' })
  expect(await run(feed)).toMatchObject({ read: 2, created: 2 })
  const mark = async () => (await inCollege((tx) => getFeed(db.engine, tx, keeper, feed.id))).highWater
  expect(await mark()).toBe('2024-01-01 08:00:00')
  await other.query(`UPDATE tools SET gjmc = '手电钻', changed = '2024-02-01 08:00:00.25+08' WHERE gjh = 'T2'`)
  await other.query(`UPDATE tools SET changed = '2023-01-01' WHERE gjh = 'T1'`)
  expect(await run(feed)).toMatchObject({ read: 1, changed: 1 })
  expect(await mark()).toBe('2024-02-01 08:00:00.25')
  // A row of the very moment of the mark may have come after it was read.
  await put(['T3', '锯'])
  await other.query(`UPDATE tools SET changed = '2024-02-01 08:00:00.25+08' WHERE gjh = 'T3'`)
  expect(await run(feed)).toMatchObject({ read: 2, created: 1, unchanged: 1 })
  // Another mapping looks at everything again.
  const before = await inCollege((tx) => getFeed(db.engine, tx, keeper, feed.id))
  await inCollege((tx) =>
    changeFeed(db.engine, tx, keeper, feed.id, {
      ...settings({ mode: 'changed', changedColumn: 'changed', mapping: mapping.slice(0, -2).concat(mapping.at(-1)!) }),
      version: before.version,
    }),
  )
  expect(await run(feed)).toMatchObject({ read: 3, unchanged: 3 })
})

it('says which column is gone and what it was for, and writes nothing', async () => {
  await put(['T1', '锤子'])
  const feed = await feedOf()
  await run(feed)
  await other.query('ALTER TABLE tools RENAME gjmc TO title')
  const failure = await run(feed).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Refusal)
  expect((failure as Refusal).label.zh).toMatch(/没有列“gjmc”.*“名称”.*title/)
  expect((await runs(feed))[0]).toMatchObject({ state: 'failed', error: { zh: expect.stringContaining('gjmc') } })
  expect((await tools())[0]!.values['name']).toBe('锤子')
})

it('lists records whose rows have gone, or takes them out of use and brings them back', async () => {
  await put(['T1', '锤子'], ['T2', '锯'], ['T3', '钳'])
  const lists = await feedOf({ vanished: 'list' })
  await run(lists)
  await other.query(`DELETE FROM tools WHERE gjh = 'T2'`)
  expect(await run(lists)).toMatchObject({ read: 2, missing: 1, retired: 0 })
  expect(await inCollege((tx) => listMissing(db.engine, tx, lists))).toMatchObject([{ title: '锯', isRetired: false }])
  await put(['T2', '锯'])
  expect(await run(lists)).toMatchObject({ unchanged: 3, missing: 0 })
  expect(await inCollege((tx) => listMissing(db.engine, tx, lists))).toEqual([])

  const retires = await feedOf({ name: '另一项', vanished: 'retire' })
  await run(retires)
  const saw = (await tools()).find((row) => row.values['number'] === 'T2')!
  await other.query(`DELETE FROM tools WHERE gjh = 'T2'`)
  expect(await run(retires)).toMatchObject({ missing: 1, retired: 1 })
  expect((await tools()).map((row) => row.values['number'])).toEqual(['T1', 'T3'])
  expect(await run(retires)).toMatchObject({ missing: 0, retired: 0 })
  await put(['T2', '圆锯'])
  await run(retires)
  expect((await tools()).find((row) => row.id === saw.id)!.values['name']).toBe('圆锯')
})

it('takes nothing out of use when a source loses more than a fifth at once', async () => {
  await put(...Array.from({ length: 50 }, (_, i) => [`T${i}`, `工具${i}`] as const))
  const feed = await feedOf({ vanished: 'retire' })
  await run(feed)
  await other.query(`DELETE FROM tools WHERE gjh > 'T2'`)
  expect(await run(feed)).toMatchObject({ retired: 0 })
  expect((await runs(feed))[0]!.note!.zh).toContain('没有停用任何记录')
  expect(await tools()).toHaveLength(50)
})

it('says beforehand what it would do', async () => {
  await put(['T1', '锤子'], ['T2', '电钻', '9'])
  const preview = await previewFeed(db.engine, college.id, settings(), secret, undefined)
  expect(preview).toMatchObject({
    counts: { read: 2, created: 1, wrong: 1 },
    isPart: false,
    wrong: [{ texts: { gjh: 'T2' } }],
  })
  const feed = await feedOf()
  expect(await run(feed, 'dry')).toMatchObject({ created: 1, wrong: 1 })
  expect(await tools()).toEqual([])
  expect((await dead(feed)).rows).toEqual([])
})

it('shows the columns, knows those of the standard, and some rows', async () => {
  await put(['T1', '锤子'])
  const sample = await sampleSource(
    db.engine,
    keeper,
    db.engine.catalogue.registers.get('tools')!,
    source,
    secret,
    undefined,
  )
  const meant = Object.fromEntries(sample.columns.map(({ column, field }) => [column, field]))
  expect(meant).toMatchObject({ gjh: 'number', gjmc: 'name', lbm: 'kind', dj: 'price', changed: null })
  expect(sample.columns.find((one) => one.column === 'lbm')!.values).toEqual({ '1': 'hand', '2': 'power' })
  expect(sample.rows).toHaveLength(1)
})

it('appends events, once each', async () => {
  await put(['T1', '锤子'])
  await run(await feedOf())
  await other.query(`DROP TABLE IF EXISTS readings; CREATE TABLE readings (at timestamp, tool text, phase text, energy numeric);
    INSERT INTO readings SELECT '2024-01-31 23:00'::timestamp + n * interval '1 minute', 'T1', '3', n FROM generate_series(1, 120) n`)
  const feed = await feedOf({
    name: '读数',
    register: 'readings',
    source: { ...source, from: 'readings' },
    mapping: ['at', 'tool', 'phase', 'energy'].map((name) => ({ column: name, field: name })),
    mode: 'changed',
    changedColumn: 'at',
  })
  expect(await run(feed)).toMatchObject({ created: 120, wrong: 0 })
  expect(await run(feed)).toMatchObject({ read: 1, created: 0, unchanged: 1 })
  expect(await run(feed, 'everything')).toMatchObject({ read: 120, created: 0, unchanged: 120 })
})

it('can change nothing at the source', async () => {
  await put(['T1', '锤子'])
  await other.query(`CREATE OR REPLACE FUNCTION sly() RETURNS integer LANGUAGE sql AS 'DELETE FROM tools; SELECT 1'`)
  for (const from of [
    'SELECT sly() AS gjh, * FROM tools',
    'SELECT 1) AS s; COMMIT; DELETE FROM tools; SELECT (1',
    'tools; DELETE FROM tools',
  ])
    await expect(
      previewFeed(db.engine, college.id, settings({ source: { ...source, from } }), secret, undefined),
    ).rejects.toBeInstanceOf(Refusal)
  expect((await other.query('SELECT gjh FROM tools')).rowCount).toBe(1)
})

it('says in words what is wrong with an address, a password or a query', async () => {
  const said = async (more: Partial<typeof source>, password = secret) => {
    const failure = await previewFeed(
      db.engine,
      college.id,
      settings({ source: { ...source, ...more } }),
      password,
      undefined,
    ).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Refusal)
    expect((failure as Refusal).message).not.toContain(secret)
    return (failure as Refusal).label.zh
  }
  expect(await said({ port: 1 })).toContain('连不上')
  expect(await said({}, 'not-it')).toContain('拒绝登录')
  expect(await said({ from: 'nothing' })).toContain('没有“nothing”')
  expect(await said({ from: 'SELECT gjh, gjh FROM tools' })).toContain('两列都叫')
  expect(await said({ from: 'SELECT nonsense' })).toContain('不能执行')
})

it('is set up only by those who may write all of the register, and fills only what they may', async () => {
  const clerk = await college.actor(['clerk', college.east])
  await expect(inCollege((tx) => createFeed(db.engine, tx, clerk, settings()))).rejects.toMatchObject({
    code: 'not-allowed',
  })
  expect(feedableRegisters(db.engine, clerk)).toEqual([])
  expect(feedableRegisters(db.engine, keeper).find((one) => one.name === 'tools')).toMatchObject({
    key: ['number'],
    isEvents: false,
  })
  const feed = await feedOf()
  await expect(inCollege((tx) => getFeed(db.engine, tx, clerk, feed.id))).rejects.toMatchObject({ code: 'not-allowed' })
  const wrong: readonly [Partial<FeedSettings>, string][] = [
    [{ mapping: mapping.slice(1) }, '编号'],
    [{ mapping: [...mapping, { column: 'x', field: 'total' }] }, '总价'],
    [{ mapping: [...mapping, { column: 'x', field: 'name' }] }, '两列'],
    [{ mode: 'changed' }, '判断变化'],
    [{ mode: 'changed', changedColumn: 'changed', vanished: 'list' }, '读取全部'],
    [{}, '同名'],
  ]
  for (const [more, words] of wrong)
    await expect(inCollege((tx) => createFeed(db.engine, tx, keeper, settings(more)))).rejects.toMatchObject({
      label: { zh: expect.stringContaining(words) },
    })
})

it('sends a kept password nowhere but where it was entered for, and keeps it encrypted', async () => {
  const feed = await feedOf()
  const [kept] = await inCollege((tx) =>
    tx.run<{ secret: string }>(sql`SELECT secret FROM feeds WHERE id = ${feed.id}`),
  )
  expect(kept!.secret).not.toContain(secret)
  expect(JSON.stringify(feed)).not.toContain(secret)
  await expect(
    inCollege((tx) =>
      changeFeed(db.engine, tx, keeper, feed.id, {
        ...settings({ source: { ...source, host: 'elsewhere' } }),
        version: 1,
      }),
    ),
  ).rejects.toMatchObject({ label: { zh: expect.stringContaining('重新填写') } })
  await inCollege((tx) => changeFeed(db.engine, tx, keeper, feed.id, { ...settings({ name: '改名' }), version: 1 }))
  await put(['T1', '锤子'])
  expect(await run(feed)).toMatchObject({ created: 1 })
  await inCollege((tx) => removeFeed(db.engine, tx, keeper, feed.id))
  await expect(inCollege((tx) => getFeed(db.engine, tx, keeper, feed.id))).rejects.toMatchObject({ code: 'not-found' })
  expect(await tools()).toHaveLength(1)
})

it('knows a key again that an earlier batch has, though batches are taken side by side', async () => {
  await other.query(
    `INSERT INTO tools SELECT 'T' || n % 9000, '工具' || CASE n WHEN 9001 THEN '别的' ELSE (n % 9000)::text END, '1', '2020-01-01 00:00+08', 1, 1, 'east' FROM generate_series(1, 12000) n`,
  )
  const feed = await feedOf()
  expect(await run(feed)).toMatchObject({ read: 12_000, created: 9000, changed: 0, unchanged: 2999, wrong: 1 })
  expect((await dead(feed)).rows.map((row) => row.texts['gjmc'])).toEqual(['工具别的'])
  expect(await countTools()).toBe(9000)
}, 120_000)

it('leaves whole batches when it is cancelled, and the next run goes on', async () => {
  await other.query(
    `INSERT INTO tools SELECT 'T' || n, '工具' || n, '1', '2020-01-01 00:00+08', 1, 1, 'east' FROM generate_series(1, 12000) n`,
  )
  const feed = await feedOf()
  const stop = new AbortController()
  const stopped = runFeed(db.engine, {
    college: college.id,
    feed: feed.id,
    what: 'usual',
    askedBy: '',
    folder: undefined,
    signal: stop.signal,
    progress: async () => stop.abort(),
  })
  await expect(stopped).rejects.toThrow('aborted')
  const [cut] = await runs(feed)
  // The batch that was at work beside the first one is rolled back or whole, too.
  const created = cut!.counts.created
  expect([5000, 10_000]).toContain(created)
  expect(cut).toMatchObject({ state: 'stopped', counts: { read: created, created } })
  expect(await countTools()).toBe(created)
  expect(await run(feed)).toMatchObject({ read: 12_000, created: 12_000 - created, unchanged: created })
}, 120_000)

it('says where a source broke off, keeps what was taken, and the next run goes on', async () => {
  await other.query(
    `INSERT INTO tools SELECT 'T' || n, '工具' || n, '1', '2020-01-01 00:00+08', 1, 1, 'east' FROM generate_series(1, 40000) n`,
  )
  const feed = await feedOf()
  let isCut = false
  const broken = runFeed(db.engine, {
    college: college.id,
    feed: feed.id,
    what: 'usual',
    askedBy: '',
    folder: undefined,
    async progress() {
      if (isCut) return
      isCut = true
      await other.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
    },
  })
  await expect(broken).rejects.toMatchObject({ label: { zh: expect.stringContaining('中断') } })
  const [failed] = await runs(feed)
  expect(failed).toMatchObject({ state: 'failed' })
  const { created } = failed!.counts
  expect(created).toBeGreaterThanOrEqual(5000)
  expect(created).toBeLessThan(40_000)
  expect(await countTools()).toBe(created)
  expect(await run(feed)).toMatchObject({ read: 40_000, created: 40_000 - created, unchanged: created })
}, 120_000)
