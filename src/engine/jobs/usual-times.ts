import { sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Tx } from '../../database/connection.ts'
import { JOB_SCHEMA } from '../../database/job-queue.ts'
import { listColleges } from '../colleges.ts'
import type { Engine } from '../engine.ts'
import type { AnyJob, JobLog } from './define-job.ts'
import { CLOCK, lanes, type QueuePace } from './queue.ts'
import type { JobSchedule } from './schedules.ts'

/** The zone in which a timetable's hours are meant. */
export const TIME_ZONE = 'Asia/Shanghai'
/** The key of the line that every college has of a job with a timetable. */
export const USUAL = 'timetable'

/** The lines of the timetable that every college has. */
export const usualLines = (jobs: readonly AnyJob[]): JobSchedule[] =>
  jobs.flatMap(({ name, timetable }) =>
    timetable === undefined
      ? []
      : [{ job: name, key: USUAL, cron: timetable, timeZone: TIME_ZONE, data: {}, paused: false }],
  )

/**
 * Makes the queue follow the program's own timetable: one line for each job, however many colleges there are. Lines of
 * jobs that this program no longer has, which would fail whenever they are due, and those that earlier programs made
 * for every college, are taken away.
 */
export async function followClock(
  { database }: Engine,
  boss: PgBoss,
  jobs: readonly AnyJob[],
  pace: QueuePace,
): Promise<void> {
  const lines = usualLines(jobs)
  for (const { job, cron, timeZone } of lines)
    await boss.schedule(
      CLOCK,
      cron,
      { job },
      // What came due while no server ran is done once, when one does.
      { key: job, singletonKey: job, tz: timeZone, missed: 'once', retryLimit: 3, heartbeatSeconds: pace.heartbeat },
    )
  for (const { key } of await boss.getSchedules(CLOCK))
    if (!lines.some(({ job }) => job === key)) await boss.unschedule(CLOCK, key)
  await database.run(sql`
    DELETE FROM ${sql.table(`${JOB_SCHEMA}.schedule`)} WHERE name = ANY(${Object.keys(lanes)}::text[])
      AND (split_part(key, '/', 3) = ${USUAL} OR split_part(key, '/', 2) <> ALL(${jobs.map(({ name }) => name)}::text[]))`)
}

/**
 * Asks for a job's run in every college that has something to do and has not paused it. Who was asked for since the time
 * came due is not asked for again: what failed halfway is begun again from the start.
 * @param since when the time came due
 */
export async function spread(
  engine: Engine,
  job: AnyJob,
  since: Date,
  log: JobLog,
  add: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  const now = new Date()
  let failure: unknown
  for (const { id } of await listColleges(engine))
    await engine.database
      .inCollege(id, async (tx) => {
        if (job.isDue && !(await job.isDue(tx, now))) return
        if (!(await isSettled(tx, job.name, since))) await add(tx)
      })
      .catch(async (error: unknown) => {
        // One college's trouble is not that of all others; a database that is gone is.
        await engine.database.run(sql`SELECT 1`)
        failure = error
        log.warn(
          { job: job.name, college: id, error: error instanceof Error ? error.message : String(error) },
          'a job could not be asked for in a college; trying again',
        )
      })
  if (failure) throw new Error(`Job "${job.name}" could not be asked for everywhere: the log says where`)
}

/** Whether a college has paused the usual line of a job, or was asked for it since. */
async function isSettled(tx: Tx, job: string, since: Date): Promise<boolean> {
  const [paused] = await tx.run(
    sql`SELECT 1 FROM job_schedules WHERE college_id = ${tx.collegeId} AND job = ${job} AND key = ${USUAL} AND paused`,
  )
  if (paused) return true
  const [asked] = await tx.run(sql`
    SELECT 1 FROM job_runs WHERE college_id = ${tx.collegeId} AND asked_at >= ${since.toISOString()}::timestamptz
      AND job = ${job} AND key = ${USUAL} LIMIT 1`)
  return asked !== undefined
}
