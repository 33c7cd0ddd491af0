import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Tx } from '../../database/connection.ts'
import { historyOf } from '../history/read.ts'
import { act } from '../records/act.ts'
import { listRecords } from '../records/list.ts'
import type { Refusal } from '../refusal.ts'
import { readSheet } from '../sheets/read-sheet.ts'
import type { WriteCell } from '../sheets/sheet-spec.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { acceptImport, cancelImport } from './accept-import.ts'
import { previewImport } from './preview-import.ts'
import { problemsSheet } from './problems-sheet.ts'
import { getImport } from './stored-import.ts'
import { templateFor } from './template.ts'

// Everybody may see the units, as in a real college; what a sheet names must be readable to whoever sends it.
const declared = testCatalogue()
const units = declared.registers.get('units')!
const openUnits = {
  ...units,
  access: { ...units.access, clerk: { read: 'college', write: 'unit' }, member: { read: 'college' } },
} as const
const catalogue = { ...declared, registers: new Map([...declared.registers, ['units', openUnits]]) }

let db: TestDatabase
let college: TestCollege
let other: TestCollege
beforeAll(async () => {
  db = await openTestDatabase(catalogue)
  college = await makeTestCollege(db.engine, 'A')
  other = await makeTestCollege(db.engine, 'B')
})
afterAll(() => db.close())

const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => db.database.inCollege(actor.collegeId, work)
const workbook = (headers: readonly string[], rows: readonly (readonly WriteCell[])[]) =>
  writeSheet({ sheetName: '数据', columns: headers.map((header) => ({ header, kind: 'text' as const })), rows })
async function preview(
  actor: Actor,
  register: string,
  headers: readonly string[],
  rows: readonly (readonly WriteCell[])[],
) {
  const bytes = await workbook(headers, rows)
  return inTx(actor, (tx) => previewImport(db.engine, tx, actor, register, { bytes, fileName: '数据.xlsx' }))
}
const accept = (actor: Actor, id: string, comment?: string) =>
  inTx(actor, (tx) => acceptImport(db.engine, tx, actor, id, comment))
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (e: Refusal) => e,
  )
const find = async (actor: Actor, number: string, register = 'tools') =>
  (await inTx(actor, (tx) => listRecords(db.engine, tx, actor, { register, where: [['number', 'is', number]] })))
    .rows[0]
const messages = (p: { problems: readonly { row: number; column: string | null; message: { zh: string } }[] }) =>
  p.problems.map((x) => [x.row, x.column, x.message.zh])

const HEADERS = ['编号', '名称', '类别', '用途', '购置日期', '单价（元）', '件数', '重量', '车间', '保管人']

describe('an import', () => {
  it('creates, then changes, then finds nothing to do; every step is remembered', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const rows = [
      ['I1', '台钳', '手动', '手动；电动', '2023/9/1', '1,200.50', '3', '12.5', 'east 单位', ''],
      ['I2', '角磨机', 'Power', '', '2023年9月2日', '¥88', '', '', 'east-room', ''],
    ]
    const shown = await preview(clerk, 'tools', HEADERS, rows)
    expect(shown).toMatchObject({
      rows: 2,
      creates: 2,
      updates: 0,
      unchanged: 0,
      problemCount: 0,
      unknownColumns: [],
      missingColumns: [],
    })
    expect(shown.sample[0]).toMatchObject({
      row: 2,
      kind: 'create',
      values: { kind: 'hand', uses: ['hand', 'power'], price: '1200.50', workshop: 'east 单位' },
    })
    expect(await find(clerk, 'I1')).toBeUndefined()
    expect(await accept(clerk, shown.id)).toEqual({ creates: 2, updates: 0 })
    const made = (await find(clerk, 'I1'))!
    expect(made).toMatchObject({
      state: 'draft',
      version: 1,
      unitId: college.east,
      values: { boughtOn: '2023-09-01', price: '1200.50', pieces: 3, total: '3601.50', weight: '12.50' },
    })
    expect((await inTx(clerk, (tx) => historyOf(tx, 'tools', made.id)))[0]).toMatchObject({
      action: 'create',
      reason: '导入：数据.xlsx',
      actor: clerk.accountId,
    })

    const again = await preview(clerk, 'tools', HEADERS, rows)
    expect(again).toMatchObject({ creates: 0, updates: 0, unchanged: 2, problemCount: 0 })
    // A column that is absent leaves what is there; an empty cell empties it.
    const less = await preview(
      clerk,
      'tools',
      ['Pieces', ' 编号* ', '购置日期'],
      [
        ['4', 'I1', ''],
        ['', 'I2', '2023-09-02'],
      ],
    )
    expect(less).toMatchObject({ creates: 0, updates: 1, unchanged: 1 })
    expect(less.missingColumns.map((l) => l.zh)).toEqual(['名称', '类别', '用途', '单价', '重量', '车间', '保管人'])
    expect(less.sample[0]).toMatchObject({
      kind: 'update',
      values: { pieces: 4 },
      before: { pieces: 3, boughtOn: '2023-09-01' },
    })
    expect(await accept(clerk, less.id)).toEqual({ creates: 0, updates: 1 })
    expect(await find(clerk, 'I1')).toMatchObject({
      version: 2,
      values: { pieces: 4, boughtOn: null, name: '台钳', price: '1200.50', total: '4802.00' },
    })
    expect((await refusal(accept(clerk, less.id))).code).toBe('conflict')
  })

  it('names every problem by row and column, and does nothing when there is one', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const headers = [...HEADERS, '总价', 'Identity', '资料', '备注']
    const good = ['J0', '好', '手动', '', '', '', '', '', 'east 单位', '', '', '', '', '']
    const shown = await preview(clerk, 'tools', headers, [
      good,
      ['J1', '', '手动', '', '', '', '', '', 'east 单位', ''],
      ['J2', '坏', '气动', '锤', '2023-02-30', '1.234', '两个', '3 吨', 'east 单位', ''],
      [],
      ['J3', '重', '手动', '', '', '', '', '51', 'east 单位', ''],
      ['J0', '重复', '手动', '', '', '', '', '', 'east 单位', ''],
      ['', '无编号', '手动', '', '', '', '', '', 'east 单位', ''],
      ['J4', '别处', '手动', '', '', '', '', '', 'west 单位', ''],
      ['J5', '没有', '手动', '', '', '', '', '', '不存在', '谁'],
    ])
    expect(shown).toMatchObject({ rows: 8, creates: 1, updates: 0, unknownColumns: ['备注'] })
    expect(shown.ignoredColumns.map((c) => c.column)).toEqual(['总价', 'Identity', '资料'])
    const found = messages(shown)
    expect(found.map(([row, column]) => `${row} ${column}`)).toEqual([
      '3 名称',
      '4 类别',
      '4 用途',
      '4 购置日期',
      '4 单价（元）',
      '4 件数',
      '4 重量',
      '6 重量',
      '7 编号',
      '8 编号',
      '9 车间',
      '10 车间',
      '10 保管人',
    ])
    expect(found[8]![2]).toBe('第 2 行与第 7 行的“编号”相同，请只保留一行')
    expect(found[10]![2]).toContain('自己权限范围内')
    expect(found[12]![2]).toContain('姓名或工号')
    const no = await refusal(accept(clerk, shown.id))
    expect(no.code).toBe('invalid')
    expect(no.details.problems?.[0]).toMatchObject({ row: 3, column: '名称' })
    expect(await find(clerk, 'J0')).toBeUndefined()

    const spec = await inTx(clerk, (tx) => problemsSheet(db.engine, tx, clerk, shown.id))
    const sheet = await readSheet(await writeSheet(spec), 'p.xlsx')
    expect(sheet.headers.slice(0, 3)).toEqual(['问题', '编号', '名称'])
    expect(sheet.rows).toHaveLength(8)
    expect(sheet.rows[2]!.cells[0]).toContain('类别：')
    expect(sheet.rows[2]!.cells[5]).toBe('2023-02-30')
    // Corrected and sent again, the column of problems says nothing.
    const bytes = await writeSheet(spec)
    const back = await inTx(clerk, (tx) => previewImport(db.engine, tx, clerk, 'tools', { bytes, fileName: 'p.xlsx' }))
    expect(back).toMatchObject({ problemCount: shown.problemCount, unknownColumns: ['备注'] })
  })

  it('wants its key column, known headers and rows', async () => {
    const clerk = await college.actor(['clerk', college.east])
    expect(messages(await preview(clerk, 'tools', ['名称', '类别'], [['a', '手动']]))[0]![2]).toContain('缺少“编号”列')
    expect(messages(await preview(clerk, 'tools', ['x', 'y'], [['a', 'b']]))[0]![2]).toContain('没有一列能够识别')
    expect(messages(await preview(clerk, 'tools', ['编号', '名称', 'number'], [['a', 'b', 'c']]))[0]![2]).toContain(
      '同一列',
    )
    expect(messages(await preview(clerk, 'tools', ['编号', '名称'], []))[0]![2]).toContain('没有数据')
    const reader = await college.actor(['reader', college.root])
    expect((await refusal(preview(reader, 'tools', HEADERS, [['a']]))).code).toBe('not-allowed')
  })

  it('is all or nothing when somebody else changes a record meanwhile', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const colleague = await college.actor(['clerk', college.east])
    const row = (n: number, pieces: string) => [`K${n}`, `刨 ${n}`, '手动', '', '', '', pieces, '', 'east 单位', '']
    await accept(
      clerk,
      (
        await preview(
          clerk,
          'tools',
          HEADERS,
          [1, 2, 3].map((n) => row(n, '1')),
        )
      ).id,
    )
    const shown = await preview(clerk, 'tools', HEADERS, [row(1, '5'), row(2, '5'), row(3, '1'), row(4, '5')])
    expect(shown).toMatchObject({ creates: 1, updates: 2, unchanged: 1 })
    const second = (await find(clerk, 'K2'))!
    await inTx(colleague, (tx) =>
      act(db.engine, tx, colleague, {
        register: 'tools',
        id: second.id,
        action: 'update',
        version: 1,
        values: { name: '改了' },
      }),
    )
    const no = await refusal(accept(clerk, shown.id))
    expect([no.code, no.details.problems?.map((p) => p.row)]).toEqual(['stale', [3]])
    expect(await find(clerk, 'K1')).toMatchObject({ version: 1, values: { pieces: 1 } })
    expect(await find(clerk, 'K4')).toBeUndefined()
    // Made meanwhile: what was shown as new would now overwrite.
    const fresh = await preview(clerk, 'tools', HEADERS, [row(5, '5')])
    await college.add('tools', { number: 'K5', name: 'x', kind: 'hand', workshop: college.east })
    expect((await refusal(accept(clerk, fresh.id))).details.problems?.map((p) => p.row)).toEqual([2])
    // Two accept at once: one does it.
    const twice = await preview(clerk, 'tools', HEADERS, [row(6, '1')])
    const both = await Promise.allSettled([accept(clerk, twice.id), accept(clerk, twice.id)])
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
    // Two files with the same new record, accepted at once.
    const [a, b] = [
      await preview(clerk, 'tools', HEADERS, [row(7, '1')]),
      await preview(colleague, 'tools', HEADERS, [row(7, '2')]),
    ]
    const raced = await Promise.allSettled([accept(clerk, a.id), accept(colleague, b.id)])
    expect(raced.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    const [count] = await inTx(clerk, (tx) =>
      tx.run<{ n: number }>(sql`SELECT count(*) AS n FROM records.tools WHERE number = 'K7'`),
    )
    expect(count!.n).toBe(1)
  })

  it('stays within the scope of whoever sends it', async () => {
    const east = await college.actor(['clerk', college.east])
    const west = await college.actor(['clerk', college.west])
    const member = await college.actor(['member', college.west])
    const row = (n: string, unit: string, keeper = '') => [n, '锯', '手动', '', '', '', '', '', unit, keeper]
    await accept(east, (await preview(east, 'tools', HEADERS, [row('S1', 'east 单位')])).id)
    // A key that is taken out of sight is refused, and says nothing of what is there: not even that it is the same.
    for (const rows of [[row('S1', 'east 单位')], [row('S1', 'west 单位')]]) {
      const seen = await preview(west, 'tools', HEADERS, rows)
      expect(seen).toMatchObject({ creates: 0, updates: 0, unchanged: 0 })
      expect(JSON.stringify(seen.sample)).not.toContain(college.east)
    }
    // Neither into another unit nor out of one's own.
    const moved = await preview(east, 'tools', HEADERS, [row('S1', 'west 单位')])
    expect(moved.problemCount).toBe(1)
    const keeper = await college.person('远方 人', college.west)
    expect(messages(await preview(east, 'tools', HEADERS, [row('S2', 'east 单位', '远方 人')]))[0]![1]).toBe('保管人')
    // What stands in a record may stay, even when its name is out of sight; nothing else may come there.
    await college.add('tools', { number: 'S3', name: '锯', kind: 'hand', workshop: college.east, keeper })
    expect(await preview(east, 'tools', HEADERS, [row('S3', 'east 单位', '远方 人')])).toMatchObject({
      unchanged: 1,
      problemCount: 0,
    })
    expect(await preview(member, 'tools', HEADERS, [row('S4', 'west 单位'), row('S1', 'east 单位')])).toMatchObject({
      creates: 1,
      problemCount: 1,
    })
    // An import is its sender's alone.
    const own = await preview(east, 'tools', HEADERS, [row('S5', 'east 单位')])
    for (const stranger of [
      west,
      await college.actor(['keeper', college.root]),
      await other.actor(['keeper', other.root]),
    ]) {
      expect((await refusal(inTx(stranger, (tx) => getImport(tx, stranger, own.id)))).code).toBe('not-found')
      expect((await refusal(accept(stranger, own.id))).code).toBe('not-found')
    }
    await inTx(east, (tx) => cancelImport(tx, east, own.id))
    expect((await refusal(accept(east, own.id))).code).toBe('conflict')
  })

  it('follows the states: what may not be edited is refused, what counts asks why', async () => {
    const keeper = await college.actor(['keeper', college.root])
    const clerk = await college.actor(['clerk', college.east])
    const row = (pieces: string) => ['T1', '锉', '手动', '', '', '', pieces, '', 'east 单位', '']
    await accept(clerk, (await preview(clerk, 'tools', HEADERS, [row('1')])).id)
    const { id } = (await find(clerk, 'T1'))!
    const go = (actor: Actor, action: string, version: number) =>
      inTx(actor, (tx) => act(db.engine, tx, actor, { register: 'tools', id, action, version }))
    await go(clerk, 'submit', 1)
    await go(keeper, 'approve', 2)
    expect(await preview(clerk, 'tools', HEADERS, [row('1')])).toMatchObject({ unchanged: 1, problemCount: 0 })
    expect(messages(await preview(clerk, 'tools', HEADERS, [row('2')]))[0]![2]).toContain('kept')
    const shown = await preview(keeper, 'tools', HEADERS, [row('2')])
    expect(shown).toMatchObject({ updates: 1, needsComment: true })
    expect((await refusal(accept(keeper, shown.id))).details.problems?.[0]?.field).toBe('comment')
    expect(await accept(keeper, shown.id, '盘点')).toEqual({ creates: 0, updates: 1 })
    expect(await find(clerk, 'T1')).toMatchObject({ state: 'kept', version: 4, values: { pieces: 2 } })
  })

  it('keeps text that looks like a formula as text', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const name = '=HYPERLINK("http://x","y")'
    await accept(
      clerk,
      (
        await preview(clerk, 'tools', HEADERS, [
          ['F1', name, '手动', '', '', '', '', '', 'east 单位', ''],
          ["'F2", "'+cmd|' /C calc'!A0", '手动', '', '', '', '', '', 'east 单位', ''],
        ])
      ).id,
    )
    expect((await find(clerk, 'F1'))!.values['name']).toBe(name)
  })

  it('asks which record is meant when several have one name', async () => {
    const keeper = await college.actor(['keeper', college.root])
    await college.person('张伟', college.east)
    await college.person('张伟', college.west)
    const people = await inTx(keeper, (tx) =>
      listRecords(db.engine, tx, keeper, { register: 'people', where: [['name', 'is', '张伟']] }),
    )
    const numbers = people.rows.map((p) => String(p.values['number']))
    const row = (n: string, who: string) => [n, '尺', '手动', '', '', '', '', '', 'east 单位', who]
    const asked = await preview(keeper, 'tools', HEADERS, [row('W1', '张伟')])
    for (const number of numbers) expect(messages(asked)[0]![2]).toContain(`张伟（${number}）`)
    const told = await preview(keeper, 'tools', HEADERS, [row('W1', numbers[0]!), row('W2', `张伟（${numbers[1]}）`)])
    expect(told).toMatchObject({ creates: 2, problemCount: 0 })
    await accept(keeper, told.id)
    expect((await find(keeper, 'W2'))!.values['keeper']).toBe(people.rows[1]!.id)
  })

  it('reads a tree whose rows refer to each other, in any order', async () => {
    const keeper = await other.actor(['keeper', other.root])
    const rows = Array.from({ length: 1500 }, (_, i) => [
      `u${i}`,
      `单元 ${i}`,
      '教研室/科室',
      i === 1499 ? '示例学院 B' : `单元 ${i + 1}`,
    ])
    const shown = await preview(keeper, 'units', ['单位代码', '单位名称', '单位类别', '上级单位'], rows)
    expect(shown).toMatchObject({ creates: 1500, problemCount: 0 })
    expect(await accept(keeper, shown.id)).toEqual({ creates: 1500, updates: 0 })
    expect(await preview(keeper, 'units', ['单位代码', '单位名称', '单位类别', '上级单位'], rows)).toMatchObject({
      unchanged: 1500,
    })
  })

  it('of a register without a key passes over rows that are there already', async () => {
    const keeper = await college.actor(['keeper', college.root])
    const who = await college.person('孤独', college.east)
    const headers = ['人员', '单位', '职务', '主要任职', '任职日期', '离任日期']
    const rows = [
      ['孤独', 'east 单位', '组长', '是', '2023-01-01', ''],
      ['孤独', 'west 单位', '组员', '', '', ''],
    ]
    const shown = await preview(keeper, 'appointments', headers, rows)
    expect(shown).toMatchObject({ creates: 2, problemCount: 0 })
    await accept(keeper, shown.id)
    expect(
      await preview(keeper, 'appointments', headers, [...rows, ['孤独', 'west 单位', '副组长', '', '', '']]),
    ).toMatchObject({ creates: 1, unchanged: 2 })
    const found = await inTx(keeper, (tx) =>
      listRecords(db.engine, tx, keeper, { register: 'appointments', where: [['person', 'is', who]] }),
    )
    expect(found.rows).toHaveLength(2)
  })
})

describe('a template', () => {
  it('has what the actor may fill, marked, explained and with choices', async () => {
    const clerk = await college.actor(['clerk', college.east])
    const spec = await inTx(clerk, (tx) => templateFor(db.engine, tx, clerk, 'tools', 'zh'))
    expect(spec.columns.map((c) => c.header)).toEqual([
      '编号',
      '名称',
      '类别',
      '用途',
      '购置日期',
      '单价（元）',
      '件数',
      '重量（千克）',
      '车间',
      '保管人',
    ])
    const column = (header: string) => spec.columns.find((c) => c.header === header)
    expect(column('类别')).toMatchObject({ required: true, choices: ['手动', '电动'] })
    expect(column('车间')?.choices).toContain('east 单位')
    const keeper = await college.actor(['keeper', college.root])
    const loans = await inTx(keeper, (tx) => templateFor(db.engine, tx, keeper, 'loans', 'en'))
    expect(loans.columns.find((c) => c.header === 'Period')?.choices).toEqual(['2023', '2022'])
    const sheet = await readSheet(await writeSheet(spec), 't.xlsx')
    expect(sheet.headers).toEqual(spec.columns.map((c) => c.header))
  })
})
