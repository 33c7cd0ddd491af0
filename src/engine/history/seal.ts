import { createHash, createHmac, hash, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { SealedRow } from './sealed-rows.ts'

/** The id below all others: where a college's first seal begins. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000'
/** What the first seal of a college follows. */
export const NO_SEAL = Buffer.alloc(32)
const LEAF = 49

/** What a seal says of one row. */
export interface Leaf {
  readonly number: number
  readonly id: string
  readonly hash: Buffer
}

/** One seal of a college's chain, as it is kept. */
export interface Seal {
  readonly n: number
  readonly after: string
  readonly upto: string
  /** It holds single rows that came while a clock was set back, not all of an interval. */
  readonly late: boolean
  readonly sealedAt: string
  readonly count: number
  readonly leaves: Buffer
  readonly places: Buffer
  readonly previous: Buffer
  readonly hash: Buffer
  readonly keyId: string
  readonly mark: Buffer
}

/** The secret that marks seals, and older ones whose marks still count. Whoever has only the database has none. */
export type SealKeys = readonly [string, ...string[]]

/** Names a key without telling it. */
export const keyIdOf = (key: string): string => hash('sha256', `jiangxin seal key ${key}`).slice(0, 16)

const markOf = (key: string, of: Buffer) => createHmac('sha256', key).update(of).digest()

/** Does the seal carry the mark of one of these keys? */
export function isMarked(seal: Seal, keys: SealKeys): boolean {
  const key = keys.find((one) => keyIdOf(one) === seal.keyId)
  return key !== undefined && seal.mark.length === 32 && timingSafeEqual(markOf(key, seal.hash), seal.mark)
}

/** The hash of a seal: over everything it says and the hash of the one before it. */
export function hashSeal(collegeId: string, seal: Omit<Seal, 'hash' | 'keyId' | 'mark'>): Buffer {
  const { n, late, after, upto, sealedAt, count, leaves, places, previous } = seal
  const sums = [leaves, places].map((part) => hash('sha256', part))
  const words = ['jiangxin-seal-1', collegeId, n, late, after, upto, sealedAt, count, ...sums, previous.toString('hex')]
  return createHash('sha256').update(JSON.stringify(words)).digest()
}

function packLeaves(rows: readonly SealedRow[]): Buffer {
  const packed = Buffer.alloc(rows.length * LEAF)
  for (const [i, row] of rows.entries()) {
    packed.writeUInt8(row.number, i * LEAF)
    packed.write(row.id.replaceAll('-', ''), i * LEAF + 1, 'hex')
    row.hash.copy(packed, i * LEAF + 17)
  }
  return packed
}

/** What a seal says of its rows, in the order of their ids. */
export function unpackLeaves(packed: Buffer): Leaf[] {
  return Array.from({ length: Math.floor(packed.length / LEAF) }, (_, i) => {
    const leaf = packed.subarray(i * LEAF, (i + 1) * LEAF)
    const id = leaf.toString('hex', 1, 17)
    return {
      number: leaf.readUInt8(0),
      id: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`,
      hash: leaf.subarray(17),
    }
  })
}

const squeeze = promisify(deflateRaw)
const unsqueeze = promisify(inflateRaw)

/** What each row of a seal was about: kept, so that it can be said of a row that is gone. */
export async function unpackPlaces(places: Buffer): Promise<{ subject: string; record: string }[]> {
  const text = await unsqueeze(places).catch(() => Buffer.alloc(0))
  return String(text)
    .split('\n')
    .map((line) => {
      const [subject = '', record = ''] = line.split('\t')
      return { subject, record }
    })
}

const COLUMNS = sql`n, after, upto, late, sealed_at AS "sealedAt", count, leaves, places, previous, hash, key_id AS "keyId", mark`

/** Seals of the college from a number on; only those of single late rows, if so asked. */
export const readSeals = (tx: Tx, from: number, most: number, onlyLate = false): Promise<Seal[]> =>
  tx.run<Seal>(
    sql`SELECT ${COLUMNS} FROM seals WHERE college_id = ${tx.collegeId} AND n >= ${from} AND (late OR NOT ${onlyLate}::boolean) ORDER BY n LIMIT ${most}`,
  )

/** The last seal of the college. */
export async function lastSeal(tx: Tx): Promise<Seal | undefined> {
  const [last] = await tx.run<Seal>(
    sql`SELECT ${COLUMNS} FROM seals WHERE college_id = ${tx.collegeId} ORDER BY n DESC LIMIT 1`,
  )
  return last
}

/** Adds a seal over these rows to the college's chain. */
export async function addSeal(
  tx: Tx,
  keys: SealKeys,
  before: Pick<Seal, 'n' | 'hash'> | undefined,
  rows: readonly SealedRow[],
  interval: Pick<Seal, 'after' | 'upto' | 'late'>,
): Promise<Seal> {
  const lines = rows.map((row) => `${row.subject}\t${row.record}`.replaceAll('\n', ' ')).join('\n')
  const unsigned = {
    ...interval,
    n: (before?.n ?? 0) + 1,
    sealedAt: new Date().toISOString(),
    count: rows.length,
    leaves: packLeaves(rows),
    places: await squeeze(lines),
    previous: before?.hash ?? NO_SEAL,
  }
  const made = hashSeal(tx.collegeId, unsigned)
  const seal: Seal = { ...unsigned, hash: made, keyId: keyIdOf(keys[0]), mark: markOf(keys[0], made) }
  await tx.run(sql`
    INSERT INTO seals (college_id, n, after, upto, late, sealed_at, count, leaves, places, previous, hash, key_id, mark)
    VALUES (${tx.collegeId}, ${seal.n}, ${seal.after}, ${seal.upto}, ${seal.late}, ${seal.sealedAt}, ${seal.count}, ${seal.leaves},
      ${seal.places}, ${seal.previous}, ${seal.hash}, ${seal.keyId}, ${seal.mark})`)
  return seal
}

/** The smallest UUIDv7 of a moment, in milliseconds. */
export function idAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** The moment a UUIDv7 was made at, in milliseconds. */
export const momentOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
