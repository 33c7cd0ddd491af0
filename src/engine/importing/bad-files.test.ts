import { writeXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Actor } from '../access/actor.ts'
import { SheetError } from '../sheets/sheet-error.ts'
import type { WriteCell } from '../sheets/sheet-spec.ts'
import { writeSheet } from '../sheets/write-sheet.ts'
import { zipChunks } from '../sheets/write-zip.ts'
import { previewImport } from './preview-import.ts'
import type { ImportPreview } from './stored-import.ts'

let db: TestDatabase
let college: TestCollege
let keeper: Actor
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  keeper = await college.actor(['keeper', college.root])
})
afterAll(() => db.close())

const HEADERS = ['编号', '名称', '类别', '购置日期', '单价', '件数', '证件号', '车间']
const preview = (bytes: Uint8Array, fileName = '工具.xlsx'): Promise<ImportPreview> =>
  db.database.inCollege(college.id, (tx) => previewImport(db.engine, tx, keeper, 'tools', { bytes, fileName }))
const csv = (...rows: string[]) => preview(Buffer.from([HEADERS.join(','), ...rows].join('\r\n')), '工具.csv')
const told = ({ problems }: ImportPreview) => problems.map((p) => [p.row, p.column, p.message.zh, p.message.en])
const one = (row: number, column: string | null, zh: string, en: string) => [
  [row, column, expect.stringContaining(zh), expect.stringContaining(en)],
]
/** What a file that cannot be read at all is refused with; nothing of it is kept. */
async function refused(bytes: Uint8Array, fileName?: string): Promise<readonly [string, string, string]> {
  const error = await preview(bytes, fileName).then(
    () => expect.unreachable(),
    (reason: unknown) => reason,
  )
  if (!(error instanceof SheetError)) throw error
  const kept = await db.database.inCollege(college.id, (tx) =>
    tx.run(sql`SELECT 1 FROM imports WHERE file_name = 'bad'`),
  )
  expect(kept).toEqual([])
  return [error.code, error.text.zh, error.text.en]
}

/** A workbook whose cells and merged areas are as given, as Excel writes them. */
async function workbook(rows: readonly string[], merged: readonly string[] = []): Promise<Buffer> {
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
  const xml = rows.map((row) => `<row>${row.startsWith('<') ? row : row.split(',').map(text).join('')}</row>`).join('')
  const merges =
    merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
  const parts: Record<string, string> = {
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="1" r:id="w"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="w" Type="x/worksheet" Target="s.xml"/></Relationships>',
    'xl/s.xml': `<worksheet><sheetData>${xml}</sheetData>${merges}</worksheet>`,
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of zipChunks(
    Object.entries(parts).map(([path, content]) => ({ path, content: Buffer.from(content) })),
  ))
    chunks.push(chunk)
  return Buffer.concat(chunks)
}
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const number = (text: string) => `<c><v>${text}</v></c>`

describe('text that looks strange and is right', () => {
  it('GBK, UTF-8 with a mark, full-width digits, blanks and dates as people write them are read', async () => {
    // 编号,名称,类别,车间 / K1,锤,手动,east 单位 in GBK
    const gbk = Buffer.from(
      'b1e0bac52cc3fbb3c62cc0e0b1f02cb3b5bce40d0a4b312cb4b82cca d6b6af2c6561737420b5a5cebb'.replaceAll(' ', ''),
      'hex',
    )
    expect(await preview(gbk, 'gbk.csv')).toMatchObject({ creates: 1, problemCount: 0 })
    const rows = [
      'B1, 锤 ,手动,2023年9月1日,１２．５０,１２,,east 单位',
      'B2,锯,手动,2023/9/1,"1,234.50", 7 ,,east 单位',
      'B3,钻,手动,20230901,12,3,,east 单位',
    ]
    const marked = Buffer.from(`\ufeff${[HEADERS.join(','), ...rows].join('\n')}`)
    const shown = await preview(marked, 'marked.csv')
    expect(shown).toMatchObject({ creates: 3, problemCount: 0 })
    expect(shown.sample.map((row) => [row.values['name'], row.values['boughtOn'], row.values['price']])).toEqual([
      ['锤', '2023-09-01', '12.50'],
      ['锯', '2023-09-01', '1234.50'],
      ['钻', '2023-09-01', '12.00'],
    ])
  })
})

describe('cells that lost their meaning', () => {
  it('a number in powers of ten, from CSV and from Excel, is not taken for an identity number', async () => {
    const lost = one(2, '证件号', '格式设为“文本”', 'format the column as text')
    expect(told(await csv('S1,锤,手动,,,,1.10105E+17,east 单位'))).toEqual(lost)
    const rows = [
      HEADERS.join(','),
      [...['S1', '锤', '手动', '', '', ''].map(cell), number('1.1010519491231E+17'), cell('east 单位')].join(''),
    ]
    expect(told(await preview(await workbook(rows)))).toEqual(lost)
    // In a text too: 1.23457E+11 was a number of stock once.
    expect(told(await csv('1.23457E+11,锤,手动,,,,,east 单位'))).toEqual(one(2, '编号', '科学计数法', 'power of ten'))
  })

  it('a day by its number is told which day Excel means', async () => {
    expect(told(await csv('N1,锤,手动,45170,,,,east 单位'))).toEqual(one(2, '购置日期', '2023-09-01', '2023-09-01'))
    expect(told(await csv('N1,锤,手动,2023-02-30,,,,east 单位'))).toEqual(
      one(2, '购置日期', '2023-02-28', 'not a valid date'),
    )
  })

  it('a formula that failed, or was never computed, is no value', async () => {
    const row = (formula: string) =>
      [cell('F1'), cell('锤'), cell('手动'), cell(''), cell(''), formula, cell(''), cell('east 单位')].join('')
    const of = async (formula: string) => told(await preview(await workbook([HEADERS.join(','), row(formula)])))
    expect(await of('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')).toEqual(one(2, '件数', '#DIV/0!', 'failed'))
    expect(await of('<c><f>SUM(A1:A2)</f></c>')).toEqual(one(2, '件数', '没有计算结果', 'without its result'))
    expect(await of('<c><f>3+4</f><v>7</v></c>')).toEqual([])
    // In a text as well: a failed lookup is nobody's name.
    expect(told(await csv('F2,#N/A,手动,,,,,east 单位'))).toEqual(one(2, '名称', '#N/A', '#N/A'))
  })
})

describe('headers', () => {
  it('merged over columns or rows are named with what to do', async () => {
    // A title above the header is no header.
    const title = await workbook(['工具一览', '编号,名称,类别,车间', 'M1,锤,手动,east 单位'], ['A1:D1'])
    expect(await preview(title)).toMatchObject({ creates: 1, problemCount: 0 })
    const groups = await workbook(['基本,,其他', HEADERS.slice(0, 3).join(','), 'M1,锤,手动'], ['A1:B1'])
    expect(told(await preview(groups))).toEqual(one(1, null, '取消合并', 'unmerge'))
    const tall = await workbook(['编号,其他,', ',名称,类别', 'M1,锤,手动'], ['A1:A2', 'B1:C1'])
    expect(told(await preview(tall))).toEqual(one(1, null, '第 1 行', 'row 1'))
  })

  it('a renamed column is named with its likely new name, or with what is not known', async () => {
    const renamed = await preview(Buffer.from('工具编号,名称,类别\r\nR1,锤,手动'), 'r.csv')
    expect(told(renamed)).toEqual(one(1, '编号', '把“工具编号”改名为“编号”', 'is missing'))
    const other = await preview(Buffer.from('编号,品名,类别,车间\r\nR1,锤,手动,east 单位'), 'r.csv')
    expect(other.unknownColumns).toEqual(['品名'])
    expect(other.missingColumns.map((label) => label.zh)).toContain('名称')
    expect(told(other)).toEqual(one(2, '名称', '请填写“名称”', 'required'))
  })
})

describe('files that cannot be read', () => {
  const cells = (row: number): WriteCell[] => [`T${row}`, '锤', '手动', '2023-09-01', '1.50', 2, null, 'east 单位']
  const whole = () =>
    writeSheet({
      sheetName: '工具',
      columns: HEADERS.map((header) => ({ header, kind: 'text' as const })),
      rows: Array.from({ length: 50 }, (_, row) => cells(row)),
    })

  it('locked, cut off, old or empty ones say so and what to do', async () => {
    const sheets = [{ name: '工具', rows: [HEADERS] }]
    const locked = await writeXlsx({ sheets, encryption: { password: 'secret', spinCount: 1000 } })
    expect(await refused(locked, 'bad')).toEqual([
      'encrypted',
      expect.stringContaining('取消密码'),
      expect.stringContaining('Remove it'),
    ])
    const bytes = await whole()
    for (const part of [0.3, 0.9, 0.999])
      expect(await refused(bytes.subarray(0, Math.floor(bytes.length * part)), 'bad')).toEqual([
        'broken-file',
        expect.stringContaining('没有传完整'),
        expect.stringContaining('incomplete'),
      ])
    expect((await refused(Buffer.alloc(0), 'bad'))[1]).toContain('空的')
    expect((await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'bad'))[1]).toContain('另存为')
    expect((await refused(Buffer.from('<html><table><tr><td>1</td></tr></table></html>'), 'bad'))[1]).toContain('网页')
  })

  it('a million rows are too many, and said to be soon', async () => {
    const million = Buffer.from(`编号,名称\r\n${'A,锤\r\n'.repeat(1_000_000)}`)
    expect(await refused(million, 'bad')).toEqual([
      'too-many-rows',
      expect.stringContaining('请拆成几个文件'),
      expect.stringContaining('Split them'),
    ])
  })
})
