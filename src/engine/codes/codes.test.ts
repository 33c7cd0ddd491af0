import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tx } from '../../database/connection.ts'
import type { WireCodes } from '../../language/wire-codes.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { readingTable, reportingCatalogue } from '../../testing/reporting-college.ts'
import type { Actor } from '../access/actor.ts'
import { today } from '../access/today.ts'
import { exportXlsx } from '../exporting/export-rows.ts'
import { openExport } from '../exporting/open-export.ts'
import { acceptImport } from '../importing/accept-import.ts'
import { previewImport } from '../importing/preview-import.ts'
import { templateFor } from '../importing/template.ts'
import { act } from '../records/act.ts'
import { listRecords } from '../records/list.ts'
import type { Values } from '../records/stored.ts'
import { registerStatistics } from '../records/statistics.ts'
import { Refusal } from '../refusal.ts'
import { readSheet } from '../sheets/read-sheet.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { type StandardRow, standardRows } from '../standards/standard-rows.ts'
import { addCode, changeCode, type CodeChange, undoCode } from './change-codes.ts'
import { codesSheet, importCodes } from './codes-sheet.ts'
import { codesHistory, listCodes, readCodes } from './list-codes.ts'
import { catalogueOf, collegeRegister } from './college-register.ts'

let db: TestDatabase
let college: TestCollege
let keeper: Actor
let clerk: Actor
let serial = 0

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
})
afterAll(() => db.close())

/** Each test begins with a college of its own. */
async function begin(): Promise<void> {
  college = await makeTestCollege(db.engine, `K${++serial}`)
  keeper = await college.actor(['keeper', college.root])
  clerk = await college.actor(['clerk', college.east])
}

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.database.inCollege(college.id, work)
const LIST = 'tool-kind'
const WHY = '校内新购设备'
const garden = { value: 'garden', label: { zh: '园艺', en: 'Garden' }, official: '7' }

const add = (code: Parameters<typeof addCode>[4] = garden, reason = WHY, actor = keeper) =>
  run((tx) => addCode(db.engine, tx, actor, LIST, code, reason))
const change = (value: string, version: number, to: CodeChange, reason = WHY, actor = keeper) =>
  run((tx) => changeCode(db.engine, tx, actor, { list: LIST, value, version }, to, reason))
const undo = (value: string, version: number, reason = '登记有误') =>
  run((tx) => undoCode(db.engine, tx, keeper, { list: LIST, value, version }, reason))
const read = (actor = keeper): Promise<WireCodes> => run((tx) => readCodes(db.engine, tx, actor, LIST))
const one = async (value: string) => (await read()).values.find((v) => v.value === value)

let number = 0
const tool = (values: object) =>
  run((tx) =>
    act(db.engine, tx, keeper, {
      register: 'tools',
      action: 'create',
      values: { number: `T${++number}`, name: `工具${number}`, kind: 'hand', workshop: college.east, ...values },
    }),
  )
const update = (record: { id: string; version: number }, values: Values) =>
  run((tx) =>
    act(db.engine, tx, keeper, { register: 'tools', id: record.id, version: record.version, action: 'update', values }),
  )

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  return error as Refusal
}
const problemsOf = async (work: Promise<unknown>) =>
  ((await refusal(work)).details.problems ?? []).map(({ field, message }) => [field, message.zh])

describe('a value that a college adds', () => {
  it('can be chosen, filtered, counted, exported and imported like any other', async () => {
    await begin()
    await add()
    const made = await tool({ kind: 'garden', uses: ['garden', 'hand'] })
    expect(made.values).toMatchObject({ kind: 'garden', uses: ['hand', 'garden'] })
    const found = await run((tx) =>
      listRecords(db.engine, tx, keeper, { register: 'tools', where: [['kind', 'is', 'garden']] }),
    )
    expect(found.rows.map((row) => row.id)).toEqual([made.id])
    const counted = await run((tx) => registerStatistics(db.engine, tx, keeper, { register: 'tools' }))
    expect(counted.find((s) => s.by === 'kind')?.rows).toEqual([
      expect.objectContaining({ key: 'garden', label: garden.label, value: '1' }),
    ])
    const bytes = await run(async (tx) => {
      const opened = await openExport(db.engine, tx, keeper, { register: 'tools', columns: ['number', 'kind'] }, 'xlsx')
      const chunks: Uint8Array[] = []
      for await (const chunk of exportXlsx(db.engine, tx, keeper, opened)) chunks.push(chunk)
      return Buffer.concat(chunks)
    })
    expect((await readSheet(bytes, 'tools.xlsx')).rows[0]?.cells).toEqual([made.values['number'], '园艺'])
    const preview = await importing(`编号,名称,类别,车间\nX1,锄头,园艺,east\nX2,铲子,7,east\n`)
    expect(preview).toMatchObject({ creates: 2, problemCount: 0 })
  })

  it('is refused when it could be mistaken for another, part by part', async () => {
    await begin()
    await add()
    expect(await problemsOf(add())).toEqual([['value', '“garden”已经存在，请换一个']])
    expect(
      await problemsOf(add({ value: 'Garden 2', label: { zh: ' 手动 ', en: '' }, official: '7', from: '2026-02-30' })),
    ).toEqual([
      ['value', expect.stringContaining('不能作为值')],
      ['zh', '“手动”已是值 hand 的名称，请换一个'],
      ['en', '请填写英文名称'],
      ['from', expect.stringContaining('2026-02-30')],
    ])
    expect(await problemsOf(add({ value: 'yard', label: { zh: '庭院', en: 'Yard' } }, ' '))).toEqual([
      ['reason', '请说明原因'],
    ])
    expect((await read()).values.map((v) => v.value)).toEqual(['hand', 'power', 'garden'])
  })

  it('may be reported under an official value that another has: whoever reads that value means the first', async () => {
    await begin()
    await add()
    await add({ value: 'yard', label: { zh: '庭院', en: 'Yard' }, official: '7' })
    const preview = await importing(`编号,名称,类别,车间\nX1,锄头,7,east\nX2,铲子,庭院,east\n`)
    expect(preview.sample.map((row) => row.values['kind'])).toEqual(['garden', 'yard'])
  })

  it('is reported by its official value and its name', async () => {
    const reporting = await openTestDatabase(reportingCatalogue())
    try {
      const { id, actor, add: addRecord, root, east } = await makeTestCollege(reporting.engine, 'reporting')
      const boss = await actor(['keeper', root])
      const inCollege = <T>(work: (tx: Tx) => Promise<T>) => reporting.database.inCollege(id, work)
      const phase = { value: 'split', label: { zh: '分相', en: 'Split' }, official: '9' }
      await inCollege((tx) => addCode(reporting.engine, tx, boss, 'phases', phase, WHY))
      const drill = await addRecord('tools', { number: 'T2', name: '钻', kind: 'power', workshop: east })
      await addRecord('readings', { at: '2023-09-01T08:05:09', tool: drill, phase: 'split', energy: '1.50' })
      const columns = readingTable.columns.map(([, column]) => column)
      const rows: StandardRow[] = []
      await inCollege(async (tx) => {
        for await (const batch of standardRows(reporting.engine, tx, readingTable)) rows.push(...batch)
      })
      const [row] = rows
      expect([row?.values[columns.indexOf('XWM')], row?.values[columns.indexOf('XWMC')]]).toEqual(['9', '分相'])
    } finally {
      await reporting.close()
    }
  })

  it('is not offered before its day', async () => {
    await begin()
    await add({ ...garden, from: '2099-01-01' })
    expect(await one('garden')).toMatchObject({ isOpen: false, from: '2099-01-01' })
    expect(await problemsOf(tool({ kind: 'garden' }))).toEqual([
      ['kind', '“园艺”自 2099-01-01 起才启用，请改选工具类别的其他值'],
    ])
  })

  it('belongs to one college alone', async () => {
    await begin()
    await add()
    await change('hand', 0, { label: { zh: '手工', en: 'Manual' } })
    await begin()
    expect((await read()).values).toEqual([
      expect.objectContaining({ value: 'hand', label: { zh: '手动', en: 'Hand' }, version: 0 }),
      expect.objectContaining({ value: 'power' }),
    ])
    expect(await run((tx) => codesHistory(db.engine, tx, LIST))).toEqual([])
    expect(await problemsOf(tool({ kind: 'garden' }))).toEqual([['kind', expect.stringContaining('可填：手动、电动')]])
    expect(await run((tx) => catalogueOf(db.engine, tx))).toBe(db.engine.catalogue)
  })
})

async function importing(csv: string, actor = keeper) {
  return run((tx) => previewImport(db.engine, tx, actor, 'tools', { fileName: 'tools.csv', bytes: Buffer.from(csv) }))
}

describe('a value out of use', () => {
  it('stays in the records that hold it and is offered to no other', async () => {
    await begin()
    const held = await tool({ kind: 'power', uses: ['power'] })
    await change('power', 0, { retiredFrom: today() })
    const reason = `“电动”自 ${today()} 起停用，请改选工具类别的其他值`
    expect(await problemsOf(tool({ kind: 'power' }))).toEqual([['kind', reason]])
    expect(await problemsOf(tool({ uses: ['hand', 'power'] }))).toEqual([['uses', reason]])
    const kept = await update(held, { kind: 'power', uses: ['power', 'hand'], pieces: 2 })
    expect(kept.values).toMatchObject({ kind: 'power', uses: ['hand', 'power'], pieces: 2 })
    const gone = await update(kept, { kind: 'hand' })
    expect(await problemsOf(update(gone, { kind: 'power' }))).toEqual([['kind', reason]])
    const found = await run((tx) =>
      listRecords(db.engine, tx, keeper, { register: 'tools', where: [['uses', 'is', 'power']] }),
    )
    expect(found.rows).toHaveLength(1)
  })

  it('is refused in an import, but for records that hold it, and left out of the template', async () => {
    await begin()
    const held = await tool({ kind: 'power' })
    await change('power', 0, { retiredFrom: today() })
    const preview = await importing(
      `编号,名称,类别,车间\n${String(held.values['number'])},电钻,电动,east\nN1,电锯,电动,east\n`,
    )
    expect(preview).toMatchObject({ updates: 1, creates: 0, problemCount: 1 })
    expect(preview.problems).toEqual([
      {
        row: 3,
        column: '类别',
        message: {
          zh: `“电动”自 ${today()} 起停用，请改选工具类别的其他值`,
          en: `“Power” is out of use since ${today()}: choose another value of Kind of tool`,
        },
      },
    ])
    const alone = await importing(`编号,名称,类别,车间\n${String(held.values['number'])},电钻,电动,east\n`)
    expect(await run((tx) => acceptImport(db.engine, tx, keeper, alone.id, '改名'))).toEqual({ creates: 0, updates: 1 })
    const { columns } = await run((tx) => templateFor(db.engine, tx, keeper, 'tools', 'zh'))
    expect(columns.find((column) => column.header === '类别')?.choices).toEqual(['手动'])
  })

  it('goes on being offered until its day, and again when it is taken back into use', async () => {
    await begin()
    await change('power', 0, { retiredFrom: '2099-01-01' })
    expect(await one('power')).toMatchObject({ isOpen: true, retiredFrom: '2099-01-01' })
    await tool({ kind: 'power' })
    await change('power', 1, { retiredFrom: '2020-01-01' })
    expect(await one('power')).toMatchObject({ isOpen: false })
    await change('power', 2, { retiredFrom: null })
    await tool({ kind: 'power' })
    expect((await run((tx) => codesHistory(db.engine, tx, LIST))).map((c) => c.action)).toEqual([
      'reopen',
      'retire',
      'retire',
    ])
  })

  it('is never the last that may be chosen, nor out of use before it came into use', async () => {
    await begin()
    await change('power', 0, { retiredFrom: '2020-01-01' })
    expect(await problemsOf(change('hand', 0, { retiredFrom: '2020-01-01' }))).toEqual([
      ['retiredFrom', '这是最后一个可选的值，请先新增其他值'],
    ])
    await add({ ...garden, from: '2020-05-01' })
    expect(await problemsOf(change('garden', 1, { retiredFrom: '2020-05-01' }))).toEqual([
      ['retiredFrom', '停用日期须晚于启用日期'],
    ])
  })
})

describe('changes', () => {
  it('rename a value everywhere and can be taken back, step by step', async () => {
    await begin()
    await change('hand', 0, { label: { zh: '手工', en: 'Manual' } })
    expect(await run((tx) => collegeRegister(db.engine, tx, 'tools'))).toMatchObject({
      fields: { kind: { codes: { values: { hand: { zh: '手工', en: 'Manual' } } } } },
    })
    await change('hand', 1, { label: { zh: '徒手', en: 'By hand' } })
    await undo('hand', 2)
    expect(await one('hand')).toMatchObject({ label: { zh: '手工' }, declared: { zh: '手动' }, version: 3 })
    await undo('hand', 3)
    expect(await one('hand')).toMatchObject({ label: { zh: '徒手' }, version: 4 })
    await change('hand', 4, { label: { zh: '手动', en: 'Hand' } })
    expect(await run((tx) => listCodes(db.engine, tx))).toEqual([
      expect.objectContaining({ name: LIST, open: 2, changed: 1, uses: 2 }),
    ])
  })

  it('of an added value are taken back to nothing while no record holds it', async () => {
    await begin()
    await add()
    await undo('garden', 1)
    expect(await one('garden')).toBeUndefined()
    await add({ ...garden, label: { zh: '园林', en: 'Gardening' } })
    expect(await one('garden')).toMatchObject({ label: { zh: '园林' }, version: 3 })
    await tool({ uses: ['garden'] })
    expect((await refusal(undo('garden', 3))).code).toBe('conflict')
    expect(await one('garden')).toBeDefined()
  })

  it('are refused when somebody was faster, when nothing changes, and in what is the standard’s', async () => {
    await begin()
    await change('hand', 0, { label: { zh: '手工', en: 'Manual' } })
    expect((await refusal(change('hand', 0, { retiredFrom: '2030-01-01' }))).code).toBe('stale')
    expect((await refusal(change('hand', 1, { label: { zh: '手工', en: 'Manual' } }))).label.zh).toBe('没有任何改动')
    expect((await refusal(undo('power', 0))).label.zh).toBe('这个值没有改动过')
    expect((await refusal(change('saw', 0, { retiredFrom: null }))).code).toBe('not-found')
    expect(await problemsOf(change('power', 0, { official: '9' }))).toEqual([
      ['official', '这是标准中的值，只能改名称或停用'],
    ])
  })

  it('wait for each other: of two at once one is told that the other was faster', async () => {
    await begin()
    const results = await Promise.allSettled([
      change('hand', 0, { label: { zh: '手工', en: 'Manual' } }),
      change('hand', 0, { label: { zh: '徒手', en: 'By hand' } }),
    ])
    expect(results.map((r) => r.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await one('hand')).toMatchObject({ version: 1 })
  })

  it('are written down: who, when, why, and how it was from then on', async () => {
    await begin()
    await add()
    await change('garden', 1, { label: { zh: '园林', en: 'Gardening' }, official: '8' }, '改名')
    const [last, first] = await run((tx) => codesHistory(db.engine, tx, LIST))
    expect(last).toMatchObject({
      value: 'garden',
      version: 2,
      action: 'change',
      label: { zh: '园林', en: 'Gardening' },
      official: '8',
      actorName: 'keeper',
      reason: '改名',
    })
    expect(first).toMatchObject({ version: 1, action: 'add', label: garden.label, official: '7', reason: WHY })
    expect(Date.parse(last!.at)).toBeGreaterThanOrEqual(Date.parse(first!.at))
    await expect(run((tx) => tx.client.query('UPDATE code_changes SET reason = $1', ['x']))).rejects.toThrow(
      /permission denied/,
    )
  })

  it('are for those who manage code lists', async () => {
    await begin()
    expect((await refusal(add(garden, WHY, clerk))).code).toBe('not-allowed')
    expect((await refusal(change('hand', 0, { retiredFrom: '2030-01-01' }, WHY, clerk))).code).toBe('not-allowed')
    expect(await read(clerk)).toMatchObject({ canChange: false })
    expect(await read()).toMatchObject({ canChange: true })
  })
})

describe('a search', () => {
  beforeAll(async () => {
    await begin()
    await add()
  })

  it.each([
    ['工具', []],
    ['gjlb', []],
    ['kind tool', []],
    ['手动', ['hand']],
    ['sd', ['hand']],
    ['POW', ['power']],
    ['yuan', []],
    ['yy', ['garden']],
    ['7', ['garden']],
  ])('%s finds the list and its values', async (q, values) => {
    const found = await run((tx) => listCodes(db.engine, tx, q))
    expect(found.flatMap((list) => list.found.map(({ value }) => value))).toEqual(values)
    expect(found).toHaveLength(q === 'yuan' ? 0 : 1)
  })

  it('says where a list is used', async () => {
    expect((await read()).usedBy.map(({ register, field }) => `${register}.${field}`)).toEqual([
      'tools.kind',
      'tools.uses',
    ])
  })
})

describe('a sheet', () => {
  const send = async (rows: readonly (readonly (string | null)[])[], apply = true) => {
    const codes = await read()
    const spec = codesSheet(codes, 'zh')
    const bytes = await writeSheet({ ...spec, rows })
    const sheet = await readSheet(bytes, 'codes.xlsx')
    return run((tx) => importCodes(db.engine, tx, keeper, LIST, sheet, { reason: '年度整理', apply }))
  }
  const rowsOf = async () => [...(codesSheet(await read(), 'zh').rows as (string | null)[][])]

  it('goes out and comes back without a change', async () => {
    await begin()
    await add({ ...garden, from: '2020-01-01' })
    await change('power', 0, { retiredFrom: '2025-01-01' })
    expect(await send(await rowsOf())).toEqual({ adds: [], changes: [], unchanged: 3, problems: [], isDone: false })
  })

  it('adds, renames, retires and reopens, at once or not at all', async () => {
    await begin()
    await change('power', 0, { retiredFrom: '2025-01-01' })
    const rows = [
      ['hand', '手工', 'Manual', null, null, '2098-01-01'],
      ['power', '电动', '', null, null, null],
      ['garden', '园艺', 'Garden', '7', '2020-01-01', '2099-01-01'],
    ]
    const would = await send(rows, false)
    expect(would).toMatchObject({ adds: ['garden'], changes: ['hand', 'power'], isDone: false })
    expect((await read()).values).toHaveLength(2)
    expect(await send(rows)).toMatchObject({ problems: [], isDone: true })
    expect((await read()).values).toEqual([
      expect.objectContaining({ value: 'hand', label: { zh: '手工', en: 'Manual' }, retiredFrom: '2098-01-01' }),
      expect.objectContaining({ value: 'power', label: { zh: '电动', en: 'Power' }, retiredFrom: null }),
      expect.objectContaining({ value: 'garden', official: '7', from: '2020-01-01', retiredFrom: '2099-01-01' }),
    ])
    expect((await run((tx) => codesHistory(db.engine, tx, LIST)))[0]?.reason).toBe('年度整理')
  })

  it('with mistakes does nothing and names each, with its row and column', async () => {
    await begin()
    const answer = await send([
      ['hand', '电动', 'Manual', null, null, null],
      ['hand', '手动', 'Hand', null, null, null],
      ['new one', '新', '', null, '昨天', null],
      ['power', '电动', 'Power', '9', null, null],
      [null, '无值', 'None', null, null, null],
    ])
    expect(answer.isDone).toBe(false)
    expect(answer.problems.map(({ row, column, message }) => [row, column, message.zh])).toEqual([
      [2, '中文名称', expect.stringContaining('已是值 power 的名称')],
      [3, '值', '与第 2 行重复，请只保留一行'],
      [4, '启用日期', expect.stringContaining('昨天')],
      [5, '标准代码', '这是标准中的值，只能改名称或停用'],
      [6, '值', '请填写值'],
    ])
    expect((await read()).values.every((v) => v.version === 0)).toBe(true)
  })
})
