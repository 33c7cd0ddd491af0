import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { FeedCounts, FeedRunWhat, WireFeedRun } from '../../language/wire-feeds.ts'

export const NO_COUNTS: FeedCounts = { read: 0, created: 0, changed: 0, unchanged: 0, wrong: 0, missing: 0, retired: 0 }

/** Runs that are kept of each feed. */
const KEPT = 200

/** Notes that a run begins. Of one feed only one is at work: what says otherwise ended with its server. */
export async function beginRun(tx: Tx, feed: string, what: FeedRunWhat, askedBy: string): Promise<string> {
  const id = v7()
  const at = new Date().toISOString()
  await tx.run(sql`
    UPDATE feed_runs SET state = 'stopped', ended_at = ${at}::timestamptz WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} AND state = 'running'`)
  await tx.run(sql`
    DELETE FROM feed_runs WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} AND id IN (
      SELECT id FROM feed_runs WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} ORDER BY id DESC OFFSET ${KEPT})`)
  await tx.run(sql`
    INSERT INTO feed_runs (college_id, feed_id, id, what, state, asked_by, started_at, counts)
    VALUES (${tx.collegeId}, ${feed}, ${id}, ${what}, 'running', ${askedBy}, ${at}, ${JSON.stringify(NO_COUNTS)})`)
  return id
}

export interface RunEnd {
  readonly state: 'running' | 'done' | 'failed' | 'stopped'
  readonly counts: FeedCounts
  readonly note?: Label | null
  readonly error?: Label | null
}

/** Keeps how far a run is, or how it ended. */
export async function keepRun(tx: Tx, feed: string, id: string, { state, counts, note, error }: RunEnd): Promise<void> {
  const json = (label: Label | null | undefined) => (label ? JSON.stringify(label) : null)
  await tx.run(sql`
    UPDATE feed_runs SET state = ${state}, counts = ${JSON.stringify(counts)}, note = ${json(note)}::jsonb, error = ${json(error)}::jsonb,
      ended_at = ${state === 'running' ? null : new Date().toISOString()}::timestamptz
    WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} AND id = ${id}`)
}

/** Runs of a feed, newest first. @param after the last `id` of the page before */
export function listFeedRuns(tx: Tx, feed: string, size: number, after?: string): Promise<WireFeedRun[]> {
  const older = after ? sql`AND id < ${after}::uuid` : sql``
  return tx.run(sql`
    SELECT id, what, state, asked_by AS "askedBy", started_at AS "startedAt", ended_at AS "endedAt", counts, note, error
    FROM feed_runs WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} ${older} ORDER BY id DESC LIMIT ${size}`)
}

/** The last run of the feed of the surrounding statement, as JSON. */
export const lastRunSql = sql`
  SELECT jsonb_build_object('id', r.id, 'what', r.what, 'state', r.state, 'askedBy', r.asked_by, 'startedAt', r.started_at, 'endedAt', r.ended_at,
    'counts', r.counts, 'note', r.note, 'error', r.error)
  FROM feed_runs r WHERE r.college_id = feeds.college_id AND r.feed_id = feeds.id ORDER BY r.id DESC LIMIT 1`
