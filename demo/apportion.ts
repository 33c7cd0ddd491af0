/** Splits `total` in proportion to `weights` into whole numbers that add up exactly (largest remainders). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const split = exact.map(Math.floor)
  const order = exact
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  const missing = total - split.reduce((a, b) => a + b, 0)
  for (const { i } of order.slice(0, missing)) split[i]! += 1
  return split
}

/** Repeats each value as often as its number says. */
export function repeated<T>(numbers: readonly (readonly [value: T, times: number])[]): T[] {
  return numbers.flatMap(([value, times]) => Array.from({ length: times }, () => value))
}

/** Whether place `index` of `total` is one of `wanted` places that are spread evenly. */
export function spreadOver(index: number, wanted: number, total: number): boolean {
  return Math.floor(((index + 1) * wanted) / total) > Math.floor((index * wanted) / total)
}
