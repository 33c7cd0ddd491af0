/** Fen of an amount in yuan ("1234.5" → 123450n); null when it is none. No binary numbers. */
export function fenOf(amount: string): bigint | null {
  const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(amount.trim())
  return found ? BigInt(found[1]!) * 100n + BigInt((found[2] ?? '').padEnd(2, '0')) : null
}

/** The sum of amounts in yuan, two decimals; what is no amount counts nothing. */
export function sumOf(amounts: readonly string[]): string {
  const fen = amounts.reduce((sum, amount) => sum + (fenOf(amount) ?? 0n), 0n)
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
}
