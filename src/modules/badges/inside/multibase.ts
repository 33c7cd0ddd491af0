/** Multibase with base58btc (z) and base64url (u), and the multicodec prefixes of Ed25519 keys. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const DIGITS = new Map([...ALPHABET].map((digit, i) => [digit, BigInt(i)]))
/** Longer texts are no key and no signature: decoding takes the square of their length. */
const MOST_DIGITS = 200

export function toBase58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0)
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
  let digits = ''
  for (; number > 0n; number /= 58n) digits = ALPHABET[Number(number % 58n)]! + digits
  return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${digits}`
}

/** @returns null when the text is no multibase of base58btc or base64url */
export function fromMultibase(text: unknown): Buffer | null {
  if (typeof text !== 'string' || text.length > MOST_DIGITS) return null
  if (/^u[\w-]*$/.test(text)) return Buffer.from(text.slice(1), 'base64url')
  if (!text.startsWith('z')) return null
  let number = 0n
  for (const digit of text.slice(1)) {
    const value = DIGITS.get(digit)
    if (value === undefined) return null
    number = number * 58n + value
  }
  const hex = number === 0n ? '' : number.toString(16)
  const zeros = /^1*/.exec(text.slice(1))![0].length
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')])
}

const ED25519_PUBLIC = Buffer.from([0xed, 0x01])

/** The Multikey of an Ed25519 public key of 32 bytes. */
export const toMultikey = (key: Uint8Array): string => toBase58(Buffer.concat([ED25519_PUBLIC, key]))

/** The 32 bytes of an Ed25519 Multikey; null when it is none. */
export function fromMultikey(text: unknown): Buffer | null {
  const bytes = fromMultibase(text)
  return bytes?.length === 34 && bytes.subarray(0, 2).equals(ED25519_PUBLIC) ? bytes.subarray(2) : null
}
