import { Exact } from '../../../engine/indicators/exact.ts'

/** All intervals are of 95 %. */
export interface Interval {
  readonly low: Exact
  readonly high: Exact
}

const Z = new Exact('1.959963984540054')
/** The quantile 0.975 of Student's t by degrees of freedom; between two lines the line before holds, which is wider. */
const T: readonly (readonly [freedom: number, quantile: string])[] = [
  ...(
    '12.706 4.303 3.182 2.776 2.571 2.447 2.365 2.306 2.262 2.228 2.201 2.179 2.160 2.145 2.131 2.120 2.110 2.101 ' +
    '2.093 2.086 2.080 2.074 2.069 2.064 2.060 2.056 2.052 2.048 2.045 2.042'
  )
    .split(' ')
    .map((quantile, i) => [i + 1, quantile] as const),
  [40, '2.021'],
  [60, '2.000'],
  [120, '1.980'],
  [1000, '1.962'],
]

/** @param freedom at least 1 */
export const studentT = (freedom: number): Exact => new Exact(T.findLast(([from]) => from <= freedom)![1])

/**
 * Wilson's interval of a share: it neither leaves 0 to 1 nor shrinks to a point at "all" or "none".
 * @param hits of `of`, which is at least 1
 */
export function wilson(hits: number, of: number): Interval {
  const n = new Exact(of)
  const p = new Exact(hits).div(n)
  const zz = Z.times(Z)
  const wide = n.plus(zz)
  const middle = new Exact(hits).plus(zz.div(2)).div(wide)
  const half = Z.div(wide).times(p.times(new Exact(1).minus(p)).times(n).plus(zz.div(4)).sqrt())
  return { low: Exact.max(middle.minus(half), 0), high: Exact.min(middle.plus(half), 1) }
}

/** The mean of n numbers, how uncertain it is, and Student's interval; without one for a single number. */
export interface Mean {
  readonly mean: Exact
  /** The square of the standard error; null for a single number. */
  readonly variance: Exact | null
  readonly interval: Interval | null
}

/** @param n at least 1 */
export function meanOf(n: number, sum: Exact | string, sumOfSquares: Exact | string): Mean {
  const mean = new Exact(sum).div(n)
  if (n < 2) return { mean, variance: null, interval: null }
  const squares = Exact.max(new Exact(sumOfSquares).minus(mean.times(mean).times(n)), 0)
  const variance = squares.div(n - 1).div(n)
  const half = studentT(n - 1).times(variance.sqrt())
  return { mean, variance, interval: { low: mean.minus(half), high: mean.plus(half) } }
}

export interface Group {
  readonly mean: Exact
  /** The square of the mean's standard error. */
  readonly variance: Exact
}

export interface Shrunk {
  /** The mean of the groups, each weighed by how certain it is. */
  readonly common: Exact
  /** How far true means differ from each other (τ²). */
  readonly between: Exact
  readonly groups: readonly (Interval & {
    readonly mean: Exact
    /** 1: the group's own mean stands; 0: all of it is borrowed from the others. */
    readonly own: Exact
  })[]
}

/**
 * Fair comparison of groups of different sizes: each mean is drawn to the common one, the more so the less certain it
 * is (empirical Bayes). τ² after DerSimonian and Laird (1986): with w = 1/v, Q = Σw(y−ȳ)², τ² = max(0, (Q−(k−1)) /
 * (Σw − Σw²/Σw)); own = τ²/(τ²+v); shrunk = common + own·(y−common), its variance own·v + (1−own)²·Var(common).
 * @param groups at least 2; a variance of 0 counts as the smallest of the others, else a single unanimous class would
 *   outweigh all
 */
export function shrink(groups: readonly Group[]): Shrunk {
  const smallest = groups.reduce<Exact | null>(
    (least, { variance }) => (variance.gt(0) && (least === null || variance.lt(least)) ? variance : least),
    null,
  )
  // All are certain: nothing need be borrowed.
  const floor = smallest ?? new Exact('1e-12')
  const sure = groups.map(({ mean, variance }) => ({ mean, variance: variance.gt(0) ? variance : floor }))
  const fixed = sure.map(({ variance }) => new Exact(1).div(variance))
  const total = add(fixed)
  const middle = add(sure.map(({ mean }, i) => mean.times(fixed[i]!))).div(total)
  const q = add(sure.map(({ mean }, i) => mean.minus(middle).pow(2).times(fixed[i]!)))
  const spread = total.minus(add(fixed.map((w) => w.times(w))).div(total))
  const between = spread.gt(0) ? Exact.max(q.minus(groups.length - 1).div(spread), 0) : new Exact(0)
  const weights = sure.map(({ variance }) => new Exact(1).div(variance.plus(between)))
  const weight = add(weights)
  const common = add(sure.map(({ mean }, i) => mean.times(weights[i]!))).div(weight)
  return {
    common,
    between,
    groups: sure.map(({ mean, variance }) => {
      const own = between.div(between.plus(variance))
      const rest = new Exact(1).minus(own)
      const at = common.plus(own.times(mean.minus(common)))
      const half = Z.times(own.times(variance).plus(rest.times(rest).div(weight)).sqrt())
      return { mean: at, own, low: at.minus(half), high: at.plus(half) }
    }),
  }
}

const add = (numbers: readonly Exact[]) => numbers.reduce((sum, one) => sum.plus(one), new Exact(0))

export interface Share {
  readonly hits: number
  readonly of: number
}

/**
 * How a share changed, with Newcombe's interval (1998, method 10: the two Wilson intervals put together).
 * @returns after − before
 */
export function changeOfShare(before: Share, after: Share): Interval & { readonly change: Exact } {
  const [p, q] = [new Exact(after.hits).div(after.of), new Exact(before.hits).div(before.of)]
  const [a, b] = [wilson(after.hits, after.of), wilson(before.hits, before.of)]
  const change = p.minus(q)
  return {
    change,
    low: change.minus(p.minus(a.low).pow(2).plus(b.high.minus(q).pow(2)).sqrt()),
    high: change.plus(a.high.minus(p).pow(2).plus(q.minus(b.low).pow(2)).sqrt()),
  }
}
