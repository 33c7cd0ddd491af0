import { expect, test } from 'vitest'
import { writeZip } from '../../../engine/reports/zip.ts'
import { auditDocument } from '../audit-document.ts'
import { type Block, cellColumns } from '../document.ts'
import { hiddenWords } from '../words.ts'
import { readDocument } from './read-document.ts'

const shape = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join('/')
      : `${block.kind === 'heading' ? '#'.repeat(block.level) : (block.role ?? 'p')} ${block.text}`,
  )

/** A workbook of these sheets: the XML of their rows, what follows them, and what stands before them; a name in brackets is hidden. */
function workbook(sheets: readonly (readonly [name: string, rows: string, after?: string, before?: string])[]): Buffer {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const link = (id: number, type: string, target: string) =>
    `<Relationship Id="r${id}" Type="${types}/${type}" Target="${target}"/>`
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships>${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook><sheets>${sheets.map(([name], at) => `<sheet name="${name}"${name.startsWith('(') ? ' state="hidden"' : ''} r:id="r${at + 2}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${link(1, 'styles', 'styles.xml')}${sheets.map((_, at) => link(at + 2, 'worksheet', `sheet${at}.xml`)).join('')}</Relationships>`,
    // Styles: 0 general, 1 0.00%, 2 a day, 3 0.00
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs></styleSheet>',
  }
  sheets.forEach(([, rows, after = '', before = ''], at) => {
    parts[`xl/sheet${at}.xml`] = `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
  })
  return writeZip(
    Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })),
    new Date(0),
  )
}
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
const number = (at: string, value: string, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`

test('what a workbook hides is named and not read, and sums that need it are no serious finding', async () => {
  const row = (at: number, name: string, value: string, secret: string, attributes = '') =>
    `<row r="${at}"${attributes}>${text(`A${at}`, name)}${number(`B${at}`, value)}${number(`C${at}`, secret)}</row>`
  const rows = [
    `<row r="1">${text('A1', '学院')}${text('B1', '人数')}${text('C1', '底数')}</row>`,
    row(2, '机电学院', '120', '118'),
    row(3, '已撤销学院', '40', '40', ' hidden="1"'),
    row(4, '信息学院', '230', '228'),
    row(5, '合计', '390', '386'),
  ].join('')
  const file = workbook([
    ['在校生', rows, '', '<cols><col min="1" max="2" width="9"/><col min="3" max="3" width="9" hidden="1"/></cols>'],
    ['(底稿)', `<row r="1">${text('A1', '旧数')}</row>`],
  ])
  const document = await readDocument('a.xlsx', file)
  expect(shape(document.blocks)).toEqual(['# 在校生', '学院|人数|/机电学院|120|/信息学院|230|/合计|390|'])
  expect(document.hidden).toEqual([{ sheet: '(底稿)' }, { sheet: '在校生', rows: [3], columns: ['C'] }])
  expect(hiddenWords(document.hidden!, 'zh')).toBe('工作表“(底稿)”；“在校生”的第 3 行和 C 列')
  expect(hiddenWords(document.hidden!, 'en')).toBe('the worksheet "(底稿)"; row 3 and column C of "在校生"')
  const findings = auditDocument(document)
  expect(findings.map(({ kind, severity, confidence }) => [kind, severity, confidence])).toEqual([
    ['total', 'minor', '0.47'],
  ])
  expect(findings[0]!.explanations[0]!.zh).toContain('隐藏')
})

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
