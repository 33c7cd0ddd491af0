import { describe, expect, it } from 'vitest'
import { Exact } from '../../../engine/indicators/exact.ts'
import { DIMENSION_NAMES, EVALUATION_MODEL } from '../model/evaluation-model.ts'
import { type ClassSums, compare, pointsOf, valueOf, wholeOf } from './evaluate.ts'

describe('a value', () => {
  it('is a share with the interval of Wilson where each student counts once', () => {
    expect(valueOf('breadth', { units: 263, cases: 263, sum: '81', sumOfSquares: '81' })).toEqual({
      value: '30.8',
      interval: { low: '25.5', high: '36.6' },
      method: 'wilson',
      points: '30.8',
      units: 263,
      cases: 263,
    })
  })

  it("is a mean with Student's interval where students have means of their own", () => {
    // Five questions of 10, 20, 20, 25 and 50 seconds: 25 ± 2.776 · 15/√5.
    const found = valueOf('wait', { units: 5, cases: 5, sum: '125', sumOfSquares: '4025' })
    expect(found).toMatchObject({ value: '25.0', method: 't', points: '30.0', interval: { low: '6.4', high: '43.6' } })
  })

  it('is none of too few, nor are its points', () => {
    expect(valueOf('mastery', { units: 4, cases: 40, sum: '4', sumOfSquares: '4' })).toMatchObject({
      value: null,
      points: null,
      units: 4,
    })
    expect(valueOf('mastery', undefined)).toMatchObject({ value: null, units: 0 })
  })
})

it('gives points by straight lines between those of the scale', () => {
  const { scale } = EVALUATION_MODEL.dimensions.improvement
  const points = (value: string) => pointsOf({ scale }, new Exact(value)).toFixed(1)
  expect(['-30', '-20', '-10', '0', '8', '20', '44'].map(points)).toEqual([
    '0.0',
    '0.0',
    '25.0',
    '50.0',
    '70.0',
    '100.0',
    '100.0',
  ])
})

it('weighs the dimensions that are known, and no fewer than four', () => {
  const known = [
    { points: '80', weight: '25' },
    { points: '60', weight: '15' },
    { points: '40', weight: '10' },
  ]
  expect(wholeOf([...known, { points: null, weight: '50' }])).toBeNull()
  // (80·25 + 60·15 + 40·10 + 100·50) / 100
  expect(wholeOf([...known, { points: '100', weight: '50' }])).toEqual({ points: '83.0', dimensions: 4 })
})

it('declares weights of a hundred, and scales that rise', () => {
  const dimensions = DIMENSION_NAMES.map((name) => EVALUATION_MODEL.dimensions[name])
  expect(dimensions.reduce((sum, { weight }) => sum + Number(weight), 0)).toBe(100)
  for (const { scale } of dimensions)
    for (const [i, [value, points]] of scale.entries())
      if (i > 0) {
        expect(Number(value)).toBeGreaterThan(Number(scale[i - 1]![0]))
        expect(Number(points)).toBeGreaterThan(Number(scale[i - 1]![1]))
      }
})

describe('a comparison', () => {
  const of = (key: string, teacherId: string, share: number, students = 40): ClassSums => ({
    key,
    teacherId,
    students,
    units: students,
    cases: students,
    sum: String(students * share),
    sumOfSquares: String(students * share),
  })
  const others = [of('b', 't2', 0.6), of('c', 't3', 0.65), of('d', 't3', 0.55)]

  it('takes three other classes of two other teachers and similar size', () => {
    const found = compare('breadth', of('a', 't1', 0.9), others)
    expect(found).toMatchObject({ classes: 3, teachers: 2, place: 'above' })
    // Drawn to the common mean, not beyond.
    expect(Number(found!.shrunk)).toBeLessThan(90)
    expect(Number(found!.shrunk)).toBeGreaterThan(Number(found!.common))
  })

  it('is none with fewer, or with classes of another size', () => {
    expect(compare('breadth', of('a', 't1', 0.9), others.slice(1))).toBeNull()
    expect(compare('breadth', of('a', 't3', 0.9), others)).toBeNull()
    expect(compare('breadth', of('a', 't1', 0.9), [...others.slice(1), of('b', 't2', 0.6, 15)])).toBeNull()
    expect(compare('breadth', of('a', 't1', 0.5, 4), others)).toBeNull()
  })
})
