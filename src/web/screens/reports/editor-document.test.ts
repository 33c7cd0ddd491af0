import { getSchema } from '@tiptap/react'
import { describe, expect, it } from 'vitest'
import { qualityReport } from '../../../../catalogue/reports/quality-report/quality-report.ts'
import type { BlockNode, DocumentNode } from '../../../language/document.ts'
import {
  bulletList,
  caseStudy,
  chart,
  dataTable,
  doc,
  figure,
  figureTable,
  heading,
  image,
  listItem,
  orderedList,
  pageBreak,
  paragraph,
  recordTable,
  text,
} from '../../../language/document.ts'
import type { SectionTemplate } from '../../../language/report.ts'
import { schemaExtensions } from './document-schema.ts'
import { fromEditor, isSameDocument, toEditor } from './editor-document.ts'

const schema = getSchema(schemaExtensions)

/** Through the editor and back: the schema must accept it, and give it back as it was. */
function roundTrip(document: DocumentNode): DocumentNode {
  const node = schema.nodeFromJSON(toEditor(document))
  node.check()
  return fromEditor(node.toJSON() as ReturnType<typeof toEditor>)
}

const blocks: Record<string, BlockNode> = {
  heading: heading(2, '办学条件'),
  paragraph: paragraph(
    text('在校生'),
    text('增长', { type: 'bold' }),
    text('见', { type: 'italic' }),
    text('公告', { type: 'link', attrs: { href: 'https://example.edu.cn/a' } }),
    { type: 'hardBreak' },
  ),
  figure: paragraph(
    '共',
    figure('q6.students', { unit: true }),
    figure('q0.destination-rate', { period: '2022', part: 'numerator', by: { gender: 'female' } }),
    { ...figure('q3.majors'), marks: [{ type: 'bold' }] },
  ),
  bulletList: bulletList('一', listItem(paragraph('二'), bulletList('二甲'))),
  orderedList: orderedList('一', '二'),
  'orderedList from 3': { type: 'orderedList', attrs: { start: 3 }, content: [listItem(paragraph('三'))] },
  'listItem with a chart first': bulletList(listItem(chart('destinations'))),
  figureTable: figureTable('talent'),
  recordTable: recordTable('partners'),
  dataTable: dataTable('other'),
  chart: chart('destinations'),
  image: image('a'.repeat(64), '实训楼外景', '实训楼'),
  'image without caption': image('b'.repeat(64), '校门'),
  case: caseStudy('校企共建', paragraph('做法'), figureTable('talent'), paragraph('成效')),
  pageBreak: pageBreak(),
}

describe('a section’s text in the editor', () => {
  it.each(Object.entries(blocks))('%s comes back as it went in', (_, block) => {
    const document = doc(block, paragraph('结尾'))
    expect(roundTrip(document)).toEqual(document)
  })

  it('may end with something that is no text', () => {
    const document = doc(paragraph('见图'), chart('destinations'))
    expect(roundTrip(document)).toEqual(document)
  })

  it('may be empty', () => {
    expect(roundTrip({ type: 'doc' })).toEqual({ type: 'doc', content: [] })
    expect(roundTrip(doc(caseStudy('空')))).toEqual(doc(caseStudy('空', paragraph())))
  })

  it('leaves out what the editor adds for itself', () => {
    const document = doc(paragraph(text('x', { type: 'link', attrs: { href: 'https://a.cn' } })), orderedList('一'))
    const json = JSON.stringify(roundTrip(document))
    expect(json).not.toMatch(/target|rel|class|"start"/)
  })

  it('is the same text in whatever order its keys come', () => {
    const one = doc(paragraph(figure('q3.majors', { unit: true })))
    const other = JSON.parse(
      '{"content":[{"content":[{"attrs":{"unit":true,"code":"q3.majors"},"type":"figure"}],"type":"paragraph"},{"type":"paragraph"}],"type":"doc"}',
    ) as DocumentNode
    expect(isSameDocument(one, other)).toBe(true)
    expect(isSameDocument(one, doc(paragraph(figure('q3.majors'))))).toBe(false)
  })
})

const sections = (list: readonly SectionTemplate[]): readonly SectionTemplate[] =>
  list.flatMap((one) => [one, ...sections(one.sections ?? [])])

describe('the shipped report', () => {
  const written = sections(qualityReport.sections).filter((one) => one.content !== undefined)
  it('has texts', () => expect(written.length).toBeGreaterThan(10))
  it.each(written.map((one) => [one.key, one] as const))('%s passes through the editor unchanged', (_, section) => {
    const document = section.content as DocumentNode
    expect(isSameDocument(roundTrip(document), document)).toBe(true)
    expect(count(roundTrip(document))).toEqual(count(document))
  })
})

/** How often each type of node occurs: nothing may vanish on the way. */
function count(document: DocumentNode): Record<string, number> {
  const found: Record<string, number> = {}
  for (const [, type] of JSON.stringify(document).matchAll(/"type":"(\w+)"/g))
    found[type as string] = (found[type as string] ?? 0) + 1
  return found
}
