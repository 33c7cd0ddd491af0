import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { plainList } from '../../database/list-parameter.ts'

/** What is known of a row that was taken before. */
export interface KnownRow {
  readonly n: number
  readonly hash: string
  readonly recordId: string
  readonly isMissing: boolean
  readonly isRetired: boolean
}

/** Keys and hashes as an array of bytea: `\x` and hexadecimal digits need no quotes. */
const bytes = (list: readonly string[]) => `{${list.map((hex) => `"\\\\x${hex}"`).join(',')}}`
const keysOf = (keys: readonly string[]) => sql`${bytes(keys)}::bytea[]`

/** What is known of these rows, by their key. */
export async function loadKnown(tx: Tx, feed: string, keys: readonly string[]): Promise<Map<string, KnownRow>> {
  const rows = await tx.run<KnownRow & { key: string }>(sql`
    SELECT encode(key, 'hex') AS key, encode(hash, 'hex') AS hash, n, record_id AS "recordId",
      missing_since IS NOT NULL AS "isMissing", is_retired AS "isRetired"
    FROM feed_rows WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} AND key = ANY(${keysOf(keys)})`)
  return new Map(rows.map((row) => [row.key, row]))
}

export interface TakenRow {
  readonly key: string
  readonly hash: string
  readonly n: number
  readonly recordId: string
}

/** Keeps what rows said when they were taken. */
export async function keepTaken(tx: Tx, feed: string, rows: readonly TakenRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.run(sql`
    INSERT INTO feed_rows (college_id, feed_id, key, hash, n, record_id)
    SELECT ${tx.collegeId}::uuid, ${feed}::uuid, e.key, e.hash, e.n, e.record_id
    FROM unnest(${keysOf(rows.map((r) => r.key))}, ${keysOf(rows.map((r) => r.hash))}, ${plainList(rows.map((r) => r.n))}::integer[],
      ${plainList(rows.map((r) => r.recordId))}::uuid[]) AS e(key, hash, n, record_id)
    ON CONFLICT (college_id, feed_id, key) DO UPDATE
      SET hash = excluded.hash, record_id = excluded.record_id, missing_since = NULL, is_retired = false`)
}

/** Rows that were missing and are there again, as they were. */
export async function noLongerMissing(tx: Tx, feed: string, keys: readonly string[]): Promise<void> {
  if (keys.length > 0)
    await tx.run(sql`
      UPDATE feed_rows SET missing_since = NULL, is_retired = false
      WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} AND key = ANY(${keysOf(keys)})`)
}

/** How many rows were taken so far, how many of them are out of use because they went, and the first number that none has. */
export async function countTaken(tx: Tx, feed: string): Promise<{ rows: number; retired: number; next: number }> {
  const [found] = await tx.run<{ rows: number; retired: number; next: number }>(sql`
    SELECT count(*) AS rows, count(*) FILTER (WHERE is_retired) AS retired, coalesce(max(n), -1) + 1 AS next
    FROM feed_rows WHERE college_id = ${tx.collegeId} AND feed_id = ${feed}`)
  return found!
}

/** Rows taken before, in the order of their keys. @param after the last key of the page before */
export async function pageOfTaken(
  tx: Tx,
  feed: string,
  after: string | null,
  size: number,
): Promise<{ key: string; n: number; recordId: string; isMissing: boolean; isRetired: boolean }[]> {
  const later = after === null ? sql`` : sql`AND key > ${`\\x${after}`}::bytea`
  return tx.run(sql`
    SELECT encode(key, 'hex') AS key, n, record_id AS "recordId", missing_since IS NOT NULL AS "isMissing", is_retired AS "isRetired"
    FROM feed_rows WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} ${later} ORDER BY key LIMIT ${size}`)
}

/** Notes that rows are no longer in the source. */
export async function markMissing(
  tx: Tx,
  feed: string,
  keys: readonly string[],
  { isRetired }: { readonly isRetired: boolean },
): Promise<void> {
  if (keys.length > 0)
    await tx.run(sql`
      UPDATE feed_rows SET missing_since = coalesce(missing_since, ${new Date().toISOString()}::timestamptz), is_retired = is_retired OR ${isRetired}
      WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} AND key = ANY(${keysOf(keys)})`)
}
