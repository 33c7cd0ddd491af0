import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { loanTable, readingTable, reportingCatalogue, toolTable } from '../../testing/reporting-college.ts'
import type { StandardTable } from '../../language/standard.ts'
import { type CheckedRow, type Fault, referencesOf, tableChecker } from './check-rows.ts'
import { checkTables, scoreOf } from './check-tables.ts'
import { creditCodeCheck } from './check-value.ts'
import { isOverdue, mappingOf } from './coverage.ts'
import { countStandardRows, standardRows } from './standard-rows.ts'

let db: TestDatabase
let college: TestCollege
let saw: string
let drill: string
const catalogue = reportingCatalogue()

beforeAll(async () => {
  db = await openTestDatabase(catalogue)
  college = await makeTestCollege(db.engine, 'reporting')
  const keeper = await college.person('王示', college.east)
  saw = await college.add('tools', {
    number: 'T1',
    name: '锯',
    kind: 'hand',
    boughtOn: '2023-09-01',
    price: '120.50',
    weight: '2.50',
    workshop: college.east,
    keeper,
  })
  drill = await college.add('tools', { number: 'T2', name: '钻', kind: 'power', workshop: college.west })
  const loan = { tool: saw, lentOn: '2023-09-02', year: '2023' }
  await keep(saw)
  await keep(drill)
  await college.add('tools', { number: 'T3', name: '草稿', kind: 'hand', workshop: college.west })
  await college.add('loans', { ...loan, number: 'L1', returnedOn: '2023-10-01' })
  await college.add('loans', { ...loan, number: 'L2', damaged: true })
  await college.add('readings', { at: '2023-09-01T08:05:09', tool: drill, phase: 'three', energy: '1.50' })
  await college.add('readings', { at: '2023-11-30T23:59:59', tool: saw, note: '空载' })
})
afterAll(() => db.close())

/** Brings a tool to the state in which it counts. */
async function keep(id: string) {
  await db.database.inCollege(college.id, (tx) =>
    tx.run(sql`UPDATE records.tools SET state = 'kept' WHERE college_id = ${college.id} AND id = ${id}`),
  )
}

async function rowsOf(table: StandardTable, request = {}) {
  const found: Record<string, string | null>[] = []
  await db.database.inCollege(college.id, async (tx) => {
    for await (const batch of standardRows(db.engine, tx, table, request))
      for (const row of batch)
        found.push(Object.fromEntries(table.columns.map(([, name], i) => [name, row.values[i] ?? null])))
  })
  return found
}

describe('rows of a standard', () => {
  it('are written as the standard wants them', async () => {
    const [first, second] = await rowsOf(toolTable)
    expect(first).toMatchObject({
      DWDM: 'stores',
      GJH: 'T1',
      LBM: '1',
      GZRQ: '20230901',
      DJ: '120.5',
      ZL: '2.5',
      CJMC: 'east 单位',
      BGRDH: null,
      QDH: null,
    })
    expect(first!['KEY']).toBe(saw.replaceAll('-', '').toUpperCase())
    expect(first!['SJCJSJ']).toMatch(/^20\d{12}$/)
    expect(second).toMatchObject({ GJH: 'T2', LBM: '2', GZRQ: null, DJ: null })
  })

  it('are those that the table wants, through references', async () => {
    expect(await rowsOf(loanTable)).toEqual([
      expect.objectContaining({ JTH: 'L1', GJH: 'T1', GJDW: 'east 单位', XN: '2022-2023', SFSH: '0', LY: '01' }),
    ])
    await db.database.inCollege(college.id, async (tx) =>
      expect(await countStandardRows(db.engine, tx, loanTable)).toBe(1),
    )
  })

  it('take moments apart and name codes; events are read in batches', async () => {
    const rows = await rowsOf(readingTable, { batch: 1 })
    expect(rows).toHaveLength(2)
    expect(rows).toContainEqual(
      expect.objectContaining({
        DSRQ: '20230901',
        DSSJ: '080509',
        DSJ: '20230901080509',
        XWM: '3',
        XWMC: '三相',
        DL: '1.5',
        BZ: '钻',
      }),
    )
    expect(rows).toContainEqual(expect.objectContaining({ DSJ: '20231130235959', XWM: null, BZ: '空载' }))
  })

  it('belong to one college', async () => {
    const other = await makeTestCollege(db.engine, 'elsewhere')
    await db.database.inCollege(other.id, async (tx) => {
      for await (const batch of standardRows(db.engine, tx, toolTable)) expect(batch).toEqual([])
    })
  })
})

describe('a check', () => {
  it('finds what records alone cannot see, table by table', async () => {
    await db.database.inCollege(college.id, async (tx) => {
      const checks = []
      for await (const check of checkTables(db.engine, tx, [toolTable, loanTable, readingTable])) checks.push(check)
      expect(checks.map(({ table, rows, valid }) => [table.name, rows, valid])).toEqual([
        ['ODS_TOOL', 2, 1],
        ['ODS_LOAN', 1, 1],
        ['ODS_READING', 2, 2],
      ])
      expect(checks[0]!.faults).toEqual([expect.objectContaining({ row: drill, column: 'ZL', kind: 'needs' })])
    })
  })

  const references = referencesOf(loanTable, catalogue.standardTables.values(), catalogue.registers)
  const good = ['A'.repeat(32), 'L1', 'T1', '东', '20230902', '20231001', '2022-2023', '0', '01']
  const check = (...rows: CheckedRow[]): Fault[] => {
    const checker = tableChecker(loanTable, references, () => new Set(['T1', 'T2']))
    return rows.flatMap((row) => checker.check(row))
  }
  const changed = (at: number, value: string | null): CheckedRow => ({
    id: 'r1',
    values: good.map((v, i) => (i === at ? value : v)),
  })

  it('knows what another table must have', () => expect(references).toEqual({ GJH: 'ODS_TOOL.GJH' }))

  it('passes a good row', () => expect(check({ id: 'r1', values: good })).toEqual([]))

  it.each([
    ['missing', 1, null],
    ['missing', 1, '  '],
    ['length', 1, 'L'.repeat(21)],
    ['reference', 2, 'T9'],
    ['format', 4, '20230931'],
    ['format', 4, '2023-09-02'],
    ['format', 4, '202309'],
    ['order', 5, '20230901'],
  ] as const)('finds what is %s (column %i: %j), and only that', (kind, at, value) => {
    expect(check(changed(at, value)).map((f) => f.kind)).toEqual([kind])
  })

  it('finds doubles of the key', () => {
    expect(check({ id: 'r1', values: good }, { id: 'r2', values: good })).toEqual([
      expect.objectContaining({ row: 'r2', column: 'KEY', kind: 'duplicate' }),
    ])
  })

  const tool = ['B'.repeat(32), '10', 'T1', '锯', '1', null, '1.5', '2.5', '东', '13800000000', null, '20230901080509']
  const checkTool = (at: number, value: string | null) =>
    tableChecker(toolTable, {}, () => undefined)
      .check({ id: 'r', values: tool.map((v, i) => (i === at ? value : v)) })
      .map((f) => f.kind)

  it.each([
    ['type', 6, '一元'],
    ['type', 6, '1,000'],
    ['length', 6, '1.234'],
    ['length', 7, '2.55'],
    ['length', 7, '1234567'],
    ['code', 4, '3'],
    ['format', 9, '无'],
    ['format', 11, '20230901080560'],
  ] as const)('finds what is %s in numbers, codes and phones (column %i: %j)', (kind, at, value) => {
    expect(checkTool(at, value)).toEqual([kind])
  })
})

it('the check character of a credit code is that of GB 32100', () => {
  expect(creditCodeCheck('91350100M000100Y4')).toBe('3')
  expect(creditCodeCheck('91350100M000100YI')).toBeUndefined()
})

it('coverage counts columns and says why one is not filled', () => {
  expect(mappingOf(toolTable)).toEqual({
    fields: 12,
    mapped: 11,
    mandatory: 7,
    mandatoryMapped: 7,
    unmapped: [{ column: 'QDH', label: '渠道号', why: { zh: '学校不登记渠道', en: 'The college keeps no channels' } }],
  })
})

it.each([
  [loanTable, null, true],
  [loanTable, '2023-11-19', true],
  [loanTable, '2023-11-20T09:00:00Z', false],
  [toolTable, '2023-11-01', false],
  [toolTable, '2023-10-01', true],
] as const)('%# a report is overdue after its frequency', (table, last, expected) => {
  expect(isOverdue(table, last, '2023-11-22')).toBe(expected)
})

it.each([
  [0, 0, null],
  [3, 3, '100.00'],
  [3, 2, '66.67'],
  [3, 0, '0.00'],
  [200_000, 199_999, '100.00'],
] as const)('of %i rows %i good ones score %s', (rows, valid, score) => expect(scoreOf({ rows, valid })).toBe(score))
