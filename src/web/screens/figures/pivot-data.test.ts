import { describe, expect, it } from 'vitest'
import type { WireFigure } from '../../../language/index.ts'
import { pivotGrid, pivotText } from './pivot-data.ts'

const figure = (code: string, period: string, unitId: string, text: string) =>
  ({ code, period, unitId, text, value: text, unit: { zh: '人', en: 'people' } }) as WireFigure
const words = {
  lang: 'en',
  label: (code: string) => ({ zh: code, en: code.toUpperCase() }),
  unitName: (id: string) => `unit ${id}`,
} as const

describe('a comparison of figures', () => {
  const figures = [figure('a', '2023', 'x', '2'), figure('a', '2022', 'x', '1'), figure('b', '2023', 'x', '3')]
  it('has indicators in rows and editions in columns, oldest first, with gaps left empty', () => {
    expect(pivotText(pivotGrid(figures, ['a', 'b'], false, words))).toBe(
      '\t2022\t2023\nA (people)\t1\t2\nB (people)\t\t3',
    )
  })
  it('can be swapped', () => {
    expect(pivotText(pivotGrid(figures, ['a', 'b'], true, words))).toBe(
      '\tA (people)\tB (people)\n2022\t1\t\n2023\t2\t3',
    )
  })
  it('names units only when there are several', () => {
    const grid = pivotGrid([...figures, figure('a', '2023', 'y', '9')], ['a'], false, words)
    expect(grid.columns.map((one) => one.text)).toEqual(['unit x 2022', 'unit x 2023', 'unit y 2023'])
  })
})
