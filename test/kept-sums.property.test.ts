import fc from 'fast-check'
import { sql } from 'kysely'
import { v4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../src/engine/access/actor.ts'
import type { Tx } from '../src/engine/module-server.ts'
import { recordActs } from '../src/modules/classroom/acts.ts'
import { keepArrivals } from '../src/modules/classroom/inside/arrive.ts'
import { closeLesson } from '../src/modules/classroom/inside/open-lesson.ts'
import { contextOf, findSession, type Session, touch } from '../src/modules/classroom/inside/session.ts'
import { correctSignIn } from '../src/modules/classroom/inside/sign-in.ts'
import {
  computeSums,
  ofClasses,
  readSums,
  refreshSome,
  refreshSums,
  StillPreparing,
} from '../src/modules/teaching-analysis/inside/kept-sums.ts'
import { forgetTaught } from '../src/modules/teaching-analysis/jobs.ts'
import { openTaughtCollege, type TaughtCollege } from './taught-college.ts'

/** What is kept of classes is what their acts say, whatever happens to them and in whichever order. */

const DAY = 86_400_000
const START = Date.parse('2024-01-20T00:00:00.000Z')
let college: TaughtCollege
let teacher: Actor
beforeAll(async () => {
  college = await openTaughtCollege()
  teacher = await college.actor('teacher', 'automotive', 'T0200')
}, 300_000)
afterAll(() => college?.close())

/** Works in a transaction that is rolled back. */
const trying = (work: (tx: Tx) => Promise<void>): Promise<void> =>
  college
    .inCollege(async (tx) => {
      await work(tx)
      throw new Error('rolled back')
    })
    .catch((error: Error) => {
      if (error.message !== 'rolled back') throw error
    })

interface World {
  readonly tx: Tx
  readonly sessions: readonly Session[]
  readonly students: readonly string[]
  readonly homework: { readonly id: string; readonly courseId: string; readonly teachingClass: string }
  now: number
}
const at = ({ now }: World) => new Date(now).toISOString()
const pick = <T>(of: readonly T[], n: number): T => of[n % of.length]!

async function closeAll({ tx, sessions }: World): Promise<void> {
  for (const { id } of sessions) await closeLesson(tx, (await findSession(tx, id))!)
}

/** Everything that changes what sums are made of. Where a route does more than these tables need, its own writes. */
const STEPS = {
  async correction(world: World, n: number) {
    const state = pick(['present', 'late', 'absent', 'leave'] as const, n)
    await correctSignIn(world.tx, teacher, pick(world.sessions, n >> 2), pick(world.students, n >> 3), state, '更正')
  },
  async lateAct(world: World, n: number) {
    const session = pick(world.sessions, n)
    const raised = {
      sequence: 1,
      kind: 'raised-hand' as const,
      activity: null,
      at: Date.parse(session.openedAt) + n,
      body: { up: true },
    }
    await keepArrivals(world.tx, session.id, [
      {
        accountId: v4(),
        by: { student: pick(world.students, n >> 2) },
        client: v4(),
        sentAt: world.now,
        receivedAt: world.now,
        acts: [raised],
      },
    ])
  },
  async lateAnswer(world: World, n: number) {
    const session = pick(world.sessions, n)
    const [point] = await world.tx.run<{ id: string }>(
      sql`SELECT id FROM records.knowledge_points ORDER BY place OFFSET ${n % 5} LIMIT 1`,
    )
    await recordActs(world.tx, contextOf(session), [
      {
        kind: 'answered',
        studentId: pick(world.students, n >> 2),
        happenedAt: session.openedAt,
        activityId: v4(),
        knowledgePoints: [point!.id],
        correct: n % 2 === 0,
        score: String(n % 2),
        maxScore: '1',
        body: { place: n % 3 },
      },
    ])
    await touch(world.tx, session.id)
  },
  async opening(world: World, n: number) {
    const session = pick(world.sessions, n)
    const { lessonId, courseId, teachingClass } = session
    await recordActs(world.tx, { lessonId, courseId, teachingClass }, [
      {
        kind: 'opened-material',
        studentId: pick(world.students, n >> 2),
        happenedAt: new Date(Date.parse(session.openedAt) - DAY).toISOString(),
      },
    ])
  },
  async handIn(world: World, n: number) {
    const { id, ...of } = world.homework
    await recordActs(world.tx, of, [
      { kind: 'handed-in', studentId: pick(world.students, n), happenedAt: at(world), activityId: id },
    ])
  },
  async feedback(world: World, n: number) {
    const { id, ...of } = world.homework
    await recordActs(world.tx, of, [
      {
        kind: 'gave-feedback',
        teacherId: world.sessions[0]!.teacherId,
        studentId: pick(world.students, n),
        happenedAt: at(world),
        activityId: id,
      },
    ])
  },
  async anotherDay(world: World, n: number) {
    const due = new Date(world.now + ((n % 9) - 4) * DAY).toISOString()
    await world.tx.run(
      sql`UPDATE coursework_tasks SET due_at = ${due}::timestamptz, revision = revision + 1 WHERE id = ${world.homework.id}`,
    )
  },
  async later(world: World, n: number) {
    world.now += (n % 10) * DAY + n
  },
  async reopening(world: World, n: number) {
    const { id } = pick(world.sessions, n)
    // A class has one open lesson at a time.
    await closeAll(world)
    await world.tx.run(sql`UPDATE classroom_sessions SET state = 'open', closed_at = NULL WHERE id = ${id}`)
    await touch(world.tx, id)
  },
  closing: closeAll,
  /** Something of long ago, and a lesson's sign-ins, outlive their retention. */
  async forgetting({ tx, sessions, students }: World, n: number) {
    const session = pick(sessions, n)
    await recordActs(tx, contextOf(session), [
      {
        kind: 'answered',
        studentId: pick(students, n >> 2),
        happenedAt: '2015-03-02T01:00:00.000Z',
        activityId: v4(),
        score: '1',
        maxScore: '1',
      },
    ])
    await touch(tx, session.id)
    await expectTruth(tx, sessions, START)
    await tx.run(sql`UPDATE classroom_signins SET at = at - interval '9 years' WHERE session_id = ${session.id}`)
    await forgetTaught(tx, Date.now())
  },
} satisfies Record<string, (world: World, n: number) => Promise<void>>

/** What is kept, once it is up to date, equals what is computed from nothing but acts. */
async function expectTruth(tx: Tx, sessions: readonly Session[], time: number): Promise<void> {
  const now = new Date(time).toISOString()
  const keys = [...new Map(sessions.map((one) => [one.teachingClass, contextOf(one)])).values()]
  const scope = ofClasses(keys)
  await refreshSums(tx, scope, now)
  const kept = await readSums(tx, scope, ['whole', 'lessons', 'points', 'risks'])
  const byText = <T>(rows: readonly T[]) =>
    rows
      .map((row) =>
        JSON.stringify(row, (_, value: unknown) =>
          value && typeof value === 'object' && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).toSorted())
            : value,
        ),
      )
      .toSorted()
  const plain = (of: typeof kept) =>
    of.map(({ whole, lessons, points, risks, teachingClass }) => ({
      teachingClass,
      whole: byText(whole),
      lessons: byText(lessons),
      points: byText(points),
      risks: byText(risks),
    }))
  const asKept = keys.filter(({ teachingClass }) => kept.some((one) => one.teachingClass === teachingClass))
  expect(plain(kept)).toEqual(plain(await computeSums(tx, asKept, now)))
}

describe('kept sums', () => {
  it('are those that follow from all acts, over any history', async () => {
    const history = fc.array(
      fc.tuple(fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])), fc.nat({ max: 9999 })),
      { minLength: 10, maxLength: 10 },
    )
    await fc.assert(
      fc.asyncProperty(history, (steps) =>
        trying(async (tx) => {
          const found = await tx.run<{ id: string }>(
            sql`SELECT id FROM classroom_sessions WHERE teaching_class LIKE '%Z01' ORDER BY opened_at DESC LIMIT 4`,
          )
          const sessions: Session[] = []
          for (const { id } of found) sessions.push((await findSession(tx, id))!)
          const students = await tx.run<{ id: string }>(sql`
            SELECT student_id AS id FROM classroom_signins WHERE session_id = ${sessions[0]!.id} ORDER BY student_id LIMIT 6`)
          const [homework] = await tx.run<World['homework']>(sql`
            SELECT id, course_id AS "courseId", teaching_class AS "teachingClass" FROM coursework_tasks
            WHERE teaching_class = ${sessions[0]!.teachingClass} AND kind = 'homework' ORDER BY due_at DESC LIMIT 1`)
          const world: World = { tx, sessions, students: students.map(({ id }) => id), homework: homework!, now: START }
          await expectTruth(tx, sessions, world.now)
          for (const [i, [step, n]] of steps.entries()) {
            await STEPS[step](world, n)
            // Several things may happen before anybody looks.
            if (n % 3 > 0 || i === steps.length - 1) await expectTruth(tx, sessions, world.now)
          }
        }),
      ),
      { numRuns: 4 },
    )
  }, 300_000)

  it('are computed while somebody waits for few classes only, and else by the job, class after class', async () => {
    await trying(async (tx) => {
      await tx.run(sql`
        INSERT INTO classroom_sessions SELECT s.* FROM generate_series(1, 9) AS n CROSS JOIN LATERAL (
          SELECT (jsonb_populate_record(x, jsonb_build_object('id', gen_random_uuid(), 'teaching_class', 'X' || n))).* FROM classroom_sessions x LIMIT 1) AS s`)
      const now = new Date(START).toISOString()
      const refreshed = refreshSums(tx, sql`true`, now)
      await expect(refreshed).rejects.toBeInstanceOf(StillPreparing)
      await expect(refreshed).rejects.toMatchObject({ done: 0, total: 15 })
      expect(await refreshSome(tx, now)).toEqual({ done: 8, left: 7, total: 15 })
      await expect(refreshSums(tx, sql`true`, now)).rejects.toMatchObject({ done: 8, total: 15 })
      expect(await refreshSome(tx, now)).toEqual({ done: 7, left: 0, total: 15 })
      await refreshSums(tx, sql`true`, now)
      expect(await readSums(tx, sql`true`, ['whole'])).toHaveLength(15)
    })
  })
})
