import type { JobWithMetadata } from 'pg-boss'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import type { Label } from '../../language/label.ts'
import type { AnyJob, JobContext, JobData, JobLog } from './define-job.ts'
import { beginRun, endAttempt, keepProgress, TIMETABLE } from './runs.ts'

/** What travels through the queue: which job, for whom, on what. */
export interface Queued {
  readonly college: string
  readonly job: string
  readonly key: string | null
  readonly data: JobData
}

/** Runs that this process works on, to tell them when the server stops. */
export type Running = Map<string, AbortController>

const PROGRESS_MS = 1000
const LARGEST_RESULT = 65_536

/**
 * One attempt at a run: notes that it began, how far it is and how it ended.
 * @throws Error without the cause's words, to be told to the queue, which tries again while there are attempts left
 */
export async function runJob(
  engine: Engine,
  jobs: ReadonlyMap<string, AnyJob>,
  queued: JobWithMetadata<Queued>,
  running: Running,
  log: JobLog,
): Promise<void> {
  const { id, data: asked } = queued
  const job = jobs.get(asked.job)
  // While programs of two versions run on one database, the other one may know it.
  if (!job) throw new Error(`Job "${asked.job}" is not one of this program's`)
  const attempt = queued.retryCount + 1
  const inCollege = engine.database.inCollege
  const hasBegun = await inCollege(asked.college, (tx) => beginRun(tx, id, { ...asked, by: TIMETABLE }, attempt))
  if (!hasBegun) return
  const stop = new AbortController()
  running.set(id, stop)
  let keptAt = 0
  const context: JobContext = {
    engine,
    college: asked.college,
    data: asked.data,
    signal: AbortSignal.any([queued.signal, stop.signal]),
    log,
    async progress(done, total) {
      const isLast = total !== undefined && done >= total
      if (Date.now() - keptAt < PROGRESS_MS && !isLast) return
      keptAt = Date.now()
      if (!(await inCollege(asked.college, (tx) => keepProgress(tx, id, attempt, done, total ?? null)))) stop.abort()
    },
  }
  async function work(): Promise<string> {
    const result = JSON.stringify(await job!.run(context as never))
    if (result.length <= LARGEST_RESULT) return result
    throw new Error(`Job "${asked.job}": its result is larger than ${LARGEST_RESULT} characters`)
  }
  const end = await work()
    .then(
      (result) => ({ state: 'done', result }) as const,
      (error: unknown) => {
        const state = queued.retryCount < queued.retryLimit ? 'retrying' : 'failed'
        const facts = { job: asked.job, run: id, attempt, error: forLog(error) }
        log[state === 'failed' ? 'error' : 'warn'](facts, `a job failed (${state})`)
        return { state, error: forPeople(error, id) } as const
      },
    )
    .finally(() => running.delete(id))
  await inCollege(asked.college, (tx) => endAttempt(tx, id, attempt, end))
  // pg-boss would keep the cause, and show it to whoever may read its tables.
  if (end.state !== 'done') throw new Error(`Run ${id}: job_runs says why`)
}

/** A refusal is meant for people; anything else may hold an address or a password, and stays in the log. */
const forPeople = (error: unknown, id: string): Label =>
  error instanceof Refusal
    ? error.label
    : { zh: `执行出错，请把编号 ${id} 告诉管理员查看日志`, en: `It failed: the server's log says why, under ${id}` }

const forLog = (error: unknown): object =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack, ...('code' in error ? { code: error.code } : {}) }
    : { type: typeof error }
