import { Exact } from '../../../engine/indicators/exact.ts'
import type { WirePay, WireShare } from '../wire.ts'

/** 97.5th percentile of the normal distribution. */
const Z = new Exact('1.959964')

/** k of n with Wilson's 95 % interval, which also holds for few and for rare. */
export function shareOf(k: number, n: number): WireShare {
  if (n === 0) return { percent: '0.0', low: '0.0', high: '0.0' }
  const p = new Exact(k).div(n)
  const z2 = Z.mul(Z)
  const under = z2.div(n).plus(1)
  const centre = p.plus(z2.div(2 * n)).div(under)
  const half = Z.mul(
    p
      .mul(new Exact(1).minus(p))
      .div(n)
      .plus(z2.div(4 * n * n))
      .sqrt(),
  ).div(under)
  const percent = (value: Exact) => Exact.max(0, Exact.min(100, value.mul(100))).toFixed(1)
  return { percent: percent(p), low: percent(centre.minus(half)), high: percent(centre.plus(half)) }
}

/** Mean of pays from their number, sum and sum of squares; null where nobody says any. */
export function payOf(n: number, sum: string | Exact, squares: string | Exact): WirePay | null {
  if (n <= 0) return null
  const mean = new Exact(sum).div(n)
  const variance = n < 2 ? null : new Exact(squares).minus(mean.mul(mean).mul(n)).div(n - 1)
  const margin = variance === null ? null : Z.mul(Exact.max(0, variance).div(n).sqrt()).toDecimalPlaces(0).toNumber()
  return { mean: mean.toDecimalPlaces(0).toNumber(), margin, n }
}
