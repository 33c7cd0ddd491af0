import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** UUIDv7s in rising order, made at once: one by one, asking for random bytes takes most of the time. */
export function manyIds(count: number): string[] {
  const random = randomBytes(16 * count)
  const msecs = Date.now()
  // The upper half of the counter is random, so that two calls in one millisecond do not collide in it.
  const start = randomBytes(2).readUInt16BE() << 14
  return Array.from({ length: count }, (_, i) =>
    v7({ random: random.subarray(16 * i, 16 * i + 16), msecs, seq: start + i }),
  )
}

const BYTES = 16
let random = randomBytes(0)
let used = 0
let msecs = 0
let seq = 0

/** A UUIDv7 above every one that it gave before; random bytes are asked of the system for many at once. */
export function newId(): string {
  if (used === random.length) {
    random = randomBytes(256 * BYTES)
    used = 0
  }
  const own = random.subarray(used, (used += BYTES))
  const now = Date.now()
  // A new millisecond begins in the lower half, so that the count has room to rise.
  seq = now > msecs ? own.readUInt32BE() >>> 1 : seq + 1
  msecs = Math.max(now, msecs)
  return v7({ random: own, msecs, seq })
}
