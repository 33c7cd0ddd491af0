import { describe, expect, it } from 'vitest'
import type { WireStandardTable } from '../../../language/index.ts'
import { type CoverageAsked, coverageRows, coverageTotals } from './coverage-rows.ts'

const table = (number: number, more: Partial<WireStandardTable> = {}): WireStandardTable => ({
  name: `ODS_T${number}`,
  number,
  label: { zh: '借用', en: 'Loans' },
  register: 'loans',
  area: 'demo',
  owner: 'stores',
  every: 'month',
  covers: null,
  fields: 4,
  mapped: 4,
  mandatory: 2,
  mandatoryMapped: 2,
  check: null,
  open: 0,
  lastReported: null,
  overdue: true,
  ...more,
})
const check = (rows: number, valid: number, score: string | null) => ({
  at: `2023-11-0${(rows % 9) + 1}T00:00:00Z`,
  rows,
  valid,
  faults: rows - valid,
  score,
})
const tables = [
  table(1, { label: { zh: '工具', en: 'Tools' }, register: 'tools', check: check(10, 9, '90.00'), open: 1 }),
  table(2, { check: check(3, 3, '100.00'), lastReported: '2023-11-01T00:00:00Z', overdue: false }),
  table(3, { area: 'other', owner: null, mapped: 3, check: check(0, 0, null), lastReported: '2023-01-01T00:00:00Z' }),
  table(4),
]
const labels: Readonly<Record<string, { zh: string; en: string }>> = { tools: { zh: '工具箱', en: 'Tool box' } }
const rows = (asked: Partial<CoverageAsked>) =>
  coverageRows(tables, { q: '', area: '', owner: '', state: '', sort: '', ...asked }, (name) => labels[name]).map(
    ({ number }) => number,
  )

describe('tables of a standard', () => {
  it.each([
    ['工具', [1]],
    ['gj', [1]],
    ['gjx', [1]],
    ['tool box', [1]],
    ['ods_t2', [2]],
    ['LOANS', [2, 3, 4]],
    ['没有', []],
  ])('are found by %s', (q, found) => expect(rows({ q })).toEqual(found))

  it.each([
    ['good', [2]],
    ['mapped', [1, 2, 4]],
    ['unmapped', [3]],
    ['empty', [3]],
    ['faults', [1]],
    ['overdue', [1, 3, 4]],
    ['unreported', [1, 4]],
    ['nonsense', [1, 2, 3, 4]],
  ])('are narrowed to %s', (state, found) => expect(rows({ state })).toEqual(found))

  it('are narrowed to an area and an office', () => {
    expect(rows({ area: 'other' })).toEqual([3])
    expect(rows({ owner: 'stores' })).toEqual([1, 2, 4])
  })

  it('are sorted, those without a value last', () => {
    expect(rows({ sort: 'score' })).toEqual([1, 2, 3, 4])
    expect(rows({ sort: '-score' })).toEqual([2, 1, 3, 4])
    expect(rows({ sort: '-rows' })).toEqual([1, 2, 3, 4])
    expect(rows({ sort: 'reported' })).toEqual([3, 2, 1, 4])
    expect(rows({ sort: '-number' })).toEqual([4, 3, 2, 1])
  })

  it('add up', () => {
    expect(coverageTotals(tables)).toEqual({
      tables: 4,
      tablesMapped: 4,
      fields: 16,
      mapped: 15,
      mandatory: 8,
      mandatoryMapped: 8,
      filled: 2,
      rows: 13,
      valid: 12,
      score: '92.31',
      open: 1,
      overdue: 3,
      checkedAt: null,
    })
    expect(coverageTotals([])).toMatchObject({ score: null, checkedAt: null })
  })
})
