import type { Label } from '../../language/label.ts'
import type { Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'

/** What a job is given to work on: small JSON, for it is kept with the run's history. Ids, not contents. */
export type JobData = Readonly<Record<string, unknown>>

export interface JobLog {
  error(facts: object, message: string): void
  warn(facts: object, message: string): void
}

/** One attempt at a run. */
export interface JobContext<Data extends JobData = JobData> {
  readonly engine: Engine
  /** Id of the college. The job opens its own transactions, short ones: `engine.database.inCollege(college, …)`. */
  readonly college: string
  readonly data: Data
  /** Ends when somebody cancels the run, the server stops, or another process has taken the run over: then give up. */
  readonly signal: AbortSignal
  /** The server's log: facts without secrets or persons. */
  readonly log: JobLog
  /** Says how far it is. Kept about once a second, so call it as often as is natural. */
  progress(done: number, total?: number): Promise<void>
}

/**
 * Work in the background, for one college. `run` must be idempotent: after a crash it runs again from the start, with
 * the same data, and it may by then have done its work already.
 */
export interface Job<Data extends JobData = JobData, Result extends JobData = JobData> {
  /** Kebab-case; kept in the database, so never reused for something else. */
  readonly name: string
  readonly label: Label
  /** How often it is tried again after a failure, waiting longer each time. */
  readonly retries: number
  /** Seconds before the first retry; each further one waits about twice as long, half an hour at most. */
  readonly firstRetrySeconds?: number
  /** Takes minutes rather than seconds: waits in a lane of its own, so that quick work is not held up. */
  readonly slow?: boolean
  /** Runs in every college by itself at these times, with no data: five fields of cron. */
  readonly timetable?: string
  /** Whether a college has something to do when its time comes: one cheap look. Without it there always is. */
  isDue?(tx: Tx, now: Date): Promise<boolean>
  /** @returns what is worth telling an administrator: counts, ids (at most 64 KB as JSON) */
  run(context: JobContext<Data>): Promise<Result>
  /** What a result means, for people. */
  tell?(result: Result): Label
}

/** A job of any shape: what the queue handles. */
export type AnyJob = Omit<Job, 'run' | 'tell'> & {
  // Methods, not properties: parameters are then compared bivariantly, so that every job fits.
  run(context: never): Promise<JobData>
  tell?(result: never): Label
}

/** Declares a job. Register it in `src/server/job-list.ts`. */
export function defineJob<Data extends JobData, Result extends JobData>(job: Job<Data, Result>): Job<Data, Result> {
  return job
}
