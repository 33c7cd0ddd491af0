import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { Refusal } from '../refusal.ts'
import { type AnyJob, defineJob, type JobContext, type JobData } from './define-job.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { forgetRuns, type JobRun, listRuns, TIMETABLE } from './runs.ts'
import { spread } from './usual-times.ts'

let db: TestDatabase
let college: TestCollege
let other: TestCollege
const opened: Jobs[] = []
const logged: object[] = []
const log = {
  error: (facts: object) => void logged.push(facts),
  warn: (facts: object) => void logged.push(facts),
}
const label = { zh: '测试', en: 'Test' }

beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  other = await makeTestCollege(db.engine, 'B')
})
afterEach(async () => {
  for (const jobs of opened.splice(0)) await jobs.stop()
  await inCollege((tx) => tx.run(sql`DELETE FROM job_schedules WHERE college_id = ${college.id}`))
  await inCollege((tx) => forgetRuns(tx, new Date(Date.now() + 60_000)))
  logged.length = 0
})
afterAll(() => db.close())

const inCollege: <T>(work: Parameters<typeof db.database.inCollege<T>>[1]) => Promise<T> = (work) =>
  db.database.inCollege(college.id, work)
const PACE = { heartbeat: 10, watch: 1, grace: 1 }
function jobsOf(...list: readonly AnyJob[]): Jobs {
  const jobs = createJobs(db.engine, list, PACE)
  opened.push(jobs)
  return jobs
}
const runs = (of = college.id) => db.database.inCollege(of, async (tx) => (await listRuns(tx)).rows)
const oneRun = async (id: string) => (await runs()).find((r) => r.id === id)!
async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look()
    if (found) return found
    await sleep(50)
  }
}
const ended = (id: string): Promise<JobRun> =>
  until(async () => {
    const run = await oneRun(id)
    return run.endedAt !== null && run
  })

type Context<Data extends JobData = JobData> = JobContext<Data>

it('does what it is asked for, in the college it is asked for, and tells what came of it', async () => {
  const double = defineJob({
    name: 'double',
    label,
    retries: 0,
    async run({ engine, college: at, data, progress }: Context<{ number: number }>) {
      const [row] = await engine.database.inCollege(at, (tx) =>
        tx.run<{ code: string }>(sql`SELECT code FROM colleges WHERE id = ${tx.collegeId}`),
      )
      await progress(3, 3)
      return { twice: data.number * 2, code: row!.code }
    },
  })
  const jobs = jobsOf(double)
  const id = await jobs.send(double, other.id, { number: 21 }, { by: { accountId: other.root, name: '张示' } })
  expect((await runs(other.id))[0]).toMatchObject({ id, state: 'queued', askedBy: '张示' })
  await jobs.start(log)
  const run = await until(async () => (await runs(other.id)).find((r) => r.endedAt))
  expect(run).toMatchObject({
    state: 'done',
    attempts: 1,
    done: 3,
    total: 3,
    result: { twice: 42, code: 'B' },
    error: null,
  })
  expect(await runs()).toEqual([])
  expect(logged).toEqual([])
})

it('is asked for with the change that wants it, or not at all', async () => {
  const plain = defineJob({ name: 'plain', label, retries: 0, run: async () => ({}) })
  const jobs = jobsOf(plain)
  await expect(
    inCollege(async (tx) => {
      await jobs.send(plain, tx, {})
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  const kept = await inCollege((tx) => jobs.send(plain, tx, {}))
  await jobs.start(log)
  await ended(kept)
  expect(await runs()).toHaveLength(1)
})

it('waits once for each key and works on one of a key at a time, in several processes together', async () => {
  let atWork = 0
  let most = 0
  const seen: number[] = []
  const keyed = defineJob({
    name: 'keyed',
    label,
    retries: 0,
    async run({ data }: Context<{ n: number }>) {
      most = Math.max(most, ++atWork)
      seen.push(data.n)
      await sleep(300)
      atWork--
      return {}
    },
  })
  const [one, two] = [jobsOf(keyed), jobsOf(keyed)]
  const asked = await Promise.all(
    [0, 1, 2, 3].map((n) => (n % 2 ? one : two).send(keyed, college.id, { n }, { key: 'figures' })),
  )
  expect(new Set(asked).size).toBe(1)
  await Promise.all([one.start(log), two.start(log)])
  await until(async () => (await oneRun(asked[0]!)).state === 'running')
  const next = await one.send(keyed, college.id, { n: 9 }, { key: 'figures' })
  expect(next).not.toBe(asked[0])
  expect(await two.send(keyed, college.id, { n: 10 }, { key: 'figures' })).toBe(next)
  const elsewhere = await one.send(keyed, other.id, { n: 11 }, { key: 'figures' })
  await ended(next)
  await until(async () => (await runs(other.id)).find((r) => r.id === elsewhere)!.endedAt)
  expect(seen.toSorted((a, b) => a - b)).toEqual([expect.any(Number), 9, 11])
  // The other college's does not wait for this one's.
  expect(most).toBeLessThanOrEqual(2)
  await expect(one.send(keyed, college.id, { n: 1 }, { key: 'a b' })).rejects.toThrow('is no key')
})

it('tries again after a failure, and tells people no more than they may know', async () => {
  const attempts: number[] = []
  const shaky = defineJob({
    name: 'shaky',
    label,
    retries: 1,
    firstRetrySeconds: 1,
    async run({ data }: Context<{ kind: string }>) {
      attempts.push(attempts.length)
      if (data.kind === 'refusal') throw new Refusal('invalid', { zh: '没有数据', en: 'No data' })
      if (attempts.length < 2) throw new Error('connect postgres://owner:secret-word@db failed')
      return {}
    },
  })
  const jobs = jobsOf(shaky)
  await jobs.start(log)
  const id = await jobs.send(shaky, college.id, { kind: 'once' })
  const waiting = await until(async () => {
    const run = await oneRun(id)
    return run.state === 'retrying' && run
  })
  expect(waiting.error!.en).toContain(id)
  expect(JSON.stringify(await db.database.run(sql`SELECT * FROM jobs.job`))).not.toContain('secret-word')
  expect(JSON.stringify(waiting)).not.toContain('secret-word')
  expect(JSON.stringify(logged)).toContain('secret-word')
  expect(await ended(id)).toMatchObject({ state: 'done', attempts: 2, error: null })
  expect(await ended(await jobs.send(shaky, college.id, { kind: 'refusal' }))).toMatchObject({
    state: 'failed',
    attempts: 2,
    error: { zh: '没有数据' },
  })
})

it('is cancelled while it waits and while it works, and runs again when asked', async () => {
  let told = 0
  const patient = defineJob({
    name: 'patient',
    label,
    retries: 3,
    slow: true,
    async run({ signal, data }: Context<{ short?: boolean }>) {
      if (data.short) return { short: true }
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      told++
      throw new Error('told to stop')
    },
  })
  const jobs = jobsOf(patient)
  const waiting = await jobs.send(patient, college.id, { short: true })
  await jobs.cancel(college.id, waiting)
  await expect(jobs.cancel(college.id, waiting)).rejects.toThrow('no such job')
  await jobs.start(log)
  const working = await jobs.send(patient, college.id, {})
  await until(async () => (await oneRun(working)).state === 'running')
  await expect(jobs.cancel(other.id, working)).rejects.toThrow('no such job')
  await expect(jobs.runAgain(college.id, working, TIMETABLE)).rejects.toThrow('no such job')
  await jobs.cancel(college.id, working)
  await until(async () => told > 0)
  const again = await jobs.runAgain(college.id, waiting, TIMETABLE)
  expect((await ended(again)).result).toEqual({ short: true })
  expect((await oneRun(waiting)).state).toBe('cancelled')
  expect(await oneRun(working)).toMatchObject({ state: 'cancelled', result: null })
})

it('keeps a timetable, with pauses, for each college', async () => {
  const timed = defineJob({ name: 'timed', label, retries: 0, timetable: '0 3 * * *', run: async () => ({}) })
  const jobs = jobsOf(timed)
  const [line] = await inCollege((tx) => jobs.timetable(tx))
  expect(line).toMatchObject({ job: 'timed', cron: '0 3 * * *', timeZone: 'Asia/Shanghai', paused: false })
  // Three in the morning in China.
  expect(new Date(line!.next!).getUTCHours()).toBe(19)
  await jobs.pause(college.id, 'timed', line!.key, true)
  expect((await inCollege((tx) => jobs.timetable(tx)))[0]).toMatchObject({ paused: true, next: null })
  const theirs = await db.database.inCollege(other.id, (tx) => jobs.timetable(tx))
  expect(theirs).toMatchObject([{ job: 'timed', paused: false }])
  await expect(jobs.pause(other.id, 'timed', 'nightly', true)).rejects.toThrow('no such job')
  await expect(jobs.schedule(timed, college.id, 'odd', 'now and then', {})).rejects.toThrow('Validation error')
  // Every second, as far as the queue looks.
  await jobs.schedule(timed, college.id, 'often', '* * * * * *', {})
  await jobs.start(log)
  const run = await until(async () => (await runs()).find((r) => r.endedAt))
  expect(run).toMatchObject({ job: 'timed', key: 'often', state: 'done', askedBy: '' })
  await jobs.unschedule(college.id, 'timed', 'often')
  // A program without the job takes its lines away.
  const later = jobsOf()
  await later.start(log)
  expect(await inCollege((tx) => later.timetable(tx))).toEqual([])
  expect(await db.database.run(sql`SELECT key FROM jobs.schedule`)).toEqual([])
})

it('comes due in the colleges that have something to do, once for each time', async () => {
  const seen: string[] = []
  const due = defineJob({
    name: 'due',
    label,
    retries: 0,
    timetable: '* * * * * *',
    isDue: async (tx) => tx.collegeId === college.id,
    run: async ({ college: at }: Context) => (seen.push(at), {}),
  })
  const jobs = jobsOf(due)
  await jobs.start(log)
  const run = await until(async () => (await runs()).find((r) => r.endedAt))
  expect(run).toMatchObject({ job: 'due', key: 'timetable', state: 'done', askedBy: '' })
  expect(new Set(seen)).toEqual(new Set([college.id]))
  expect(await db.database.run(sql`SELECT name, key FROM jobs.schedule`)).toEqual([{ name: 'clock', key: 'due' }])
  await expect(jobs.schedule(due, college.id, 'timetable', '0 3 * * *', {})).rejects.toThrow('every college has')
  // Whoever cannot wait for the time asks for the very run.
  expect(await jobs.send(due, other.id, {}, { key: 'timetable' })).toBeTypeOf('string')
})

it('that failed in one college is asked for in the others, and there alone when tried again', async () => {
  const always = defineJob({ name: 'always', label, retries: 0, timetable: '0 3 * * *', run: async () => ({}) })
  const paused = await makeTestCollege(db.engine, 'C')
  const jobs = jobsOf(always)
  await jobs.pause(paused.id, 'always', 'timetable', true)
  const since = new Date()
  const asked: string[] = []
  const ask = (broken: string) =>
    spread(db.engine, always, since, log, async (tx) => {
      if (tx.collegeId === broken) throw new Error('broken')
      asked.push(tx.collegeId)
      await jobs.send(always, tx, {})
      await tx.run(sql`UPDATE job_runs SET key = 'timetable' WHERE college_id = ${tx.collegeId}`)
    })
  await expect(ask(college.id)).rejects.toThrow('could not be asked for everywhere')
  expect(asked).toEqual([other.id])
  expect(JSON.stringify(logged)).toContain('broken')
  await ask('')
  expect(asked).toEqual([other.id, college.id])
})

it('survives a killed server: another one, or the next, does the work', { timeout: 120_000 }, async () => {
  const here = import.meta.dirname
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `const { connect } = await import(${JSON.stringify(join(here, '../../database/connection.ts'))})
       const { createJobs } = await import(${JSON.stringify(join(here, 'jobs.ts'))})
       const hang = { name: 'hang', label: {}, retries: 2, async run({ progress }) {
         await progress(1, 3)
         console.log('begun')
         await new Promise((resolve) => setTimeout(resolve, 600_000))
       } }
       const log = { error: console.error, warn: console.error }
       await createJobs({ database: connect(process.env.URL) }, [hang], ${JSON.stringify(PACE)}).start(log)`,
    ],
    { env: { ...process.env, URL: db.appUrl }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const hang = defineJob({
    name: 'hang',
    label,
    retries: 2,
    firstRetrySeconds: 1,
    run: async () => ({ by: 'the survivor' }),
  })
  const jobs = jobsOf(hang)
  const id = await jobs.send(hang, college.id, {})
  await new Promise((resolve) => child.stdout.once('data', resolve))
  expect(await oneRun(id)).toMatchObject({ state: 'running', attempts: 1 })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  await jobs.start(log)
  expect(await ended(id)).toMatchObject({ state: 'done', attempts: 2, result: { by: 'the survivor' }, error: null })
})

it(
  'a server that is asked to stop lets go of what is at work, and it is done later',
  { timeout: 120_000 },
  async () => {
    let isFirst = true
    const long = defineJob({
      name: 'long',
      label,
      retries: 2,
      firstRetrySeconds: 1,
      async run({ signal }: Context) {
        if (isFirst) {
          isFirst = false
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
          throw new Error('stopped')
        }
        return {}
      },
    })
    const first = jobsOf(long)
    const id = await first.send(long, college.id, {})
    await first.start(log)
    await until(async () => (await oneRun(id)).state === 'running')
    await first.stop()
    expect((await oneRun(id)).state).toBe('retrying')
    await jobsOf(long).start(log)
    expect(await ended(id)).toMatchObject({ state: 'done', attempts: 2 })
  },
)
