/** Which of the rows taken before a run has met: one bit for each, so that a million take 125 KB. */
export interface SeenRows {
  has(n: number): boolean
  add(n: number): void
  readonly count: number
  clear(): void
}

export function seenRows(expected: number): SeenRows {
  let bits = new Uint8Array(Math.ceil(expected / 8) + 1024)
  let count = 0
  const has = (n: number) => ((bits[n >> 3] ?? 0) & (1 << (n & 7))) !== 0
  return {
    has,
    add(n) {
      if (has(n)) return
      if (n >> 3 >= bits.length) {
        const more = new Uint8Array(2 * (n >> 3))
        more.set(bits)
        bits = more
      }
      bits[n >> 3]! |= 1 << (n & 7)
      count++
    },
    get count() {
      return count
    },
    clear() {
      bits.fill(0)
      count = 0
    },
  }
}
