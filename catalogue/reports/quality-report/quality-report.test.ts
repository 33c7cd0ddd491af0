import { describe, expect, it } from 'vitest'
import type { BlockNode, DocumentNode, InlineNode } from '../../../src/language/document.ts'
import type { SectionTemplate } from '../../../src/language/report.ts'
import { declarations } from '../../index.gen.ts'
import { qualityReport } from './quality-report.ts'

const registers = new Map(declarations.registers.map((register) => [register.name, register]))
const indicators = new Set(declarations.indicators.map((indicator) => indicator.code))
const tables = new Set(declarations.tables.map((table) => table.name))

const flat = (sections: readonly SectionTemplate[]): SectionTemplate[] =>
  sections.flatMap((section) => [section, ...flat(section.sections ?? [])])
const sections = flat(qualityReport.sections)
const blocksIn = (blocks: readonly BlockNode[]): BlockNode[] =>
  blocks.flatMap((block) => [
    block,
    ...('content' in block && block.type !== 'paragraph' && block.type !== 'heading'
      ? blocksIn(
          (block.content ?? []).flatMap((child) =>
            child.type === 'listItem' ? (child.content ?? []) : [child],
          ) as BlockNode[],
        )
      : []),
  ])
const blocks = sections.flatMap((section) => blocksIn((section.content as DocumentNode | undefined)?.content ?? []))
const inlines = blocks.flatMap((block): readonly InlineNode[] =>
  block.type === 'paragraph' || block.type === 'heading' ? (block.content ?? []) : [],
)

describe('the quality report', () => {
  it('names sections once, each with an office and a day', () => {
    const keys = sections.map((section) => section.key)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
    const wrong = sections.filter(
      ({ owner, dueDaysBefore }) => !(owner in declarations.offices.values) || !dueDaysBefore,
    )
    expect(wrong.map((section) => section.key)).toEqual([])
  })

  it('has text in every section that has no sections of its own', () => {
    const empty = sections.filter((section) => !section.content && !section.sections)
    expect(empty.map((section) => section.key)).toEqual([])
  })

  it('refers to declared indicators only', () => {
    const codes = inlines.flatMap((node) => (node.type === 'figure' ? [node.attrs.code] : []))
    expect(codes.length).toBeGreaterThan(150)
    expect([...new Set(codes)].filter((code) => !indicators.has(code))).toEqual([])
  })

  it('has no number in its text that is not a figure', () => {
    const texts = [
      ...inlines.flatMap((node) => (node.type === 'text' ? [node.text] : [])),
      ...blocks.flatMap((block) => (block.type === 'case' ? [block.attrs.title] : [])),
    ]
    expect(texts.filter((text) => /[\d%％]|百分之/.test(text))).toEqual([])
  })

  it('shows each of its charts and record tables exactly once', () => {
    const shown = (type: 'chart' | 'recordTable') =>
      blocks.flatMap((block) => (block.type === type && 'name' in block.attrs ? [block.attrs.name] : [])).sort()
    expect(shown('chart')).toEqual(qualityReport.charts.map((chart) => chart.name).sort())
    expect(shown('recordTable')).toEqual(qualityReport.recordTables.map((table) => table.name).sort())
    const printed = blocks.flatMap((block) => (block.type === 'figureTable' ? [block.attrs.table] : []))
    expect([...printed, ...qualityReport.annex].filter((table) => !tables.has(table))).toEqual([])
  })

  it('has eight cases or more, each with a title of its own', () => {
    const titles = blocks.flatMap((block) => (block.type === 'case' ? [block.attrs.title] : []))
    expect(titles.length).toBeGreaterThanOrEqual(8)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it.each(qualityReport.recordTables)('lists fields of the register: $name', (table) => {
    const fields = Object.keys(registers.get(table.register)?.fields ?? {})
    const named = [
      ...table.columns,
      ...(table.total ?? []),
      ...Object.keys(table.where ?? {}),
      table.order?.replace(/^-/, '') ?? table.columns[0]!,
    ]
    expect(named.filter((name) => !fields.includes(name))).toEqual([])
    expect((table.total ?? []).filter((name) => !table.columns.includes(name))).toEqual([])
  })

  it.each(qualityReport.charts)('draws what is declared: $name', ({ data }) => {
    if ('indicators' in data) expect(data.indicators.filter((code) => !indicators.has(code))).toEqual([])
    else if ('trend' in data) expect(indicators).toContain(data.trend)
    else {
      const fields = Object.keys(registers.get(data.register)?.fields ?? {})
      const named = [data.by, ...(data.sum ? [data.sum] : []), ...Object.keys(data.where ?? {})]
      expect(named.filter((name) => !fields.includes(name))).toEqual([])
    }
  })
})
