import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { migrations } from '../src/database/migrate.ts'
import { grants } from '../src/database/migrations/0001-foundation.ts'
import { planTables, tableOf } from '../src/database/plan.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { familySql } from '../src/engine/indicators/measure-records.ts'
import { rowsBehind } from '../src/engine/indicators/rows-behind.ts'
import { hearChanges } from '../src/engine/outbox.ts'
import { listRecords } from '../src/engine/records/list.ts'
import { registerStatistics } from '../src/engine/records/statistics.ts'
import { createMany, updateMany } from '../src/engine/records/write-many.ts'
import { formulasOf, measuresOf } from '../src/language/catalogue.ts'
import { createApp } from '../src/server/app.ts'
import { readSettings } from '../src/server/settings.ts'
import { addressesOf, type CollegeInUse, collegeInUse } from '../src/testing/college-in-use.ts'
import { testCatalogue } from '../src/testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'
import { routesOf } from '../src/testing/routes.ts'

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const compiled = (statement: RawBuilder<unknown>) => oneLine(statement.compile(compiler).sql)

const catalogue = testCatalogue()
const COLLEGE = '00000000-0000-7000-8000-0000000000c0'
/** Statements that the program sent, as text without values. */
const sent = new Set<string>()

let db: TestDatabase
let college: CollegeInUse
beforeAll(async () => {
  db = await openTestDatabase(catalogue)
  const settings = readSettings({ DATA_DIR: db.engine.filesDir, LOG_LEVEL: 'silent', TRUST_PROXY: '1' })
  const app = await createApp({ engine: db.engine, settings })
  await app.ready()
  const query = vi.spyOn(pg.Client.prototype, 'query')
  college = await collegeInUse(db, app, 'A')
  for (const route of routesOf(app)) {
    if (route.method !== 'GET') continue
    for (const url of addressesOf(route, college))
      await college.call(college.keeper, 'GET', `${url}?period=2023&q=机密&codes=t.tools,t.loans&periods=2023,2022`)
  }
  const system = asSystem(college.id, 'test')
  await db.database.inCollege(college.id, async (tx) => {
    const tool = (number: string) => ({ values: { number, name: number, kind: 'hand', workshop: college.east } })
    await createMany(db.engine, tx, system, 'tools', [tool('m1'), tool('m2')])
    const { rows } = await listRecords(db.engine, tx, system, { register: 'tools', q: 'm1' })
    await updateMany(db.engine, tx, system, 'tools', [{ id: rows[0]!.id, version: 1, values: { pieces: 2 } }], 'test')
    await hearChanges(db.engine, tx)
  })
  const keeper = { ...system, accountId: college.ids['id']![4]! }
  for (const url of [
    `/api/registers/tools/${college.westTool.id}/actions/reopen`,
    '/api/figures/t.area/actions/approve',
  ])
    await college.call(college.keeper, 'POST', url, {
      version: url.includes('tools') ? 4 : 2,
      period: '2023',
      comment: 'test',
    })
  await college.call(college.keeper, 'POST', `/api/imports/${college.ids['id']![7]}/accept`, {})
  await college.call(college.keeper, 'POST', `/api/accounts/${keeper.accountId}/lock`, {})
  await college.call(college.keeper, 'POST', '/api/notices/read', { ids: 'all' })
  await college.call(college.keeper, 'POST', '/api/rules/power-loans-within-loans/sign-off', {
    period: '2023',
    reason: 'test',
  })
  await college.call(college.keeper, 'POST', '/api/periods/2022/lock', { locked: true, comment: 'test' })
  for (const [first] of query.mock.calls) {
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
    if (text && /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|\()/i.test(text)) sent.add(oneLine(text))
  }
  query.mockRestore()
  await app.close()
})
afterAll(() => db.close())

describe('generated SQL', () => {
  it('makes these tables of the made-up registers', () => {
    expect(
      planTables(catalogue.registers.values(), { tables: new Map(), indexes: new Set() }, 'jiangxin_app').join(';\n'),
    ).toMatchSnapshot()
  })

  it('counts each register once for all its indicators', () => {
    const window = { period: '2023', start: '2022-09-01', end: '2023-08-31' }
    for (const register of ['tools', 'loans']) {
      const measures = [...catalogue.indicators.values()]
        .flatMap((i) => formulasOf(i).flatMap(measuresOf))
        .filter((m) => m.register === register)
      const wanted = measures.map((measure, i) => ({ key: String(i), measure, window }))
      expect(compiled(familySql(catalogue, COLLEGE, register, wanted))).toMatchSnapshot(
        `${register}: the college and its units`,
      )
      expect(compiled(familySql(catalogue, COLLEGE, register, wanted.slice(0, 1), [COLLEGE]))).toMatchSnapshot(
        `${register}: some units`,
      )
    }
  })

  it('lists, searches and opens a figure like this', async () => {
    const query = vi.spyOn(pg.Client.prototype, 'query')
    const clerk = await college.actor(['clerk', college.east], ['member', college.west])
    query.mockClear()
    await db.database.inCollege(college.id, async (tx) => {
      const request = {
        register: 'tools',
        q: '工具 a',
        where: [
          ['kind', 'in', ['hand', 'power']],
          ['boughtOn', 'atLeast', '2020-01-01'],
          ['name', 'contains', '50%'],
          ['weight', 'empty', null],
        ] as const,
        sort: '-boughtOn',
        limit: 20,
      }
      const after = Buffer.from(JSON.stringify(['2023-01-01', COLLEGE])).toString('base64url')
      await listRecords(db.engine, tx, clerk, { ...request, after })
      await registerStatistics(db.engine, tx, clerk, { register: 'tools' })
      await rowsBehind(db.engine, tx, clerk, { code: 't.power-loans', period: '2023', part: 'value' })
    })
    const texts = query.mock.calls
      .map(([first]) => (first as { text?: string }).text ?? '')
      .filter((text) => text.includes('records.') || text.includes('"records"'))
    query.mockRestore()
    expect(texts.map(oneLine).join('\n')).toMatchSnapshot()
  })
})

/** Tables of which every row belongs to a college. */
const owned = (name: string) => name.startsWith('records.') || name in grants
const tablesIn = (text: string) =>
  [...text.replaceAll('"', '').matchAll(/\b(?:FROM|JOIN|UPDATE|USING)\s+(?:ONLY\s+)?([a-z_.]+)(?!\s*\()/gi)]
    .map(([, name]) => name!)
    .filter(owned)

const forgetsCollege = (text: string) => tablesIn(text).length > (text.match(/college_id"?\s*=/g)?.length ?? 0)

const UNSENDABLE =
  /\b(now|clock_timestamp|statement_timestamp|date_trunc|to_jsonb|jsonb_build_object|row_to_json|concat|concat_ws|to_char|age|random|gen_random_uuid|format|to_tsvector)\s*\(|\bcurrent_(date|timestamp|user)\b|[a-z_"]::(date|timestamptz|timestamp|time|text|jsonb)\b|\binterval\b/i

function callsInUpdate(text: string): boolean {
  const update = /\bUPDATE\s.*|\bDO UPDATE SET.*/i.exec(text)?.[0] ?? ''
  const harmless = update
    // The words of a search are IMMUTABLE once the configuration is named.
    .replace(/to_tsvector\('simple'(::regconfig)?,/g, '')
    // A document is read the same whatever the settings of the connection.
    .replace(/\be\."?[a-z_0-9]+"?::jsonb\b/g, '')
  return UNSENDABLE.test(harmless)
}

describe('every statement that the program sends', () => {
  it('was heard by this test', () => {
    expect(sent.size).toBeGreaterThan(150)
    expect([...sent].filter((text) => text.startsWith('UPDATE')).length).toBeGreaterThan(8)
    expect([...sent].filter((text) => /ON CONFLICT/.test(text)).length).toBeGreaterThan(2)
  })

  it('names the college for each table it reads or changes', () => {
    expect([...sent].filter(forgetsCollege)).toEqual([])
    for (const text of sent)
      if (text.startsWith('INSERT INTO') && owned(/^INSERT INTO "?([a-z_."]+)/.exec(text)![1]!.replaceAll('"', '')))
        expect(text).toContain('college_id')
    expect(forgetsCollege('SELECT 1 FROM evidence e JOIN files f ON f.sha256 = e.sha256 WHERE e.college_id = $1')).toBe(
      true,
    )
  })

  it('changes rows without functions that Citus cannot send to them', () => {
    expect([...sent].filter(callsInUpdate)).toEqual([])
    for (const planted of [
      'updated_at = now()',
      'at = "at"::date',
      'body = to_jsonb(body)',
      'uses = e."uses"::text[]',
      'search = to_tsvector(name)',
    ])
      expect([planted, callsInUpdate(`UPDATE records.tools SET ${planted} WHERE college_id = $1`)]).toEqual([
        planted,
        true,
      ])
  })

  it('settles conflicts with the new values and constants only', () => {
    for (const text of sent) {
      const [, set] = /DO UPDATE SET (.*?)(?: RETURNING .*)?$/.exec(text) ?? []
      if (!set) continue
      const functions = [...set.matchAll(/\b([a-z_]+)\s*\(/g)].map(([, name]) => name)
      expect([text, functions.filter((name) => !['coalesce', 'greatest', 'least'].includes(name!))]).toEqual([text, []])
    }
  })

  it('never moves a row to another college, and locks rows of one college only', () => {
    for (const text of sent) {
      const set = /\bSET (.*?)(?= WHERE | FROM |$)/.exec(text)?.[1] ?? ''
      expect(set).not.toMatch(/\bcollege_id"? =/)
      if (/FOR UPDATE|GROUPING SETS|WITH RECURSIVE/i.test(text)) expect(text).toMatch(/college_id"? = \$/)
      expect(text).not.toMatch(/\bTRUNCATE\b|\bLOCK TABLE\b/i)
    }
  })
})

describe('every table', () => {
  const plan = [
    ...planTables(declarations.registers, { tables: new Map(), indexes: new Set() }, 'jiangxin_app'),
    ...migrations.flatMap(({ sql: text }) => text.split(';').map(oneLine)),
  ]

  it('has the college first in every key, and nothing that Citus cannot distribute', () => {
    const wrong: string[] = []
    for (const statement of plan) {
      if (/CREATE TABLE (colleges|schema_versions)\b/.test(statement)) continue
      const plain = statement.replaceAll('"', '')
      for (const [key] of plain.matchAll(/(?:PRIMARY KEY|UNIQUE|FOREIGN KEY)\s*\([^)]*\)/g))
        if (!/\(college_id\b/.test(key)) wrong.push(`${key} in ${plain.slice(0, 60)}`)
      for (const [, , columns] of plain.matchAll(/REFERENCES ([a-z_.]+) \(([^)]*)\)/g))
        if (!columns!.startsWith('college_id')) wrong.push(plain)
      if (/CREATE (UNIQUE )?INDEX/.test(plain) && !/\(college_id\b|USING gin/.test(plain)) wrong.push(plain)
      if (
        /\bREFERENCES [a-z_.]+(?![a-z_.]| \()|ON DELETE|ON UPDATE|\bTRIGGER\b|\b(BIG|SMALL)?SERIAL\b|\bGENERATED\b|\bINHERITS\b|\bEXCLUDE\b/i.test(
          plain,
        )
      )
        wrong.push(plain)
    }
    expect(wrong).toEqual([])
  })

  it('has a wall around each college, and no right to remove records or history', () => {
    for (const register of declarations.registers) {
      const own = plan.filter((statement) => statement.includes(`records."${tableOf(register)}"`))
      expect(own.filter((statement) => /(ENABLE|FORCE) ROW LEVEL SECURITY/.test(statement))).toHaveLength(2)
      expect(own.filter((statement) => statement.startsWith('CREATE POLICY'))).toHaveLength(1)
      expect(own.filter((statement) => statement.startsWith('GRANT')).join()).not.toContain('DELETE')
    }
    const tables = plan
      .flatMap((statement) => /CREATE TABLE ([a-z_]+) \(/.exec(statement)?.[1] ?? [])
      .filter((name) => !['colleges', 'schema_versions', 'retention'].includes(name))
    expect(Object.keys(grants).sort()).toEqual(tables.sort())
    for (const name of ['history', 'audit', 'publications']) expect(grants[name]).toBe('SELECT, INSERT')
  })

  it('keeps a wall also when a statement forgets the college', async () => {
    const other = '00000000-0000-7000-8000-0000000000c1'
    for (const name of [
      ...Object.keys(grants),
      ...[...catalogue.registers.values()].map((r) => `records.${tableOf(r)}`),
    ]) {
      const rows = await db.database.inCollege(other, (tx) => tx.run(sql`SELECT 1 FROM ${sql.table(name)} LIMIT 1`))
      expect([name, rows]).toEqual([name, []])
    }
  })
})
