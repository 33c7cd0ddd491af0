import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { JobData } from './define-job.ts'

/** One line of a college's timetable. */
export interface JobSchedule {
  readonly job: string
  readonly key: string
  readonly cron: string
  readonly timeZone: string
  readonly data: JobData
  readonly paused: boolean
}

const columns = sql`job, key, cron, time_zone AS "timeZone", data, paused`

/** Writes a line of the timetable; a line that is there keeps its pause. */
export async function keepSchedule(tx: Tx, line: Omit<JobSchedule, 'paused'>): Promise<JobSchedule> {
  const [row] = await tx.run<JobSchedule>(sql`
    INSERT INTO job_schedules (college_id, job, key, cron, time_zone, data)
    VALUES (${tx.collegeId}, ${line.job}, ${line.key}, ${line.cron}, ${line.timeZone}, ${JSON.stringify(line.data)})
    ON CONFLICT (college_id, job, key) DO UPDATE SET cron = excluded.cron, time_zone = excluded.time_zone, data = excluded.data
    RETURNING ${columns}`)
  return row!
}

/** Pauses a line that every college has, or lets it go on: only then is it written down for one. */
export const pauseUsual = (tx: Tx, { job, key, cron, timeZone }: JobSchedule, paused: boolean): Promise<unknown> =>
  tx.run(sql`
    INSERT INTO job_schedules (college_id, job, key, cron, time_zone, data, paused)
    VALUES (${tx.collegeId}, ${job}, ${key}, ${cron}, ${timeZone}, '{}', ${paused})
    ON CONFLICT (college_id, job, key) DO UPDATE SET paused = excluded.paused`)

/** Pauses a line or lets it go on; undefined when there is none. */
export async function setPaused(tx: Tx, job: string, key: string, paused: boolean): Promise<JobSchedule | undefined> {
  const [row] = await tx.run<JobSchedule>(sql`
    UPDATE job_schedules SET paused = ${paused}
    WHERE college_id = ${tx.collegeId} AND job = ${job} AND key = ${key} RETURNING ${columns}`)
  return row
}

export async function removeSchedule(tx: Tx, job: string, key: string): Promise<void> {
  await tx.run(sql`DELETE FROM job_schedules WHERE college_id = ${tx.collegeId} AND job = ${job} AND key = ${key}`)
}

export const listSchedules = (tx: Tx): Promise<JobSchedule[]> =>
  tx.run<JobSchedule>(sql`SELECT ${columns} FROM job_schedules WHERE college_id = ${tx.collegeId} ORDER BY job, key`)
