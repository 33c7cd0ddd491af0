import type { Db, PgBoss } from 'pg-boss'
import type { Tx } from '../../database/connection.ts'
import { JOB_SCHEMA } from '../../database/job-queue.ts'
import type { Engine } from '../engine.ts'
import type { AnyJob } from './define-job.ts'

/** Where jobs wait: quick ones must not queue behind one that takes minutes. */
export const lanes = { quick: { atOnce: 2 }, slow: { atOnce: 1 } } as const
export type Lane = keyof typeof lanes
/** Where times of the program's own timetable come due: what is due there is put into a lane for each college with work. */
export const CLOCK = 'clock'
export const laneOf = (job: AnyJob): Lane => (job.slow ? 'slow' : 'quick')

/** Seconds; shorter only in tests. */
export interface QueuePace {
  /** A process that has not said for so long that it is alive has lost its runs to others. At least 10. */
  readonly heartbeat: number
  /** How often lost runs and due lines of the timetable are looked for. */
  readonly watch: number
  /** How long a stopping server lets its runs go on. Docker kills after ten seconds. */
  readonly grace: number
}
export const USUAL_PACE: QueuePace = { heartbeat: 30, watch: 15, grace: 5 }

const LONGEST_RUN_SECONDS = 12 * 3600
const KEPT_SECONDS = 7 * 86_400
const LONGEST_WAIT_SECONDS = 1800
/** What pg-boss keeps of its own: of what waits or was done, our own table tells (see runs.ts). */
const queueOptions = { policy: 'singleton', deleteAfterSeconds: KEPT_SECONDS } as const

/**
 * Opens pg-boss on the application's connections. Loaded only now: it takes a moment and some 25 MB.
 * @param isWorking also keeps the timetable and takes back what dead processes had begun
 */
export async function openQueue(
  { database }: Engine,
  isWorking: boolean,
  pace: QueuePace,
  onError: (error: unknown) => void,
): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    schema: JOB_SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: isWorking,
    supervise: isWorking,
    superviseIntervalSeconds: pace.watch,
    monitorIntervalSeconds: pace.watch,
    cronMonitorIntervalSeconds: Math.min(pace.watch, 30),
    // These need the owner's rights, which the application does not have; the tables stay small.
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  boss.on('error', onError)
  await boss.start()
  for (const queue of [...Object.keys(lanes), CLOCK]) await boss.createQueue(queue, queueOptions)
  return boss
}

/** Lets pg-boss write in the transaction of the caller. */
export const within = (tx: Tx): Db => ({ executeSql: (text, values) => tx.client.query(text, values) })

/** How pg-boss is told to treat a job. @param one of the runs of one `one` only a single one is at work at a time */
export const sendOptions = (job: AnyJob, one: string, pace: QueuePace) => ({
  singletonKey: one,
  retryLimit: job.retries,
  retryDelay: job.firstRetrySeconds ?? 30,
  retryBackoff: true,
  retryDelayMax: LONGEST_WAIT_SECONDS,
  expireInSeconds: LONGEST_RUN_SECONDS,
  heartbeatSeconds: pace.heartbeat,
})
