import { expect, test } from 'vitest'
import { writeZip } from '../../../engine/reports/zip.ts'
import { type Block, cellColumns } from '../document.ts'
import { readDocument } from './read-document.ts'

const shape = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join('/')
      : `${block.kind === 'heading' ? '#'.repeat(block.level) : (block.role ?? 'p')} ${block.text}`,
  )

/** A workbook of these sheets: the XML of their rows, and what follows them. */
function workbook(sheets: readonly (readonly [name: string, rows: string, after?: string])[]): Buffer {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const link = (id: number, type: string, target: string) =>
    `<Relationship Id="r${id}" Type="${types}/${type}" Target="${target}"/>`
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships>${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook><sheets>${sheets.map(([name], at) => `<sheet name="${name}" r:id="r${at + 2}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${link(1, 'styles', 'styles.xml')}${sheets.map((_, at) => link(at + 2, 'worksheet', `sheet${at}.xml`)).join('')}</Relationships>`,
    // Styles: 0 general, 1 0.00%, 2 a day, 3 0.00
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs></styleSheet>',
  }
  sheets.forEach(([, rows, after = ''], at) => {
    parts[`xl/sheet${at}.xml`] = `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`
  })
  return writeZip(
    Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })),
    new Date(0),
  )
}
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
const number = (at: string, value: string, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`

test('a workbook is read as it is seen: percentages and decimals as their cells show them, no hidden rows, sheets by name', async () => {
  const rows = [
    `<row r="1">${text('A1', '专业')}${text('B1', '毕业生')}${text('D1', '落实率')}</row>`,
    `<row r="2">${text('B2', '人数')}${text('C2', '截至')}</row>`,
    `<row r="3">${text('A3', '甲')}${number('B3', '6393')}${number('C3', '45169', 2)}${number('D3', '0.97247', 1)}</row>`,
    `<row r="4" hidden="1">${text('A4', '旧')}${number('B4', '1')}</row>`,
    `<row r="5">${text('A5', '乙')}<c r="B5" s="3"><f>B3/387</f><v>16.519379844961239</v></c><c r="D5"><f>1/0</f></c></row>`,
  ].join('')
  const merges = '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>'
  const file = workbook([
    ['就业', rows, merges],
    [
      '师资',
      `<row r="1">${text('A1', '类')}${text('B1', '数')}</row><row r="2">${text('A2', '专任')}${number('B2', '918')}</row>`,
    ],
  ])
  expect(shape((await readDocument('a.xlsx', file)).blocks)).toEqual([
    '# 就业',
    '专业|毕业生|毕业生|落实率/专业|人数|截至/甲|6393|2023年8月31日|97.25%/乙|16.52||',
    '# 师资',
    '类|数/专任|918',
  ])
})

test('a web page: cells that reach down push those of the rows below on; tables within tables are tables', async () => {
  const html =
    '<table><caption>表 1：就业</caption><tr><th rowspan=2>类</th><th colspan=2>人数</th></tr><tr><th>男</th><th>女</th></tr><tr><td>甲</td><td>5</td><td>6</td></tr></table>' +
    '<table><tr><td><p>版面</p><table><tr><td>项</td><td>数</td></tr><tr><td>乙</td><td>7</td></tr></table></td></tr></table>'
  const { blocks } = await readDocument('a.html', new TextEncoder().encode(html))
  expect(shape(blocks)).toEqual(['类|人数/男|女/甲|5|6', 'p 版面', '项|数/乙|7'])
  const [table] = blocks
  expect(table?.kind === 'table' && cellColumns(table)).toEqual([
    [1, 2],
    [2, 3],
    [1, 2, 3],
  ])
})

test('Markdown: bars with and without edges, escaped bars, alignment, a caption above and a remark below', async () => {
  const markdown =
    '## 表\n\n**表 1：招生**\n\n项 | 数\n:--- | ---:\n甲\\|乙 | 12\n丙 | 1,300\n\n注：含专项。\n\n- 一是建成 3 个基地。\n'
  const { blocks } = await readDocument('a.md', new TextEncoder().encode(markdown))
  expect(shape(blocks)).toEqual([
    '## 表',
    'caption 表 1：招生',
    '项|数/甲|乙|12/丙|1,300',
    'note 注：含专项。',
    'p - 一是建成 3 个基地。',
  ])
  expect(blocks[2]).toMatchObject({
    caption: '表 1：招生',
    notes: ['注：含专项。'],
    rows: [{}, { cells: [{ text: '甲|乙' }, {}] }, {}],
  })
})
