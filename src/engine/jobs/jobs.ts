import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import type { AnyJob, Job, JobData, JobLog } from './define-job.ts'
import { CLOCK, type Lane, laneOf, lanes, openQueue, type QueuePace, sendOptions, USUAL_PACE, within } from './queue.ts'
import { type Queued, runJob, type Running } from './run-job.ts'
import { addRun, type AskedBy, cancelRun, findEndedRun, TIMETABLE } from './runs.ts'
import { type JobSchedule, keepSchedule, listSchedules, pauseUsual, removeSchedule, setPaused } from './schedules.ts'
import { followClock, spread, TIME_ZONE, USUAL, usualLines } from './usual-times.ts'

const KEY = /^[\w.-]{1,80}$/

/** A college, or a transaction in it: then what is asked for happens when that is committed, or not at all. */
export type Where = Tx | string

/** The background jobs of one program. */
export interface Jobs {
  /** Every job that there is, by name. */
  readonly list: ReadonlyMap<string, AnyJob>
  /**
   * Asks for a run. With a key, at most one run of this job and key waits at a time (the id of the one that waits is
   * given), and at most one is at work.
   */
  send<Data extends JobData>(
    job: Job<Data>,
    where: Where,
    data: Data,
    options?: { readonly key?: string; readonly by?: AskedBy },
  ): Promise<string>
  /**
   * Ends a run: one that waits never starts, one at work is told by its signal, within seconds wherever it works.
   * @throws Refusal 404 when it has ended
   */
  cancel(where: Where, id: string): Promise<void>
  /** Asks for the same again. @throws Refusal 404 when the run has not ended, or its job is no longer one */
  runAgain(where: Where, id: string, by: AskedBy): Promise<string>
  /** Puts a line on the timetable, or changes it. @param cron five fields. @throws Error when it is no cron */
  schedule<Data extends JobData>(
    job: Job<Data>,
    where: Where,
    key: string,
    cron: string,
    data: Data,
    timeZone?: string,
  ): Promise<void>
  /** Takes a line off the timetable. */
  unschedule(where: Where, job: string, key: string): Promise<void>
  /** Pauses a line, or lets it go on. @throws Refusal 404 */
  pause(where: Where, job: string, key: string, paused: boolean): Promise<void>
  /** The lines of a college's timetable, each with the next moment; null for a paused one. */
  timetable(tx: Tx): Promise<(JobSchedule & { readonly next: string | null })[]>
  /** Begins to work; until then runs are only noted. May be called again after it failed. */
  start(log: JobLog): Promise<void>
  /** Takes nothing more, gives what is at work some seconds to end, then tells it to stop; it will be run again. */
  stop(): Promise<void>
}

/** What a job has to end in, once it was told to. */
const LAST_WORDS_MS = 2000

/** Makes the jobs of a program; nothing is opened before the first use. */
export function createJobs(engine: Engine, all: readonly AnyJob[], pace: QueuePace = USUAL_PACE): Jobs {
  const list = new Map(all.map((job) => [job.name, job]))
  if (list.size < all.length) throw new Error('Two jobs have the same name')
  const running: Running = new Map()
  let log: JobLog = { error() {}, warn() {} }
  let opened: Promise<PgBoss> | undefined
  let isWorking = false
  const open = (withTimetable: boolean) =>
    openQueue(engine, withTimetable, pace, (error) =>
      log.warn(
        { error: error instanceof Error ? error.message : String(error) },
        'the job queue met a problem; trying again',
      ),
    )
  /** The queue; a failure to open it is not kept, so that the next use tries again. */
  const queue = () => (opened ??= open(false).catch((error: unknown) => ((opened = undefined), Promise.reject(error))))
  const at = <T>(where: Where, work: (tx: Tx) => Promise<T>) =>
    typeof where === 'string' ? engine.database.inCollege(where, work) : work(where)

  async function add(tx: Tx, job: AnyJob, key: string | null, data: JobData, by: AskedBy): Promise<string> {
    const { id, isNew } = await addRun(tx, { job: job.name, key, data, by })
    if (!isNew) return id
    const queued: Queued = { college: tx.collegeId, job: job.name, key, data }
    const one = key === null ? id : lineOf(tx.collegeId, job.name, key)
    await (await queue()).send(laneOf(job), queued, { ...sendOptions(job, one, pace), id, db: within(tx) })
    return id
  }
  const getJob = (name: string): AnyJob => {
    const job = list.get(name)
    if (!job) throw unknown()
    return job
  }
  /** Takes a line out of the queue's own timetable, whichever lane its job is or was in. */
  async function forget(tx: Tx, line: string, except?: Lane): Promise<void> {
    const boss = await queue()
    for (const lane of Object.keys(lanes)) if (lane !== except) await boss.unschedule(lane, line, { db: within(tx) })
  }
  /** Makes the queue follow a line of the timetable. */
  async function follow(tx: Tx, line: JobSchedule): Promise<void> {
    const job = getJob(line.job)
    const one = lineOf(tx.collegeId, line.job, line.key)
    await forget(tx, one, line.paused ? undefined : laneOf(job))
    if (line.paused) return
    const queued: Queued = { college: tx.collegeId, job: line.job, key: line.key, data: line.data }
    await (
      await queue()
    ).schedule(laneOf(job), line.cron, queued, {
      ...sendOptions(job, one, pace),
      tz: line.timeZone,
      key: one,
      // What came due while no server ran is done once, when one does.
      missed: 'once',
      db: within(tx),
    })
  }
  async function remove(tx: Tx, name: string, key: string): Promise<void> {
    await removeSchedule(tx, name, key)
    await forget(tx, lineOf(tx.collegeId, name, key))
  }
  const jobs: Jobs = {
    list,
    send: (job, where, data, { key, by } = {}) =>
      at(where, (tx) => add(tx, job as AnyJob, key === undefined ? null : checked(key), data, by ?? TIMETABLE)),
    cancel: (where, id) =>
      at(where, async (tx) => {
        const name = await cancelRun(tx, id)
        if (name === undefined) throw unknown()
        const job = list.get(name)
        if (job) await (await queue()).cancel(laneOf(job), id, { db: within(tx) })
      }),
    runAgain: (where, id, by) =>
      at(where, async (tx) => {
        const run = await findEndedRun(tx, id)
        if (!run) throw unknown()
        return add(tx, getJob(run.job), run.key, run.data, by)
      }),
    schedule: (job, where, key, cron, data, timeZone = TIME_ZONE) =>
      at(where, async (tx) =>
        follow(tx, await keepSchedule(tx, { job: job.name, key: own(checked(key)), cron, timeZone, data })),
      ),
    unschedule: (where, name, key) => at(where, (tx) => remove(tx, name, key)),
    pause: (where, name, key, paused) =>
      at(where, async (tx) => {
        const usual = usualLines(all).find((line) => line.job === name && line.key === key)
        if (usual) return void (await pauseUsual(tx, usual, paused))
        const line = await setPaused(tx, name, key, paused)
        if (!line) throw unknown()
        await follow(tx, line)
      }),
    async timetable(tx) {
      const boss = await queue()
      const next = (line: JobSchedule) =>
        boss.previewSchedule(line.cron, { tz: line.timeZone, count: 1 })[0]?.toISOString() ?? null
      const own = (await listSchedules(tx)).filter(({ job }) => list.has(job))
      const isPaused = (usual: JobSchedule) =>
        own.some(({ job, key, paused }) => job === usual.job && key === USUAL && paused)
      const lines = [
        ...own.filter(({ key }) => key !== USUAL),
        ...usualLines(all).map((usual) => ({ ...usual, paused: isPaused(usual) })),
      ].toSorted((a, b) => (a.job + a.key < b.job + b.key ? -1 : 1))
      return lines.map((line) => ({ ...line, next: line.paused ? null : next(line) }))
    },
    async start(to) {
      if (isWorking) return
      log = to
      const boss = await open(true)
      const sending = await opened?.catch(() => undefined)
      opened = Promise.resolve(boss)
      isWorking = true
      await sending?.stop({ close: false })
      await followClock(engine, boss, all, pace)
      for (const [lane, { atOnce }] of Object.entries(lanes))
        await boss.work(
          lane,
          {
            includeMetadata: true,
            localConcurrency: atOnce,
            pollingIntervalSeconds: 1,
            // What a whole city has to do at night must not wait a second after each.
            burstWhenReadyExceeds: atOnce,
            heartbeatRefreshSeconds: Math.min(5, pace.heartbeat / 2),
          },
          async ([queued]: JobWithMetadata<Queued>[]) => runJob(engine, list, queued!, running, log),
        )
      await boss.work(
        CLOCK,
        { includeMetadata: true, pollingIntervalSeconds: 1, heartbeatRefreshSeconds: Math.min(5, pace.heartbeat / 2) },
        async ([struck]: JobWithMetadata<{ job: string }>[]) => {
          const job = list.get(struck!.data.job)
          // While programs of two versions run on one database, the other one may know it.
          if (!job) throw new Error(`Job "${struck!.data.job}" is not one of this program's`)
          await spread(engine, job, new Date(struck!.createdOn), log, (tx) => add(tx, job, USUAL, {}, TIMETABLE))
        },
      )
    },
    async stop() {
      const boss = await opened?.catch(() => undefined)
      opened = undefined
      isWorking = false
      const tellAll = setTimeout(() => running.forEach((run) => run.abort()), pace.grace * 1000)
      await boss?.stop({ close: false, timeout: pace.grace * 1000 + LAST_WORDS_MS })
      clearTimeout(tellAll)
    },
  }
  return jobs
}

/** One line of work in the whole database: its runs follow one another. */
const lineOf = (college: string, job: string, key: string): string => `${college}/${job}/${key}`

/** Whoever asks for a run may ask for the one that comes by itself; a line of that name every college has already. */
function own(key: string): string {
  if (key === USUAL) throw new Error(`"${key}" is the line of the timetable that every college has`)
  return key
}

function checked(key: string): string {
  if (!KEY.test(key)) throw new Error(`"${key}" is no key of a job: letters, digits, ".", "_" and "-", at most 80`)
  return key
}

const unknown = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有找到这个任务，或它的状态已经改变，请刷新',
    en: 'There is no such job, or it has moved on: reload the page',
  })
