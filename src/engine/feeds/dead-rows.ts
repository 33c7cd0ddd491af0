import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { textList } from '../../database/list-parameter.ts'
import type { FeedProblem } from '../../language/wire-feeds.ts'

/** A row that could not be taken: what it says, and what is wrong with it. */
export interface DeadRow {
  readonly key: string
  readonly place: string
  readonly texts: Readonly<Record<string, string>>
  readonly problems: readonly FeedProblem[]
}

export interface KeptDeadRow extends DeadRow {
  readonly firstSeen: string
  readonly lastSeen: string
}

const bytes = (keys: readonly string[]) => sql`${`{${keys.map((hex) => `"\\\\x${hex}"`).join(',')}}`}::bytea[]`

export async function keepDead(tx: Tx, feed: string, run: string, rows: readonly DeadRow[]): Promise<void> {
  if (rows.length === 0) return
  const at = new Date().toISOString()
  const json = (list: readonly object[]) =>
    sql`${textList(
      list.map((o) => JSON.stringify(o)),
      'jsonb',
    )}::jsonb[]`
  await tx.run(sql`
    INSERT INTO feed_dead_rows (college_id, feed_id, key, place, texts, problems, first_seen, last_seen, run_id)
    SELECT ${tx.collegeId}::uuid, ${feed}::uuid, e.key, e.place, e.texts, e.problems, ${at}::timestamptz, ${at}::timestamptz, ${run}::uuid
    FROM unnest(${bytes(rows.map((r) => r.key))}, ${textList(rows.map((r) => r.place))}::text[], ${json(rows.map((r) => r.texts))},
      ${json(rows.map((r) => r.problems))}) AS e(key, place, texts, problems)
    ON CONFLICT (college_id, feed_id, key) DO UPDATE
      SET place = excluded.place, texts = excluded.texts, problems = excluded.problems, last_seen = excluded.last_seen, run_id = excluded.run_id`)
}

/** Rows that were taken after all. */
export async function removeDead(tx: Tx, feed: string, keys: readonly string[]): Promise<void> {
  if (keys.length > 0)
    await tx.run(
      sql`DELETE FROM feed_dead_rows WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} AND key = ANY(${bytes(keys)})`,
    )
}

/** Rows that did not come again in a run which looked at all there are. */
export const removeDeadBefore = (tx: Tx, feed: string, run: string): Promise<number> =>
  tx.change(
    sql`DELETE FROM feed_dead_rows WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} AND run_id <> ${run}`,
  )

export async function countDead(tx: Tx, feed: string): Promise<number> {
  const [row] = await tx.run<{ n: number }>(
    sql`SELECT count(*) AS n FROM feed_dead_rows WHERE college_id = ${tx.collegeId} AND feed_id = ${feed}`,
  )
  return row!.n
}

/** Rows that could not be taken, in the order of their keys. @param after the key of the last one of the page before */
export function pageOfDead(tx: Tx, feed: string, after: string | null, size: number): Promise<KeptDeadRow[]> {
  const later = after === null ? sql`` : sql`AND key > ${`\\x${after}`}::bytea`
  return tx.run(sql`
    SELECT encode(key, 'hex') AS key, place, texts, problems, first_seen AS "firstSeen", last_seen AS "lastSeen"
    FROM feed_dead_rows WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} ${later} ORDER BY key LIMIT ${size}`)
}
