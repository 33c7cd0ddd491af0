/** An amount in yuan as 万元 with two decimals, half up and grouped: "94790000.00" → "9,479.00". No binary numbers. */
export function tenThousand(yuan: string): string {
  const [whole = '0', fraction = ''] = yuan.replace('-', '').split('.')
  const fen = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0').slice(0, 2))
  const rounded = (fen + 5000n) / 10_000n
  const digits = String(rounded).padStart(3, '0')
  const grouped = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${yuan.startsWith('-') && rounded > 0n ? '-' : ''}${grouped}.${digits.slice(-2)}`
}
