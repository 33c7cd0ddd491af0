import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import { JOB_SCHEMA } from '../../database/job-queue.ts'
import type { Label } from '../../language/label.ts'
import type { WireJobRun } from '../../language/wire-jobs.ts'
import type { JobData } from './define-job.ts'

/** What became of one piece of work, without the words that a screen shows for its job. */
export type JobRun = Omit<WireJobRun, 'label' | 'summary'>

/** Who asked for a run; the timetable when nobody did. */
export interface AskedBy {
  readonly accountId: string | null
  readonly name: string
}
export const TIMETABLE: AskedBy = { accountId: null, name: '' }

export interface NewRun {
  readonly job: string
  readonly key: string | null
  readonly data: JobData
  readonly by: AskedBy
}

/**
 * Notes a run that waits. With a key, a run of the same job and key that waits already is given instead.
 * @returns its id, and whether it is new
 */
export async function addRun(tx: Tx, run: NewRun): Promise<{ id: string; isNew: boolean }> {
  const waiting = sql`SELECT id FROM job_runs WHERE college_id = ${tx.collegeId} AND job = ${run.job} AND key = ${run.key} AND state IN ('queued', 'retrying')`
  // Between two looks the run that waited may have begun: then the next round adds one.
  for (;;) {
    const [added] = await tx.run<{ id: string }>(sql`
      INSERT INTO job_runs (college_id, id, job, key, data, state, asked_by, asked_by_name, asked_at)
      SELECT ${tx.collegeId}::uuid, ${v7()}::uuid, ${run.job}, ${run.key}, ${JSON.stringify(run.data)}::jsonb, 'queued',
        ${run.by.accountId}::uuid, ${run.by.name}, ${new Date().toISOString()}::timestamptz
      WHERE NOT EXISTS (${waiting})
      ON CONFLICT (college_id, job, key) WHERE state = 'queued' DO NOTHING
      RETURNING id`)
    if (added) return { id: added.id, isNew: true }
    const [known] = await tx.run<{ id: string }>(waiting)
    if (known) return { id: known.id, isNew: false }
  }
}

/** Begins an attempt; a run of the timetable is noted by it. @returns false when the run has ended already */
export async function beginRun(tx: Tx, id: string, run: NewRun, attempt: number): Promise<boolean> {
  const at = new Date().toISOString()
  const rows = await tx.run(sql`
    INSERT INTO job_runs (college_id, id, job, key, data, state, attempts, asked_by_name, asked_at, started_at)
    VALUES (${tx.collegeId}, ${id}, ${run.job}, ${run.key}, ${JSON.stringify(run.data)}, 'running', ${attempt}, ${run.by.name}, ${at}, ${at})
    ON CONFLICT (college_id, id) DO UPDATE
      SET state = 'running', attempts = excluded.attempts, started_at = excluded.started_at, done = NULL, total = NULL, error = NULL
      WHERE job_runs.ended_at IS NULL
    RETURNING id`)
  return rows.length > 0
}

/** Keeps how far an attempt is. @returns false when the run is no longer this attempt's */
export async function keepProgress(
  tx: Tx,
  id: string,
  attempt: number,
  done: number,
  total: number | null,
): Promise<boolean> {
  const changed = await tx.change(sql`
    UPDATE job_runs SET done = ${done}, total = ${total}
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND state = 'running' AND attempts = ${attempt}`)
  return changed > 0
}

/** Ends an attempt; one whose run was cancelled or taken over meanwhile changes nothing. */
export async function endAttempt(
  tx: Tx,
  id: string,
  attempt: number,
  end:
    | { readonly state: 'done'; readonly result: string }
    | { readonly state: 'retrying' | 'failed'; readonly error: Label },
): Promise<void> {
  const result = end.state === 'done' ? end.result : null
  const error = end.state === 'done' ? null : JSON.stringify(end.error)
  await tx.run(sql`
    UPDATE job_runs SET state = ${end.state}, result = ${result}::jsonb, error = ${error}::jsonb,
      ended_at = ${end.state === 'retrying' ? null : new Date().toISOString()}::timestamptz
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND state = 'running' AND attempts = ${attempt}`)
}

/** Cancels what has not ended. @returns the run's job; undefined when there is nothing to cancel */
export async function cancelRun(tx: Tx, id: string): Promise<string | undefined> {
  const [row] = await tx.run<{ job: string }>(sql`
    UPDATE job_runs SET state = 'cancelled', ended_at = ${new Date().toISOString()}::timestamptz
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND ended_at IS NULL RETURNING job`)
  return row?.job
}

const GAVE_UP: Label = {
  zh: '服务器多次在执行中停止，任务已放弃；可以重新执行',
  en: 'The server stopped in the middle too often and the job was given up: it can be run again',
}

/**
 * Ends runs that the queue no longer holds: each attempt at them ended with its server, so none could say so itself.
 */
export async function endAbandoned(tx: Tx): Promise<void> {
  // The queue and the runs may be on two machines: asked one after the other. A run is written before its job is queued.
  const running = await tx.run<{ id: string }>(
    sql`SELECT id FROM job_runs WHERE college_id = ${tx.collegeId} AND ended_at IS NULL`,
  )
  if (running.length === 0) return
  const ids = running.map(({ id }) => id)
  const held = await tx.run<{ id: string }>(
    sql`SELECT id FROM ${sql.table(`${JOB_SCHEMA}.job`)} WHERE id = ANY(${ids}::uuid[]) AND state < 'completed'`,
  )
  const stillHeld = new Set(held.map(({ id }) => id))
  const lost = ids.filter((id) => !stillHeld.has(id))
  if (lost.length === 0) return
  await tx.run(sql`
    UPDATE job_runs SET state = 'failed', error = ${JSON.stringify(GAVE_UP)}::jsonb, ended_at = ${new Date().toISOString()}::timestamptz
    WHERE college_id = ${tx.collegeId} AND ended_at IS NULL AND id = ANY(${lost}::uuid[])`)
}

const PAGE = 50

const RUN = sql`id, job, key, state, attempts, done, total, result, error, asked_by_name AS "askedBy", asked_at AS "askedAt",
  started_at AS "startedAt", ended_at AS "endedAt"`

/** Runs of the college, newest first. @param after the last `id` of the page before */
export async function listRuns(tx: Tx, after?: string): Promise<{ rows: JobRun[]; next: string | null }> {
  await endAbandoned(tx)
  const older = after
    ? sql`AND (asked_at, id) < (SELECT asked_at, id FROM job_runs WHERE college_id = ${tx.collegeId} AND id = ${after})`
    : sql``
  const rows = await tx.run<JobRun>(sql`
    SELECT ${RUN} FROM job_runs WHERE college_id = ${tx.collegeId} ${older} ORDER BY asked_at DESC, id DESC LIMIT ${PAGE + 1}`)
  const page = rows.slice(0, PAGE)
  return { rows: page, next: rows.length > PAGE ? page.at(-1)!.id : null }
}

/** The run of a job that was asked for last, whatever became of it; undefined before the first. */
export async function findLastRun(tx: Tx, job: string): Promise<JobRun | undefined> {
  await endAbandoned(tx)
  const [run] = await tx.run<JobRun>(sql`
    SELECT ${RUN} FROM job_runs WHERE college_id = ${tx.collegeId} AND job = ${job} ORDER BY asked_at DESC, id DESC LIMIT 1`)
  return run
}

/** What a run was given, to run it again; undefined when there is no such run, or it has not ended. */
export async function findEndedRun(
  tx: Tx,
  id: string,
): Promise<{ job: string; key: string | null; data: JobData } | undefined> {
  const [row] = await tx.run<{ job: string; key: string | null; data: JobData }>(
    sql`SELECT job, key, data FROM job_runs WHERE college_id = ${tx.collegeId} AND id = ${id} AND ended_at IS NOT NULL`,
  )
  return row
}

/** Forgets runs that ended before a moment. @returns how many */
export const forgetRuns = (tx: Tx, before: Date): Promise<number> =>
  tx.change(
    sql`DELETE FROM job_runs WHERE college_id = ${tx.collegeId} AND ended_at < ${before.toISOString()}::timestamptz`,
  )
