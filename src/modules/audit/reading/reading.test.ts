import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Refusal } from '../../../engine/refusal.ts'
import { writeZip } from '../../../engine/reports/zip.ts'
import type { Block } from '../document.ts'
import { readDocument } from './read-document.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const shape = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.cells.map((cell) => cell.text).join('|')).join('/')
      : `${block.kind === 'heading' ? '#'.repeat(block.level) : (block.role ?? 'p')} ${block.text}`,
  )

const refused = async (name: string, content: Uint8Array): Promise<string> => {
  const error = await readDocument(name, content).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).label.zh
}

test('plain text: a paragraph broken by a page is one, cells stand between tabs, remarks belong to their table', async () => {
  const text =
    '1 学校概况\n\n学校校园占地面积一百二十亩，教学行政用房与各类实训场所配套齐全，专任教\n\n师总数 918 人。\n\n表 1：招生情况\n\n专业\t录取数\n甲\t100\n乙\t200\n\n备注：含专项。\n'
  const { blocks } = await readDocument('a.txt', bytes(text))
  expect(shape(blocks)).toEqual([
    '# 1 学校概况',
    'p 学校校园占地面积一百二十亩，教学行政用房与各类实训场所配套齐全，专任教师总数 918 人。',
    'caption 表 1：招生情况',
    '专业|录取数/甲|100/乙|200',
    'note 备注：含专项。',
  ])
  expect(blocks[3]).toMatchObject({ caption: '表 1：招生情况', notes: ['备注：含专项。'] })
})

test('Markdown tables, full-width digits and GB 18030 are read', async () => {
  const { blocks } = await readDocument('a.md', bytes('# 报告\n\n| 项 | 数 |\n|---|---|\n| 甲 | １２ |\n'))
  expect(shape(blocks)).toEqual(['# 报告', '项|数/甲|12'])
  const old = await readDocument(
    'b.txt',
    new Uint8Array([0xd1, 0xa7, 0xd0, 0xa3, 0x20, 0x39, 0x20, 0xcb, 0xf9, 0xa1, 0xa3]),
  )
  expect(shape(old.blocks)).toEqual(['p 学校 9 所。'])
})

test('Word: headings by style, merged cells, text that was deleted is gone', async () => {
  const cell = (text: string, options: object = {}) => new TableCell({ children: [new Paragraph(text)], ...options })
  const file = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: '师资队伍', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({ children: [new TextRun('专任教师 9'), new TextRun({ text: '18 人。', bold: true })] }),
            new Table({
              rows: [
                new TableRow({ children: [cell('类别', { columnSpan: 2 }), cell('人数')] }),
                new TableRow({ children: [cell('教师', { rowSpan: 2 }), cell('专任'), cell('918')] }),
                new TableRow({ children: [cell('兼职'), cell('266')] }),
              ],
            }),
          ],
        },
      ],
    }),
  )
  const { blocks } = await readDocument('a.docx', file)
  expect(shape(blocks)).toEqual(['## 师资队伍', 'p 专任教师 918 人。', '类别|人数/教师|专任|918/教师|兼职|266'])
})

test('a web page: tables with spans; scripts are not read', async () => {
  const html =
    '<html><head><title>x</title></head><body><script>1</script><h2>就业</h2><p>毕业生 6393 人。</p><table><caption>表 1：去向</caption><tr><th>去向</th><th>人数</th></tr><tr><td rowspan=2>就业</td><td>5</td></tr><tr><td>6</td></tr></table></body></html>'
  const { blocks } = await readDocument('a.html', bytes(html))
  expect(shape(blocks)).toEqual(['## 就业', 'p 毕业生 6393 人。', '去向|人数/就业|5/6'])
})

test('what a page shows only when asked is not read; figures in buttons are', async () => {
  const html =
    '<body><p>学校有 <button popovertarget="c">918</button> 名教师。</p><div popover id="c"><p>上年 900 名</p><br></div><p>完。</p></body>'
  expect(shape((await readDocument('a.html', bytes(html))).blocks)).toEqual(['p 学校有 918 名教师。', 'p 完。'])
})

test.each([
  ['a.exe', bytes('x'), '不能读取'],
  ['a.doc', bytes('x'), '另存为 .docx'],
  ['a.txt', bytes(''), '空文件'],
  ['a.txt', bytes('\n\n'), '没有可读的文字'],
  ['a.docx', bytes('hello'), '不是 Word 或 Excel 文件'],
  ['a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), '打开密码'],
  ['a.docx', bytes('PK\u0003\u0004 broken'), '已损坏'],
  ['a.pdf', bytes('%PDF-1.7\nbroken'), '已损坏'],
] as const)('%s that cannot be read is refused: %#', async (name, content, words) => {
  expect(await refused(name, content)).toContain(words)
})

test('entities and archives that unpack without end are refused', async () => {
  const word = (xml: string) => writeZip([{ name: 'word/document.xml', bytes: Buffer.from(xml) }], new Date(0))
  expect(
    await refused('a.docx', word('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:body/></w:document>')),
  ).toContain('不安全')
  const bomb = word('<w:document>')
  const huge = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32), { level: 9 })
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(17, 26)
  const directory = Buffer.alloc(46)
  directory.writeUInt32LE(0x02014b50, 0)
  directory.writeUInt16LE(8, 10)
  directory.writeUInt32LE(huge.length, 20)
  directory.writeUInt32LE(64 * 1024 * 1024, 24)
  directory.writeUInt16LE(17, 28)
  const name = Buffer.from('word/document.xml')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + 17, 12)
  end.writeUInt32LE(30 + 17 + huge.length, 16)
  expect(bomb.length).toBeGreaterThan(0)
  expect(await refused('a.docx', Buffer.concat([head, name, huge, directory, name, end]))).toContain('大得不正常')
})
