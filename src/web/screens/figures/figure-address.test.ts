import { describe, expect, it } from 'vitest'
import type { WireFigure } from '../../../language/index.ts'
import type { FigureFilter } from './figure-address.ts'
import { filterFigures, groupFigures, isNarrowed, readFilter, writeFilter } from './figure-address.ts'
import { tables } from './table-rows.ts'

const none: FigureFilter = { q: '', status: '', owner: '', table: '', flags: [] }
const figure = (code: string, given: Partial<WireFigure> = {}): WireFigure => ({
  code,
  label: { zh: '毕业生人数', en: 'Graduates' },
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  period: '2023',
  unitId: 'u',
  unitName: '',
  value: '1',
  numerator: null,
  denominator: null,
  text: '1',
  status: 'computed',
  version: 1,
  definitionVersion: 1,
  rows: 1,
  changed: null,
  previous: null,
  entered: false,
  note: null,
  marked: false,
  owner: 'quality',
  locked: false,
  empty: false,
  can: [],
  ...given,
})

describe('the filter of the catalogue of figures', () => {
  it('survives its address, which keeps what else it holds', () => {
    const filter: FigureFilter = { ...none, q: '双师 比例', status: 'reviewed', flags: ['mine', 'missing'] }
    const address = writeFilter(new URLSearchParams('period=2023&owner=old'), filter)
    expect(address.get('period')).toBe('2023')
    expect(readFilter(address)).toEqual(filter)
    expect(isNarrowed(readFilter(new URLSearchParams('period=2023&flags=nonsense')))).toBe(false)
  })
  it('finds by every word, in either language or the code', () => {
    const all = [figure('q1.graduates'), figure('q9.other', { label: { zh: '在校生', en: 'Students' } })]
    expect(filterFigures(all, { ...none, q: 'GRADUATES q1' }).map((one) => one.code)).toEqual(['q1.graduates'])
    expect(filterFigures(all, { ...none, q: '在校' }).map((one) => one.code)).toEqual(['q9.other'])
  })
  it('asks for all flags at once', () => {
    const all = [
      figure('a', { can: ['review'] }),
      figure('b', { can: ['review'], value: null }),
      figure('c', { value: null }),
    ]
    expect(filterFigures(all, { ...none, flags: ['mine', 'missing'] }).map((one) => one.code)).toEqual(['b'])
  })
  it('groups by printed table, in its order, the others last', () => {
    const [first] = tables
    const codes = first!.rows.slice(0, 2).map((row) => row.indicator)
    const groups = groupFigures([figure('none'), figure(codes[1]!), figure(codes[0]!)])
    expect(groups.map((group) => [group.name, group.figures.map((one) => one.code)])).toEqual([
      [first!.name, codes],
      ['', ['none']],
    ])
  })
})
