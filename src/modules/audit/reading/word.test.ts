import { expect, test } from 'vitest'
import { writeZip } from '../../../engine/reports/zip.ts'
import type { Block } from '../document.ts'
import { readDocument } from './read-document.ts'

/** A .docx of what stands in its body and other parts. */
const word = (body: string, parts: Readonly<Record<string, string>> = {}) =>
  writeZip(
    Object.entries({ document: `<w:document><w:body>${body}</w:body></w:document>`, ...parts }).map(([name, xml]) => ({
      name: `word/${name}.xml`,
      bytes: Buffer.from(xml),
    })),
    new Date(0),
  )
const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

const shape = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map(({ cells }) => cells.map(({ text }) => text).join('|')).join('/')
      : `${block.kind === 'heading' ? '#'.repeat(block.level) : (block.role ?? 'p')} ${block.text}`,
  )
const read = async (...file: Parameters<typeof word>) => shape((await readDocument('a.docx', word(...file))).blocks)

test('headings and points carry the numbers that Word prints before them', async () => {
  const levels = [
    ['chineseCountingThousand', '%1、'],
    ['chineseCountingThousand', '（%2）'],
    ['decimal', '%1.%2.%3'],
  ]
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="3">${levels
    .map(
      ([format, text], level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${level === 1 ? '<w:pStyle w:val="Two"/>' : ''}${level === 2 ? '<w:isLgl/>' : ''}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`
  const styles =
    '<w:styles><w:style w:styleId="Two"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>'
  const at = (level: number) =>
    `<w:outlineLvl w:val="${level}"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`
  const two = '<w:pStyle w:val="Two"/>'
  const body = p('概况', at(0)) + p('规模', two) + p('师资', two) + p('结构', at(2)) + p('成效', at(0)) + p('就业', two)
  expect(await read(body, { numbering, styles })).toEqual([
    '# 一、概况',
    '## （一）规模',
    '## （二）师资',
    '### 1.2.1 结构',
    '# 二、成效',
    '## （一）就业',
  ])
})

test('what a reader does not see is not read: deleted, moved and hidden text, deleted rows, old properties', async () => {
  const body =
    '<w:p><w:r><w:t>教师 </w:t></w:r><w:del w:id="1"><w:r><w:delText>900</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>918</w:t></w:r></w:ins>' +
    '<w:moveFrom><w:r><w:t>甲</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r><w:r><w:t> 人。</w:t></w:r></w:p>' +
    `<w:tbl>${row(cell(p('项')), cell(p('数')))}<w:tr><w:trPr><w:del w:id="3"/></w:trPr>${cell(p('旧'))}${cell(p('1'))}</w:tr>${row(cell(p('新')), cell(p('2')))}</w:tbl>`
  expect(await read(body)).toEqual(['p 教师 918 人。', '项|数/新|2'])
})

test('footnotes stand behind their paragraph, or their table; text boxes behind what they hang on', async () => {
  const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  const footnotes =
    '<w:footnotes><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>数据截至 8 月。</w:t></w:r></w:p></w:footnote></w:footnotes>'
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p('框内：38 项')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('框内：38 项')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`
  const body =
    `<w:p><w:r><w:t>毕业生 6110 人</w:t></w:r>${reference}<w:r><w:t>。</w:t></w:r>${box}</w:p>` +
    `<w:tbl>${row(cell(p('项')), cell(p('数')))}${row(cell(p('甲')), cell(`<w:p><w:r><w:t>5</w:t></w:r>${reference}</w:p>`))}</w:tbl>${p('完。')}`
  expect(await read(body, { footnotes })).toEqual([
    'p 毕业生 6110 人。',
    'note 数据截至 8 月。',
    'p 框内：38 项',
    '项|数/甲|5',
    'note 数据截至 8 月。',
    'p 完。',
  ])
})

test('tables within tables: one that only lays out the page gives its text in order, one with figures stays whole', async () => {
  const inner = `<w:tbl>${row(cell(p('专业')), cell(p('人数')))}${row(cell(p('甲')), cell(p('12')))}</w:tbl>`
  expect(await read(`<w:tbl>${row(cell(p('表 1：招生') + inner + p('备注：含专项。')))}</w:tbl>`)).toEqual([
    'caption 表 1：招生',
    '专业|人数/甲|12',
    'note 备注：含专项。',
  ])
  const merged =
    row(cell(p('类')), cell(p('人数'), '<w:gridSpan w:val="2"/>')) +
    row(cell(p('教师'), '<w:vMerge w:val="restart"/>'), cell(p('专任')), cell(p('918'))) +
    row(cell(p(''), '<w:vMerge/>'), cell(p('兼职')), cell(p('266') + inner))
  expect(await read(`<w:tbl>${merged}</w:tbl>`)).toEqual(['类|人数/教师|专任|918/教师|兼职|266', '专业|人数/甲|12'])
})
