import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { openZip } from './open-zip.ts'
import { readSheet } from './read-sheet.ts'
import type { SheetCell } from './sheet.ts'
import { SheetError } from './sheet-error.ts'
import type { SheetColumn, WriteCell } from './sheet-spec.ts'
import { writeCsv } from './write-csv.ts'
import { writeSheet } from './write-sheet.ts'

const columns: SheetColumn[] = [
  { header: '文字', kind: 'text', required: true, note: '说明\n第二行', width: 20 },
  { header: '整数', kind: 'integer' },
  { header: '小数', kind: 'decimal', decimals: 2 },
  { header: '日期', kind: 'date' },
  { header: '时间', kind: 'datetime' },
  { header: '是否', kind: 'yes-no' },
]

async function there(rows: WriteCell[][], over: SheetColumn[] = columns): Promise<SheetCell[][]> {
  const sheet = await readSheet(await writeSheet({ sheetName: '数据', columns: over, rows }), 'a.xlsx')
  return sheet.rows.map((row) => row.cells)
}

async function csv(rows: WriteCell[][], over: SheetColumn[] = columns): Promise<string> {
  const parts: string[] = []
  for await (const part of writeCsv({ columns: over, rows })) parts.push(part)
  return parts.join('')
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary-ascii', minLength: 1 }),
  fc.stringMatching(/^0\d{1,20}$/),
  fc.constantFrom(
    '=1+1',
    '+86 138',
    '-x',
    '@a',
    '\tt',
    "'=1",
    "''-a",
    'a\r\nb',
    'a\rb',
    '"',
    'a,"b"',
    '_x000D_',
    ' x ',
    '😀',
    '\ufeff',
    '[]',
    'TRUE',
    '<a>&amp;',
  ),
)
const day = fc
  .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const moment = fc
  .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19))

describe('round trips through .xlsx', () => {
  it('keeps any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 8 }), async (rows) => {
        const texts: SheetColumn[] = [
          { header: 'a', kind: 'text' },
          { header: 'b', kind: 'text' },
        ]
        expect(await there(rows, texts)).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps every digit of a number of any length', async () => {
    const number = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat({ max: 25 }))
      .map(([minus, digits, point]) => {
        const text = String(digits).padStart(point + 1, '0')
        const cut = text.length - point
        const fraction = text.slice(cut).replace(/0+$/, '')
        const body = fraction ? `${text.slice(0, cut)}.${fraction}` : text.slice(0, cut)
        return minus && /[1-9]/.test(body) ? `-${body}` : body
      })
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 10 }), async (numbers) => {
        const read = await there(numbers.map((text) => ['x', null, text]))
        expect(read.map((cells) => String(cells[2]))).toEqual(numbers)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps days, moments and 是/否', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(day, moment, fc.boolean()), { minLength: 1, maxLength: 10 }), async (rows) => {
        const read = await there(rows.map(([date, time, yes]) => ['x', null, null, date, time, yes]))
        const short = (time: string): string => time.replace(/T00:00:00$/, '')
        expect(read).toEqual(rows.map(([date, time, yes]) => ['x', null, null, date, short(time), yes ? '是' : '否']))
      }),
      { numRuns: 60 },
    )
  })

  it('writes what a column cannot hold as text', async () => {
    const row = ['x', '007', '1e5', '2024-02-30', '1899-12-31', '也许']
    expect(await there([row])).toEqual([row])
  })

  it('takes rows as they come', async () => {
    const rows = (async function* () {
      for (let row = 0; row < 3; row++) yield [`甲${row}`]
    })()
    const bytes = await writeSheet({ sheetName: 'S', columns: columns.slice(0, 1), rows })
    expect((await readSheet(bytes, 'a.xlsx')).rows).toHaveLength(3)
  })
})

describe('what another reader sees', () => {
  const choices = Array.from({ length: 60 }, (_, index) => `第${index}系`)

  it('real types, drop-downs, notes, a guide and a hidden list', async () => {
    const bytes = await writeSheet({
      sheetName: '教师/[2025]',
      columns: [
        ...columns,
        { header: '学历', kind: 'text', choices: ['本科', '硕士'] },
        { header: '院系', kind: 'text', choices },
      ],
      rows: [['=1+1', 5, '71.90', '2024-02-29', '2024-02-29T08:30', true, '本科', '第3系'], ['=HYPERLINK("x")']],
      notes: ['请逐行填写。'],
    })
    const book = await readXlsx(bytes, { readStyles: true })
    const [data, guide, lists] = book.sheets
    expect(book.sheets.map((sheet) => sheet.hidden ?? false)).toEqual([false, false, true])
    expect(data?.name).toBe('教师  2025')
    expect(data?.rows[1]?.slice(0, 3)).toEqual(['=1+1', 5, 71.9])
    expect(data?.rows[1]?.[3]).toEqual(new Date(Date.UTC(2024, 1, 29)))
    expect(data?.cells?.get('2,0')?.formula).toBeUndefined()
    expect(data?.freezePane).toMatchObject({ rows: 1 })
    expect(data?.autoFilter?.range).toBe('A1:H3')
    expect(data?.cells?.get('0,0')).toMatchObject({
      value: '文字*',
      style: { font: { bold: true } },
      comment: { text: '说明\n第二行' },
    })
    expect(
      data?.dataValidations?.map((validation) => [validation.range, validation.formula1 ?? validation.values]),
    ).toEqual([
      ['F2:F1048576', expect.anything()],
      ['G2:G1048576', expect.anything()],
      ['H2:H1048576', 'lists!$A$1:$A$60'],
    ])
    expect(lists?.rows.map((row) => row[0])).toEqual(choices)
    expect(guide?.name).toBe('填写说明')
    expect(guide?.rows[0]?.[0]).toBe('请逐行填写。')
    expect(guide?.rows[3]?.slice(0, 4)).toEqual(['文字', '必填', '文本', '说明\n第二行'])
  })

  it('choices with commas or beyond 255 characters go to the hidden sheet, sized to the longest list', async () => {
    const bytes = await writeSheet({
      sheetName: 'lists',
      columns: [
        { header: 'a', kind: 'text', choices: ['甲,乙', '丙'] },
        { header: 'b', kind: 'text', choices: Array.from({ length: 10 }, (_, index) => '长'.repeat(30) + index) },
      ],
      rows: [],
    })
    const xml = await openZip(bytes, 1e8).text('xl/worksheets/sheet1.xml')
    expect(xml).toContain('<formula1>lists!$A$1:$A$2</formula1>')
    expect(xml).toContain('<formula1>lists!$B$1:$B$10</formula1>')
    expect((await readSheet(bytes, 'a.xlsx')).rows).toEqual([])
  })

  it('empty rows below keep the format of their column', async () => {
    const xml = await openZip(await writeSheet({ sheetName: 'S', columns, rows: [] }), 1e8).text(
      'xl/worksheets/sheet1.xml',
    )
    expect(xml.match(/<col [^>]*style="[1-9]/g)).toHaveLength(columns.length)
    expect(xml).not.toContain('<row r="2"')
  })

  it('refuses text longer than a cell holds, naming the place', async () => {
    const writing = writeSheet({ sheetName: 'S', columns, rows: [['x'], ['长'.repeat(32_768)]] })
    await expect(writing).rejects.toThrow(SheetError)
    await expect(writing).rejects.toMatchObject({
      code: 'text-too-long',
      text: { zh: expect.stringContaining('第 3 行') },
    })
  })

  it('passes on an error of the rows', async () => {
    const rows = (async function* (): AsyncGenerator<WriteCell[]> {
      yield ['x']
      throw new Error('connection lost')
    })()
    await expect(writeSheet({ sheetName: 'S', columns, rows })).rejects.toThrow('connection lost')
  })

  it('reads its own export back when every cell is alike', async () => {
    const many = Array.from({ length: 20 }, (_, index): SheetColumn => ({ header: `h${index}`, kind: 'text' }))
    const row = many.map(() => '是')
    const bytes = await writeSheet({ sheetName: 'S', columns: many, rows: Array.from({ length: 30_000 }, () => row) })
    expect((await readSheet(bytes, 'a.xlsx')).rows).toHaveLength(30_000)
  })
})

describe('CSV', () => {
  it('has a mark, CRLF, quotes, and an apostrophe before formulas only', async () => {
    expect(
      await csv([
        ['=1+1', -5, '+1.5e3', '2024-02-29', null, true],
        ['a"b,c', null, '-x', null, '\t1', false],
      ]),
    ).toBe(
      '\ufeff文字,整数,小数,日期,时间,是否\r\n' +
        "'=1+1,-5,+1.5e3,2024-02-29,,是\r\n" +
        '"a""b,c",,\'-x,,"\'\t1",否\r\n',
    )
  })

  it('gives any text back', async () => {
    const texts: SheetColumn[] = [
      { header: 'a', kind: 'text' },
      { header: 'b', kind: 'text' },
    ]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 8 }), async (rows) => {
        const plain = rows.filter((row) => row.every((text) => !text.includes('\0') && !/^\d+[Xx]?\t$/.test(text)))
        const sheet = await readSheet(Buffer.from(await csv(plain, texts), 'utf8'), 'a.csv')
        expect(sheet.rows.map((row) => row.cells)).toEqual(plain)
      }),
      { numRuns: 200 },
    )
  })
})
