import { expect, it } from 'vitest'
import { arrowOf, axisOf, barOf } from './gantt-layout.ts'

it('shows whole quarters, each month or quarter as wide as its days', () => {
  const axis = axisOf('2019-11-15', '2020-02-10', 'month')
  expect(axis.parts.map(({ text }) => text)).toEqual(['10', '11', '12', '01', '02', '03'])
  expect(axis.parts.map(({ width }) => width)).toEqual([31, 30, 31, 31, 29, 31].map((days) => days * 4))
  expect(axis.years.map(({ text, width }) => [text, width])).toEqual([
    ['2019', 92 * 4],
    ['2020', 91 * 4],
  ])
  expect(axis.width).toBe(183 * 4)
  expect(axisOf('2019-11-15', '2020-02-10', 'quarter').parts.map(({ text }) => text)).toEqual(['Q4', 'Q1'])
})

it('draws a bar from the first to the last day, done as far as progress says', () => {
  const axis = axisOf('2020-01-01', '2020-12-31', 'month')
  expect(barOf(axis, { from: '2020-01-11', to: '2020-01-31', progress: '50.00' })).toEqual({
    x: 40,
    width: 80,
    done: 40,
  })
  expect(barOf(axis, { from: '2020-01-11', to: '2020-01-11', progress: null })).toEqual({ x: 40, width: 3, done: 0 })
})

it('leads an arrow around when what waits begins too early', () => {
  expect(arrowOf({ x: 10, y: 14 }, { x: 40, y: 42 })).toBe('M10,14 H34 V42 H40')
  expect(arrowOf({ x: 40, y: 42 }, { x: 30, y: 14 })).toBe('M40,42 H46 V32 H24 V14 H30')
})
