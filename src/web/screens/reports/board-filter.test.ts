import { describe, expect, it } from 'vitest'
import type { WireReportSection } from '../../../language/wire-reports.ts'
import { countFilters, filterBoard, progressByUnit } from './board-filter.ts'
import { searchIndicators } from './figure-search.ts'
import type { Indicator } from '../../../language/index.ts'
import { compareTexts } from './word-difference.ts'
import { doc, figure, paragraph } from '../../../language/document.ts'

const section = (id: string, level: number, more: Partial<WireReportSection> = {}): WireReportSection => ({
  id,
  key: id,
  number: id,
  title: id,
  level,
  unitId: 'u1',
  unitName: '教务处',
  personId: null,
  personName: '',
  due: null,
  state: 'draft',
  version: 1,
  updatedAt: '2024-01-01T00:00:00Z',
  comments: 0,
  can: [],
  ...more,
})
const me = { personName: '王', unitIds: ['u2'] }
const today = '2024-01-10'

describe('the board', () => {
  const sections = [
    section('1', 1, { unitId: 'u2' }),
    section('1.1', 2, { due: '2024-01-09', comments: 2 }),
    section('1.2', 2, { personId: 'p', personName: '王', due: '2024-01-09', state: 'submitted' }),
    section('2', 1, { unitId: 'u2', personId: 'q', personName: '李' }),
  ]

  it('shows what is mine with what it is below', () => {
    const rows = filterBoard(sections, ['mine'], me, today)
    expect(rows.map((row) => [row.section.id, row.isMatch])).toEqual([
      ['1', true],
      ['1.2', true],
    ])
    expect(filterBoard(sections, ['late'], me, today).map((row) => [row.section.id, row.isMatch])).toEqual([
      ['1', false],
      ['1.1', true],
    ])
    expect(filterBoard(sections, ['late', 'mine'], me, today)).toEqual([])
  })

  it('counts each filter; what is handed in is not late', () => {
    expect(countFilters(sections, me, today)).toEqual({ mine: 2, late: 1, comments: 1 })
  })

  it('puts the unit that is late first', () => {
    const units = progressByUnit([section('a', 1, { unitName: '学生处' }), ...sections.slice(1, 3)], today)
    expect(units.map((one) => [one.unitName, one.sections, one.late, one.submitted])).toEqual([
      ['教务处', 2, 1, 1],
      ['学生处', 1, 0, 0],
    ])
  })
})

describe('the search for figures', () => {
  const indicator = (code: string, zh: string, ...synonyms: string[]) =>
    ({ code, label: { zh, en: code }, synonyms }) as unknown as Indicator
  const all = [
    indicator('q0.rate', '毕业去向落实率', '就业率'),
    indicator('q6.students', '在校生'),
    indicator('q2.students', '在校生满意度'),
  ]
  const codes = (query: string) => searchIndicators(all, query).map((one) => one.code)

  it('finds by name, code and other names; the whole name first', () => {
    expect(codes('在校生')).toEqual(['q6.students', 'q2.students'])
    expect(codes('就业')).toEqual(['q0.rate'])
    expect(codes('q2')).toEqual(['q2.students'])
    expect(codes('在校生 满意')).toEqual(['q2.students'])
    expect(codes('没有')).toEqual([])
    expect(codes('')).toHaveLength(3)
  })
})

describe('two texts', () => {
  it('differ by words', () => {
    const words = compareTexts(
      doc(paragraph('学校重视质量。'), paragraph('共', figure('a'), '人')),
      doc(paragraph('学校十分重视质量。'), paragraph('共', figure('b'), '人')),
    )
    expect(words.filter((one) => one.kind !== 'same')).toEqual([
      { kind: 'added', text: '十分' },
      { kind: 'removed', text: '〔a〕' },
      { kind: 'added', text: '〔b〕' },
    ])
  })
})
