import { Exact } from '../../../engine/indicators/exact.ts'
import { type Dimension, dimensionOf, type DimensionName } from '../model/evaluation-model.ts'
import type { WireComparison, WireValue } from '../wire.ts'
import type { Sums } from './cases.ts'
import { meanOf, shrink, wilson } from './statistics.ts'

/** Shares are kept from 0 to 1 and shown in per cent; points of them, too. */
const factorOf = ({ unit }: Dimension) => (unit === 's' ? 1 : 100)

type Summed = Pick<Sums, 'units' | 'cases' | 'sum' | 'sumOfSquares'>

/** Points of 100 of a value in the dimension's unit: straight lines between the points of its scale. */
export function pointsOf({ scale }: Pick<Dimension, 'scale'>, value: Exact): Exact {
  const after = scale.findIndex(([from]) => value.lt(from))
  if (after === 0) return new Exact(scale[0]![1])
  if (after < 0) return new Exact(scale.at(-1)![1])
  const [[x0, y0], [x1, y1]] = [scale[after - 1]!, scale[after]!]
  return value.minus(x0).div(new Exact(x1).minus(x0)).times(new Exact(y1).minus(y0)).plus(y0)
}

/** A value from its sums; without one below the dimension's least number of observations. */
export function valueOf(name: DimensionName, summed: Summed | undefined): WireValue {
  const dimension = dimensionOf(name)
  const { units, cases, sum, sumOfSquares } = summed ?? { units: 0, cases: 0, sum: '0', sumOfSquares: '0' }
  const none = { value: null, interval: null, method: null, points: null, units, cases }
  if (units < dimension.least) return none
  const { mean, interval } = meanOf(units, sum, sumOfSquares)
  // One "yes" or "no" of each: a share, of which Wilson knows more than a mean of numbers does.
  const isShare = dimension.unit === '%' && cases === units && new Exact(sum).eq(sumOfSquares)
  const factor = factorOf(dimension)
  const shown = isShare ? wilson(new Exact(sum).toNumber(), units) : interval
  const [least, most] = dimension.unit === '%' ? [0, 100] : dimension.unit === 's' ? [0, Infinity] : [-100, 100]
  const within = (value: Exact) => Exact.min(Exact.max(value.times(factor), least), most).toFixed(1)
  return {
    value: mean.times(factor).toFixed(1),
    interval: shown && { low: within(shown.low), high: within(shown.high) },
    method: isShare ? 'wilson' : 't',
    points: pointsOf(dimension, mean.times(factor)).toFixed(1),
    units,
    cases,
  }
}

/** A dimension of one class, with its size and teacher. */
export interface ClassSums extends Summed {
  readonly key: string
  readonly teacherId: string
  readonly students: number
}

/** Fewer other classes, or other teachers, than these would show what a colleague's class is like. */
const LEAST_OTHERS = 3
const LEAST_TEACHERS = 2

/**
 * A class beside those of the same course, of between two thirds and three halves of its size; none with fewer than
 * three others of two other teachers. Only the common mean is told of them.
 */
export function compare(name: DimensionName, own: ClassSums, all: readonly ClassSums[]): WireComparison | null {
  const dimension = dimensionOf(name)
  const factor = factorOf(dimension)
  const isAlike = ({ students }: ClassSums) => students * 3 >= own.students * 2 && students * 2 <= own.students * 3
  const known = [own, ...all.filter((one) => one.key !== own.key && isAlike(one))].flatMap((one) => {
    if (one.units < dimension.least) return []
    const { mean, variance } = meanOf(one.units, one.sum, one.sumOfSquares)
    return variance === null ? [] : [{ ...one, mean, variance }]
  })
  const others = known.slice(1)
  const teachers = new Set(others.map(({ teacherId }) => teacherId).filter((id) => id !== own.teacherId)).size
  if (known[0]?.key !== own.key || others.length < LEAST_OTHERS || teachers < LEAST_TEACHERS) return null
  const { common, groups } = shrink(known)
  const { mean, low, high, own: kept } = groups[0]!
  const shown = (value: Exact) => value.times(factor).toFixed(1)
  return {
    common: shown(common),
    shrunk: shown(mean),
    interval: { low: shown(low), high: shown(high) },
    own: kept.toFixed(2),
    classes: others.length,
    teachers,
    place: low.gt(common) ? 'above' : high.lt(common) ? 'below' : 'alike',
  }
}

/** Dimensions that a whole needs at least. */
const LEAST_DIMENSIONS = 4

/** The points of the dimensions that have some, weighed; null with fewer than four. */
export function wholeOf(
  dimensions: readonly { readonly points: string | null; readonly weight: string }[],
): { points: string; dimensions: number } | null {
  const known = dimensions.flatMap(({ points, weight }) => (points === null ? [] : [{ points, weight }]))
  const weight = known.reduce((sum, one) => sum.plus(one.weight), new Exact(0))
  if (known.length < LEAST_DIMENSIONS || weight.isZero()) return null
  const sum = known.reduce((all, one) => all.plus(new Exact(one.points).times(one.weight)), new Exact(0))
  return { points: sum.div(weight).toFixed(1), dimensions: known.length }
}
