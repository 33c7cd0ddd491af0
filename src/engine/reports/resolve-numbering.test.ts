import { describe, expect, it } from 'vitest'
import {
  caseStudy,
  doc,
  figure,
  figureKey,
  heading,
  image,
  listItem,
  paragraph,
  text,
} from '../../language/document.ts'
import type { BlockNode, ResolvedReport, Section } from '../../language/document.ts'
import { madeUpReport } from './made-up-report.ts'
import { resolveNumbering } from './resolve-numbering.ts'

function withSection(...content: BlockNode[]): ResolvedReport {
  const base = madeUpReport()
  const section: Section = { id: 'only', title: { zh: '唯一一章' }, text: doc(...content) }
  return { ...base, report: { ...base.report, sections: [section], annexTables: [] } }
}

describe('numbering', () => {
  it('numbers headings through sections and their text, and leaves front and back matter unnumbered', () => {
    const { headings } = resolveNumbering(madeUpReport())
    expect(headings.map(({ id, level, number, title }) => `${id}|${level}|${number}|${title}`)).toEqual([
      'preface|1|null|前言',
      'talent|1|1|人才培养',
      'students|2|1.1|学生发展',
      'students-1|3|1.1.1|就业质量',
      'teachers|2|1.2|教师队伍',
      'cooperation|1|2|产教融合',
      'annex|1|null|附表',
    ])
  })

  it('captions tables, annex tables, pictures and cases in order, in both languages', () => {
    const chinese = resolveNumbering(madeUpReport())
    expect(chinese.tables.map(({ text: words }) => words)).toEqual([
      '表 1：服务贡献表',
      '表 2：校企合作项目一览',
      '表 3：校企合作项目一览',
      '附表 1：服务贡献表',
    ])
    expect(chinese.pictures.map(({ label }) => label)).toEqual(['图 1', '图 2', '图 3', '图 4', '图 5'])
    expect(chinese.cases.map(({ text: words }) => words)).toEqual(['案例 1：一条生产线走进课堂'])
    const english = resolveNumbering(madeUpReport(), 'en')
    expect(english.tables.map(({ text: words }) => words)[3]).toBe('Annex Table 1: Contribution to society')
  })

  it('pulls up a heading that skips a level', () => {
    const { headings } = resolveNumbering(withSection(heading(3, '跳级'), heading(9, '更深'), heading(0, '同级')))
    expect(headings.map(({ level, number }) => [level, number])).toEqual([
      [1, '1'],
      [2, '1.1'],
      [3, '1.1.1'],
      [1, '2'],
    ])
  })

  it('keeps headings of a case out of the contents', () => {
    const report = resolveNumbering(withSection(caseStudy('案例', heading(1, '做法'))))
    expect(report.headings).toHaveLength(1)
  })

  it('writes the unit of a figure when asked, and its fraction', () => {
    const { blocks } = resolveNumbering(
      withSection(
        paragraph(
          figure('placement-rate'),
          figure('placement-rate', { unit: true }),
          figure('students', { unit: true, by: { gender: 'female' } }),
          figure('placement-rate', { part: 'denominator', unit: true }),
          figure('patents', { unit: true, period: null, part: null, by: null }),
        ),
      ),
    )
    const block = blocks[1]
    expect(block?.kind === 'paragraph' && block.runs.map((run) => run.kind === 'figure' && run.text)).toEqual([
      '96.38',
      '96.38%',
      '4,386人',
      '3,012人',
      '—',
    ])
  })
})

describe('figure keys', () => {
  it('do not depend on the order of dimensions', () => {
    const one = figureKey({ code: 'a', by: { x: '1', y: '2' } }, '2031')
    expect(one).toBe('a@2031[x=1,y=2]')
    expect(figureKey({ code: 'a', by: { y: '2', x: '1' } }, '2031')).toBe(one)
    expect(figureKey({ code: 'a', period: '2030' }, '2031')).toBe('a@2030')
  })
})

describe('refusals name the section, the node and what to do', () => {
  const cases: [string, BlockNode, RegExp][] = [
    ['unknown block', { type: 'video' } as unknown as BlockNode, /Section "only": node "video" at doc\.1 is unknown/],
    ['unknown inline', paragraph({ type: 'emoji' } as never), /node "emoji" at doc\.1\.1 is unknown/],
    ['unknown mark', paragraph(text('a', { type: 'strike' } as never)), /mark "strike" is unknown\. Use bold/],
    [
      'unsafe link',
      paragraph(text('a', { type: 'link', attrs: { href: 'javascript:alert(1)' } })),
      /is not a web or mail/,
    ],
    ['figure', paragraph(figure('nope')), /Section "only", figure at doc\.1\.1: figure "nope@2031" was not resolved/],
    ['part', paragraph(figure('students', { part: 'numerator' })), /has no numerator/],
    ['table', { type: 'dataTable', attrs: { name: 'nope' } }, /table "nope" was not resolved\. Known tables: service/],
    ['inherited name', { type: 'dataTable', attrs: { name: 'constructor' } }, /table "constructor" was not resolved/],
    ['chart', { type: 'chart', attrs: { name: 'nope' } }, /chart "nope" was not resolved/],
    ['picture', image('00ff', 'a'), /file 00ff… was not resolved/],
    ['list', { type: 'bulletList', content: [paragraph('a') as never] }, /node "paragraph" at doc\.1\.1 is unknown/],
    [
      'nested',
      { type: 'bulletList', content: [listItem({ type: 'x' } as never)] },
      /node "x" at doc\.1\.1\.1 is unknown/,
    ],
  ]
  it.each(cases)('%s', (_, block, message) => {
    expect(() => resolveNumbering(withSection(block))).toThrow(message)
  })

  it('two sections with one id', () => {
    const base = madeUpReport()
    const [first] = base.report.sections as [Section]
    const twice = { ...base, report: { ...base.report, sections: [first, first] } }
    expect(() => resolveNumbering(twice)).toThrow(/Section "preface": this id is used twice/)
  })

  it('a row with too few cells and overlapping merged cells', () => {
    const base = withSection({ type: 'dataTable', attrs: { name: 't' } })
    const columns = [
      { key: 'a', label: { zh: '甲' }, align: 'left' as const },
      { key: 'b', label: { zh: '乙' }, align: 'left' as const },
    ]
    const table = (rows: ResolvedReport['tables'][string]['rows']) => ({
      ...base,
      tables: { t: { caption: { zh: '表' }, columns, rows } },
    })
    expect(() => resolveNumbering(table([{ kind: 'data', level: 0, cells: ['1'] }]))).toThrow(
      /row 1: 1 cells for 2 columns/,
    )
    expect(() =>
      resolveNumbering(
        table([
          { kind: 'data', level: 0, cells: [{ text: 'x', rows: 2 }, 'y'] },
          { kind: 'data', level: 0, cells: ['z', 'w'] },
        ]),
      ),
    ).toThrow(/row 2, column 1: a merged cell covers this cell/)
    expect(() =>
      resolveNumbering(table([{ kind: 'data', level: 0, cells: [{ text: 'x', columns: 3 }, null] }])),
    ).toThrow(/more than the table has/)
  })
})
