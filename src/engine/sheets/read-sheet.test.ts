import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readSheet } from './read-sheet.ts'
import { SheetError } from './sheet-error.ts'
import type { SheetSpec } from './sheet-spec.ts'
import { writeSheet } from './write-sheet.ts'
import { zipChunks } from './write-zip.ts'

const golden = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'golden', name))
const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')

async function codeOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
    return 'read'
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    expect(error.text.zh).toMatch(/[。]$/)
    expect(error.text.en).toMatch(/\.$/)
    return error.code
  }
}

async function replacePart(path: string, content: Uint8Array): Promise<Buffer> {
  const parts: Record<string, string> = {
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="1" r:id="w"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="w" Type="x/worksheet" Target="s.xml"/></Relationships>',
    'xl/s.xml': '<worksheet><sheetData></sheetData></worksheet>',
  }
  const all = Object.entries(parts).map(([name, xml]) => ({ path: name, content: name === path ? content : utf8(xml) }))
  const chunks: Uint8Array[] = []
  for await (const chunk of zipChunks(all)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const sheetXml = (rows: string): Promise<Buffer> =>
  replacePart('xl/s.xml', utf8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`))

describe('workbooks made by other means', () => {
  it('reads a 1904 workbook written by hand', async () => {
    const sheet = await readSheet(golden('by-hand-1904.xlsx'), 'a.xlsx')
    expect(sheet.name).toBe('成绩 & 日期')
    expect(sheet.headerRow).toBe(3)
    expect(sheet.headers).toEqual(['姓名', '得分', '日期', '比率', '班级', '其他'])
    expect(sheet.rows).toEqual([
      { number: 4, cells: ['张 三', '71.9', '2024-03-01', '71.9%', '一班', true] },
      { number: 5, cells: ['行一\r\n行二 _x0041_ <&>', '0.3', '2024-03-01T08:30:00', '100%', '一班', '#N/A'] },
      { number: 6, cells: [null, '0.00000015', '26:30:00', '08:30:00', '一班', '110101199003071234'] },
      { number: 7, cells: [0, '100000000000000000000', null, null, null, null] },
    ])
  })

  it('reads a hidden sheet only when asked for by name', async () => {
    const sheet = await readSheet(golden('by-hand-1904.xlsx'), 'a.xlsx', { sheet: '参数' })
    expect(sheet.headers).toEqual(['1', '2'])
    expect(await codeOf(readSheet(golden('by-hand-1904.xlsx'), 'a.xlsx', { sheet: '没有' }))).toBe('no-such-sheet')
  })

  it('reads prefixed, strict XML whatever the file is called', async () => {
    const sheet = await readSheet(golden('by-hand-prefixed.xlsx'), 'a.csv')
    expect(sheet).toEqual({
      name: 'Sheet1',
      isHeaderMerged: false,
      headers: ['编号', '', 'A<B'],
      headerRow: 1,
      rows: [{ number: 2, cells: ['00123', null, '12.5'] }],
    })
  })

  it('reads what LibreOffice writes', async () => {
    const sheet = await readSheet(golden('libreoffice.xlsx'), 'a.xlsx')
    expect(sheet.rows).toEqual([
      { number: 2, cells: ['00123', '李 四😀', '2024-02-29', '71.9%', '71.9', true] },
      { number: 3, cells: ['110101199003071234', '=1+1', '1999-12-31', null, '0.3', null] },
      { number: 5, cells: ['00125', '王五', null, null, 36, null] },
    ])
  })

  it('reads GB18030 CSV as LibreOffice writes it', async () => {
    const sheet = await readSheet(golden('libreoffice-gb.csv'), 'C:\\导出\\教师.csv')
    expect(sheet.name).toBe('教师')
    expect(sheet.headers).toEqual(['工号', '姓名', '入职', '占比', '课时', '双师'])
    expect(sheet.rows[0]?.cells.slice(0, 5)).toEqual(['00123', '李 四😀', '2024-02-29', '71.9%', '71.9'])
    expect(sheet.rows.map((row) => row.number)).toEqual([2, 3, 5])
  })

  it('reads shared strings and dates as hucre writes them', async () => {
    const rows = [
      ['名', '日'],
      ['甲', new Date(Date.UTC(2025, 8, 1))],
      ['甲', new Date(Date.UTC(2025, 8, 1, 8, 30))],
    ]
    const sheet = await readSheet(await writeXlsx({ sheets: [{ name: 'S', rows }] }), 'a.xlsx')
    expect(sheet.rows.map((row) => row.cells)).toEqual([
      ['甲', '2025-09-01'],
      ['甲', '2025-09-01T08:30:00'],
    ])
  })
})

describe('CSV', () => {
  it.each([
    ['UTF-8', utf8('a,b\n甲,"x\ny ""z"""\n')],
    ['UTF-8 with mark', utf8('\ufeffa,b\r\n甲,"x\ny ""z"""')],
    ['semicolons', utf8('a;b\r甲;"x\ny ""z"""\r\r')],
    ['UTF-16 with tabs', Buffer.from('\ufeffa\tb\n甲\t"x\ny ""z"""', 'utf16le')],
  ])('reads %s', async (_name, bytes) => {
    const sheet = await readSheet(bytes, 'a.csv')
    expect(sheet.headers).toEqual(['a', 'b'])
    expect(sheet.rows).toEqual([{ number: 2, cells: ['甲', 'x\ny "z"'] }])
  })

  it('takes off what keeps Excel from changing text, and keeps other text as it is', async () => {
    const sheet = await readSheet(utf8('a,b,c\n="007",110101199003071234\t,\'=1+1\n\'07,1e5,0.10\n'), 'a.csv')
    expect(sheet.rows.map((row) => row.cells)).toEqual([
      ['007', '110101199003071234', '=1+1'],
      ["'07", '1e5', '0.10'],
    ])
  })
})

describe('refusals', () => {
  const spec: SheetSpec = {
    sheetName: 'S',
    columns: [
      { header: '名', kind: 'text', note: '说明' },
      { header: '数', kind: 'integer' },
    ],
    rows: Array.from({ length: 50 }, (_, row) => [`甲${row}`, row]),
  }

  it.each([
    ['empty-file', new Uint8Array()],
    ['empty-sheet', utf8('\n\n')],
    ['old-xls', golden('libreoffice-old.xls')],
    ['web-page', utf8('\ufeff  <html><body><table><tr><td>1</td></tr></table></body></html>')],
    ['web-page', utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')],
    ['not-a-sheet', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
    ['not-a-sheet', utf8('%PDF-1.7')],
    ['unknown-encoding', Buffer.from([0x61, 0xff, 0xff, 0x0a])],
    ['broken-file', utf8('PK\u0003\u0004 nothing more')],
  ])('%s', async (code, bytes) => {
    expect(await codeOf(readSheet(bytes, 'a.xls'))).toBe(code)
  })

  it('a password', async () => {
    const sheets = [{ name: 'S', rows: [['a', 'b']] }]
    const bytes = await writeXlsx({ sheets, encryption: { password: 'secret', spinCount: 1000 } })
    expect(await codeOf(readSheet(bytes, 'a.xlsx'))).toBe('encrypted')
  })

  it('another Office file', async () => {
    const word = await replacePart('xl/workbook.xml', utf8('<w:document></w:document>'))
    expect(await codeOf(readSheet(word, 'a.xlsx'))).toBe('not-a-sheet')
  })

  it('a file cut off anywhere', async () => {
    for (const bytes of [await writeSheet(spec), golden('libreoffice.xlsx'), golden('by-hand-1904.xlsx')]) {
      for (let part = 1; part < 20; part++) {
        const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 20))
        expect(await codeOf(readSheet(cut, 'a.xlsx')), `${part}/20`).toBe('broken-file')
      }
    }
  })

  it('never fails otherwise when bytes are changed, nor reads other values', async () => {
    const bytes = await writeSheet(spec)
    const whole = JSON.stringify((await readSheet(bytes, 'a.xlsx')).rows)
    for (let at = 0; at < bytes.length; at += 23) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      try {
        expect(JSON.stringify((await readSheet(changed, 'a.xlsx')).rows), `byte ${at}`).toBe(whole)
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(SheetError)
      }
    }
  })

  it('a zip bomb, honest or lying about its size', async () => {
    const bomb = await replacePart('xl/s.xml', Buffer.alloc(200 * 1024 * 1024, 32))
    expect(bomb.length).toBeLessThan(1_500_000)
    expect(await codeOf(readSheet(bomb, 'a.xlsx'))).toBe('zip-bomb')
    const size = Buffer.alloc(4)
    size.writeUInt32LE(200 * 1024 * 1024)
    const at = bomb.lastIndexOf(size)
    bomb.writeUInt32LE(4096, at)
    expect(await codeOf(readSheet(bomb, 'a.xlsx'))).toBe('broken-file')
  })

  it('entities that would expand', async () => {
    const xml =
      '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;&a;</v></c></row></sheetData></worksheet>'
    expect((await readSheet(await replacePart('xl/s.xml', utf8(xml)), 'a.xlsx')).headers).toEqual(['&a;&a;'])
  })

  it('more than the limits', async () => {
    const bytes = await writeSheet(spec)
    expect(await codeOf(readSheet(bytes, 'a.xlsx', { maxBytes: 100 }))).toBe('too-large')
    expect(await codeOf(readSheet(bytes, 'a.xlsx', { maxRows: 49 }))).toBe('too-many-rows')
    expect(await codeOf(readSheet(bytes, 'a.xlsx', { maxRows: 50 }))).toBe('read')
    expect(await codeOf(readSheet(bytes, 'a.xlsx', { maxCells: 60 }))).toBe('too-many-cells')
    expect(await codeOf(readSheet(utf8('a,b\n1,2\n3,4'), 'a.csv', { maxRows: 1 }))).toBe('too-many-rows')
    expect(await codeOf(readSheet(bytes, 'a.xlsx', { headerRow: 99 }))).toBe('no-such-header-row')
  })

  it('two cells at opposite corners', async () => {
    const far =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect((await readSheet(await sheetXml(far), 'a.xlsx')).rows).toHaveLength(1)
    const many = Array.from({ length: 500 }, (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`)
    expect(await codeOf(readSheet(await sheetXml(many.join('')), 'a.xlsx'))).toBe('too-many-cells')
    expect(await codeOf(readSheet(await sheetXml('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'), 'a.xlsx'))).toBe(
      'broken-file',
    )
  })

  it('numbers that would expand', async () => {
    const sheet = await readSheet(await sheetXml('<row><c><v>1e999999999</v></c><c><v>2</v></c></row>'), 'a.xlsx')
    expect(sheet.headers).toEqual(['1e999999999', '2'])
  })
})

it('refuses an archive without parts', async () => {
  expect(await codeOf(readSheet(utf8('PK\u0005\u0006' + '\0'.repeat(18)), 'a.xlsx'))).toBe('not-a-sheet')
})
