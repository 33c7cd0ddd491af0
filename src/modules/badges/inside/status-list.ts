import { gunzipSync, gzipSync } from 'node:zlib'

/** Bitstring Status List 1.0: one bit for each certificate, the first bit of all the leftmost. */
export const PLACES = 131_072
const MOST_BYTES = 1_048_576

/** The list with these places set, as multibase of its gzip. */
export function encodeList(places: readonly number[]): string {
  const bits = Buffer.alloc(PLACES / 8)
  for (const place of places) bits[place >> 3]! |= 0x80 >> (place & 7)
  return `u${gzipSync(bits).toString('base64url')}`
}

/** Is a place set? null when the list cannot be read, or is shorter. */
export function isSet(encoded: string, place: number): boolean | null {
  if (!encoded.startsWith('u') || !Number.isSafeInteger(place) || place < 0) return null
  try {
    const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: MOST_BYTES })
    const byte = bits[Math.floor(place / 8)]
    return byte === undefined ? null : (byte & (0x80 >> (place % 8))) !== 0
  } catch {
    return null
  }
}
