import { describe, expect, it } from 'vitest'
import { Exact } from '../../../engine/indicators/exact.ts'
import { changeOfShare, meanOf, shrink, studentT, wilson } from './statistics.ts'

const four = (value: Exact) => value.toFixed(4)

describe("Wilson's interval", () => {
  // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
  it.each([
    [81, 263, '0.2553', '0.3662'],
    [15, 148, '0.0624', '0.1605'],
    [0, 20, '0.0000', '0.1611'],
    [1, 29, '0.0061', '0.1718'],
  ])('%i of %i', (hits, of, low, high) => {
    const found = wilson(hits, of)
    expect([four(found.low), four(found.high)]).toEqual([low, high])
  })

  it('stays within 0 and 1', () => {
    for (const of of [1, 2, 7, 45])
      for (const hits of [0, of]) {
        const { low, high } = wilson(hits, of)
        expect(low.gte(0) && high.lte(1) && low.lt(high)).toBe(true)
      }
  })
})

it('gives the mean of five numbers with its t interval', () => {
  // 2 4 4 5 10: mean 5, standard deviation 3, so 5 ± 2.776 · 3/√5.
  const { mean, interval } = meanOf(5, '25', '161')
  expect(mean.toFixed()).toBe('5')
  expect([four(interval!.low), four(interval!.high)]).toEqual(['1.2756', '8.7244'])
  expect(meanOf(1, '3', '9').interval).toBeNull()
  expect(studentT(35).toFixed()).toBe('2.042')
})

describe('shrinkage', () => {
  it('takes schools that differ no more than chance to their common mean', () => {
    // Rubin's eight schools (Bayesian Data Analysis, 5.5): pooled 7.7 with a standard error of 4.1, τ² of 0.
    const schools = [28, 8, -3, 7, -1, 1, 18, 12]
    const errors = [15, 10, 16, 11, 9, 11, 10, 18]
    const { common, between, groups } = shrink(
      schools.map((mean, i) => ({ mean: new Exact(mean), variance: new Exact(errors[i]! ** 2) })),
    )
    expect([common.toFixed(1), between.toFixed()]).toEqual(['7.7', '0'])
    expect(groups.every((one) => one.mean.eq(common) && one.own.isZero())).toBe(true)
    expect(groups[0]!.high.minus(groups[0]!.low).div(2).div('1.96').toFixed(1)).toBe('4.1')
  })

  it('finds how far trials differ', () => {
    // The thirteen trials of BCG (Colditz 1994): DerSimonian and Laird give τ² = 0.3088 and −0.7141.
    const y = '-0.8893 -1.5854 -1.3481 -1.4416 -0.2175 -0.7861 -1.6209 0.0120 -0.4694 -1.3713 -0.3394 0.4459 -0.0173'
    const v = '0.3256 0.1946 0.4154 0.0200 0.0512 0.0069 0.2230 0.0040 0.0564 0.0730 0.0124 0.5325 0.0714'
    const variances = v.split(' ')
    const { common, between, groups } = shrink(
      y.split(' ').map((mean, i) => ({ mean: new Exact(mean), variance: new Exact(variances[i]!) })),
    )
    expect(between.toFixed(2)).toBe('0.31')
    expect(common.toFixed(2)).toBe('-0.71')
    // The less certain of two goes further.
    expect(groups[11]!.own.lt(groups[7]!.own)).toBe(true)
  })

  it('moves nobody away from the common mean, and the surer less', () => {
    const groups = [
      { mean: new Exact('0.9'), variance: new Exact('0.01') },
      { mean: new Exact('0.9'), variance: new Exact('0.001') },
      { mean: new Exact('0.4'), variance: new Exact('0.002') },
    ]
    const { common, groups: shrunk } = shrink(groups)
    for (const [i, { mean }] of groups.entries())
      expect(shrunk[i]!.mean.minus(common).abs().lte(mean.minus(common).abs())).toBe(true)
    expect(shrunk[0]!.own.lt(shrunk[1]!.own)).toBe(true)
  })

  it('does not let one unanimous class outweigh all', () => {
    const { common } = shrink([
      { mean: new Exact(1), variance: new Exact(0) },
      { mean: new Exact(0), variance: new Exact('0.01') },
    ])
    expect(common.toFixed(2)).toBe('0.50')
  })
})

it('says how a share changed', () => {
  // Newcombe (1998), Interval estimation for the difference between proportions, table II, method 10: 56/70 − 48/80.
  const { change, low, high } = changeOfShare({ hits: 48, of: 80 }, { hits: 56, of: 70 })
  expect([four(change), four(low), four(high)]).toEqual(['0.2000', '0.0524', '0.3339'])
})
