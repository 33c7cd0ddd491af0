import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { Exact } from '../src/engine/indicators/exact.ts'
import type { Tx } from '../src/engine/module-server.ts'
import { act } from '../src/engine/records/act.ts'
import { collegeRegister } from '../src/engine/codes/college-register.ts'
import { type Row, stored } from '../src/engine/records/stored.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { touch } from '../src/modules/classroom/inside/session.ts'
import { adviceProof, answerAdvice, ownAdvice } from '../src/modules/teaching-analysis/inside/advice-desk.ts'
import { analyseClass, openCases } from '../src/modules/teaching-analysis/inside/analyse.ts'
import { listCases, sumCases } from '../src/modules/teaching-analysis/inside/cases.ts'
import { ownClasses } from '../src/modules/teaching-analysis/inside/classes.ts'
import { fillOnlineDays, lessonsToFill } from '../src/modules/teaching-analysis/inside/fill.ts'
import { refreshSome } from '../src/modules/teaching-analysis/inside/kept-sums.ts'
import { studentsAtRisk } from '../src/modules/teaching-analysis/inside/students-at-risk.ts'
import { supervise } from '../src/modules/teaching-analysis/inside/supervise.ts'
import { takeLessons } from '../src/modules/teaching-analysis/inside/take-lessons.ts'
import { forgetTaught } from '../src/modules/teaching-analysis/jobs.ts'
import { DIMENSION_NAMES } from '../src/modules/teaching-analysis/model/evaluation-model.ts'
import { openTaughtCollege, type TaughtCollege } from './taught-college.ts'

/** What teachers, helpers and supervisors are told about the demo's lessons, and what the registers get of them. */

const NOW = '2024-02-01T00:00:00.000Z'
let college: TaughtCollege
let teacher: Actor
let colleague: Actor
const key = { courseId: '', teachingClass: '2023-2024-1-K0242-Z01' }

beforeAll(async () => {
  college = await openTaughtCollege()
  teacher = await college.actor('teacher', 'automotive', 'T0200')
  colleague = await college.actor('teacher', 'automotive', 'T0300')
  key.courseId = college.idOf('courses', 'K0242')
  await college.inCollege((tx) => refreshSome(tx, NOW))
}, 300_000)
afterAll(() => college.close())

/** Works in a transaction that is rolled back. */
const trying = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
  let result: T
  return college
    .inCollege(async (tx) => {
      result = await work(tx)
      throw new Error('rolled back')
    })
    .catch((error: Error) => {
      if (error.message !== 'rolled back') throw error
      return result
    })
}

describe('values', () => {
  it('are the means of exactly the cases that open behind them, whose acts are of the class', async () => {
    await college.inCollege(async (tx) => {
      const scope = sql`x.course_id = ${key.courseId} AND x.teaching_class = ${key.teachingClass}`
      const sums = await sumCases(tx, scope, NOW, 'with-lessons')
      const acts = await tx.run<{ id: string }>(
        sql`SELECT id FROM classroom_acts WHERE college_id = ${tx.collegeId} AND teaching_class = ${key.teachingClass}`,
      )
      const known = new Set(acts.map(({ id }) => id))
      for (const name of DIMENSION_NAMES) {
        const cases = await listCases(tx, scope, name, NOW)
        const units = [...Map.groupBy(cases, ({ unit }) => unit).values()].map((of) =>
          of.reduce((sum, { value }) => sum.plus(value), new Exact(0)).div(of.length),
        )
        const whole = sums.find(({ dimension, sessionId }) => dimension === name && sessionId === null)!
        expect([name, whole.cases, whole.units]).toEqual([name, cases.length, units.length])
        expect(units.reduce((sum, one) => sum.plus(one), new Exact(0)).toFixed(6), name).toBe(
          new Exact(whole.sum).toFixed(6),
        )
        expect(
          cases.flatMap((one) => one.acts).every((id) => known.has(id)),
          name,
        ).toBe(true)
      }
    })
  })

  it('follow from acts as one would count by hand', async () => {
    await college.inCollege(async (tx) => {
      const sums = await sumCases(tx, sql`x.teaching_class = ${key.teachingClass}`, NOW, 'with-lessons')
      const first = await tx.run<{ id: string; present: number; active: number; score: string }>(sql`
        SELECT x.id, (SELECT count(*)::int FROM classroom_signins g WHERE g.session_id = x.id AND g.state IN ('present', 'late')) AS present,
          (SELECT count(DISTINCT a.student_id)::int FROM classroom_acts a WHERE a.session_id = x.id AND a.kind IN ('answered', 'polled', 'raised-hand')) AS active,
          (SELECT sum(score) FROM (SELECT avg(score) AS score FROM classroom_acts a WHERE a.session_id = x.id AND a.kind = 'answered' GROUP BY a.student_id) AS s) AS score
        FROM classroom_sessions x WHERE x.teaching_class = ${key.teachingClass} ORDER BY x.opened_at LIMIT 1`)
      const { id, present, active, score } = first[0]!
      const of = (name: string) => sums.find(({ dimension, sessionId }) => dimension === name && sessionId === id)!
      expect(of('breadth')).toMatchObject({ units: present, cases: present })
      expect(Number(of('breadth').sum)).toBe(active)
      expect(new Exact(of('mastery').sum).toFixed(6)).toBe(new Exact(score).toFixed(6))
    })
  })

  it('are compared with classes of the course and of similar size, and say how', async () => {
    const found = await college.inCollege((tx) => analyseClass(tx, teacher, key, NOW))
    expect(found.dimensions.map(({ name }) => name)).toEqual(DIMENSION_NAMES)
    // 27 students of the fifth class are fewer than two thirds of 46.
    expect(found.dimensions.find(({ name }) => name === 'breadth')!.comparison).toMatchObject({
      classes: 4,
      teachers: 3,
    })
    // Nobody else sets previews or homework.
    expect(found.dimensions.find(({ name }) => name === 'feedback')!.comparison).toBeNull()
    expect(found.whole!.dimensions).toBe(7)
    expect(found.lessons).toHaveLength(12)
    expect(found.points.map(({ code }) => code)).toEqual(['1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2'])
  })

  it('take the weights that the college laid down for the day', async () => {
    const points = await trying(async (tx) => {
      await createMany(
        college.engine,
        tx,
        asSystem(college.collegeId, 'test'),
        'teaching-weights',
        DIMENSION_NAMES.map((dimension) => ({
          values: { dimension, from: '2023-09-01', weight: dimension === 'mastery' ? '100.0' : '0.0', reason: '试行' },
        })),
      )
      const { whole, dimensions, model } = await analyseClass(tx, teacher, key, NOW)
      return { whole, mastery: dimensions.find(({ name }) => name === 'mastery')!.points, model }
    })
    expect(points.whole!.points).toBe(points.mastery)
    expect(points.model.weightsSince).toBe('2023-09-01')
  })
})

describe('advice', () => {
  it('says what the acts say', async () => {
    await college.inCollege(async (tx) => {
      const advice = await ownAdvice(tx, teacher, NOW)
      const rules = new Set(advice.map(({ rule }) => rule))
      for (const rule of ['preview-unopened', 'closed-too-soon', 'step-failed', 'feedback-late', 'quiet-students'])
        expect(rules).toContain(rule)
      const early = advice.find(
        ({ rule, teachingClass }) => rule === 'preview-unopened' && teachingClass === key.teachingClass,
      )!
      const proof = await adviceProof(tx, teacher, early.id)
      // As many students as the sentence says; the acts are the answers to that item.
      expect(early.evidence.zh).toContain(`其中 ${proof.students.length} 人没有打开预习`)
      const wrong = proof.acts.filter(({ correct }) => correct === false).length
      expect(early.evidence.zh).toContain(`${wrong} 人做错`)
      const opened = await tx.run<{ number: string }>(sql`
        SELECT DISTINCT s.number FROM classroom_acts a JOIN classroom_sessions x ON x.lesson_id = a.lesson_id AND a.happened_at < x.opened_at
        JOIN records.students s ON s.id = a.student_id
        WHERE a.kind = 'opened-material' AND x.held_on = ${early.heldOn}::date AND x.teaching_class = ${key.teachingClass}`)
      for (const { number } of proof.students) expect(opened.map((one) => one.number)).not.toContain(number)
    })
  })

  it('opens to what it rests on: acts or sign-ins, as many as the sentence says', async () => {
    await college.inCollege(async (tx) => {
      const teachers = await tx.run<{ number: string }>(sql`
        SELECT DISTINCT t.number FROM teaching_advice v JOIN records.staff t ON t.college_id = v.college_id AND t.id = v.teacher_id`)
      let resting = 0
      for (const { number } of teachers) {
        const actor = await college.actor('teacher', 'automotive', number)
        for (const { id, students, acts, hasSignIns, evidence } of await ownAdvice(tx, actor, NOW)) {
          const proof = await adviceProof(tx, actor, id)
          expect([evidence.zh, proof.students.length, proof.acts.length]).toEqual([evidence.zh, students, acts])
          expect(hasSignIns ? proof.signIns.length : acts, evidence.zh).toBeGreaterThan(0)
          const late = /迟到 (\d+) 人次/.exec(evidence.zh)
          const quiet = /^(\d+) 名学生近 (\d+) 次课都到了/.exec(evidence.zh)
          if (late) expect(proof.signIns).toHaveLength(Number(late[1]))
          if (quiet) expect(proof.signIns).toHaveLength(Number(quiet[1]) * Number(quiet[2]))
          if (late || quiet) resting++
        }
      }
      expect(resting).toBeGreaterThan(0)
    })
  })

  it('is measured after it was taken, and says so when nothing is proven', async () => {
    const advice = await college.inCollege((tx) => ownAdvice(tx, teacher, NOW))
    const effects = advice.flatMap(({ effect }) => effect ?? [])
    expect(effects.length).toBeGreaterThan(0)
    for (const { verdict, change } of effects)
      if (verdict === 'better') expect(Number(change!.low)).toBeGreaterThan(0)
      else if (verdict === 'unproven') expect(Number(change!.low) <= 0 && Number(change!.high) >= 0).toBe(true)
    // The previews of the demo were opened more often once the teacher had spoken of them.
    expect(advice.find(({ rule, effect }) => rule === 'preview-unopened' && effect?.verdict === 'better')).toBeDefined()
  })

  it('is answered by its teacher, in an order that makes sense, and never over an unseen change', async () => {
    await trying(async (tx) => {
      const { id, revision } = (await ownAdvice(tx, teacher, NOW)).find(({ state }) => state === 'open')!
      await answerAdvice(tx, teacher, id, { state: 'accepted', remark: '下次试试', revision }, NOW)
      await expect(answerAdvice(tx, teacher, id, { state: 'done', remark: '', revision }, NOW)).rejects.toMatchObject({
        code: 'stale',
      })
      await answerAdvice(
        tx,
        teacher,
        id,
        { state: 'done', remark: '', revision: revision + 1 },
        '2024-03-01T00:00:00.000Z',
      )
      // From the day it was taken its effect is measured.
      const after = (await ownAdvice(tx, teacher, NOW)).find((one) => one.id === id)!
      expect(after).toMatchObject({ state: 'done', answeredAt: NOW })
      await expect(
        answerAdvice(tx, teacher, id, { state: 'accepted', remark: '', revision: revision + 2 }, NOW),
      ).rejects.toMatchObject({ code: 'conflict' })
    })
  })
})

describe('whoever is not meant', () => {
  it('is refused a class, its cases, advice and the records behind it', async () => {
    const others = [
      colleague,
      await college.actor('student', 'automotive', '202101201'),
      await college.actor('unit-head', 'automotive'),
      await college.actor('quality-office', 'college'),
      await college.actor('college-leader', 'college'),
      await college.actor('system-administrator', 'college'),
    ]
    const [advice] = await college.inCollege((tx) => ownAdvice(tx, teacher, NOW))
    for (const actor of others)
      await college.inCollege(async (tx) => {
        const unknown = { code: 'unknown-record' }
        await expect(analyseClass(tx, actor, key, NOW)).rejects.toMatchObject(unknown)
        await expect(openCases(tx, actor, key, 'mastery', null, NOW)).rejects.toMatchObject(unknown)
        await expect(adviceProof(tx, actor, advice!.id)).rejects.toMatchObject(unknown)
        await expect(
          answerAdvice(tx, actor, advice!.id, { state: 'done', remark: '', revision: 1 }, NOW),
        ).rejects.toMatchObject(unknown)
        expect(await ownClasses(tx, actor)).toEqual([])
        expect(await ownAdvice(tx, actor, NOW)).toEqual([])
      })
  })

  it('sees no student to help: not students, colleagues, leaders or the quality office', async () => {
    for (const actor of [
      await college.actor('student', 'automotive', '202101201'),
      colleague,
      await college.actor('quality-office', 'college'),
      await college.actor('college-leader', 'college'),
      await college.actor('unit-head', 'college'),
    ])
      await college.inCollege((tx) =>
        expect(studentsAtRisk(tx, actor, NOW)).rejects.toMatchObject({ code: 'not-allowed' }),
      )
    // A head of another faculty has students to look after, but none of these.
    const head = await college.actor('unit-head', 'mechanical')
    expect(await college.inCollege((tx) => studentsAtRisk(tx, head, NOW))).toEqual([])
  })

  it('sees no patterns: teachers and students', async () => {
    for (const actor of [teacher, await college.actor('student', 'automotive', '202101201')])
      await college.inCollege((tx) => expect(supervise(tx, actor, NOW)).rejects.toMatchObject({ code: 'not-allowed' }))
    const head = await college.actor('unit-head', 'mechanical')
    expect((await college.inCollege((tx) => supervise(tx, head, NOW))).units).toEqual([])
  })
})

describe('students to help', () => {
  it('are those with reasons, and each look is in the audit', async () => {
    await trying(async (tx) => {
      const found = await studentsAtRisk(tx, teacher, NOW)
      const reasons = new Set(found.flatMap((one) => one.reasons.map(({ reason }) => reason)))
      for (const reason of ['absence', 'missing-work', 'falling'] as const) expect(reasons).toContain(reason)
      // Each of a class of the teacher's own.
      expect(found.every(({ teachingClass }) => /Z0[12]$/.test(teachingClass))).toBe(true)
      const [look] = await tx.run<{ actor_id: string; detail: { students: string[] } }>(
        sql`SELECT actor_id, detail FROM audit WHERE college_id = ${tx.collegeId} AND kind = 'students.look' AND actor_id = ${teacher.accountId}`,
      )
      expect(look!.actor_id).toBe(teacher.accountId)
      expect(look!.detail.students.toSorted()).toEqual([...new Set(found.map(({ number }) => number))].toSorted())
    })
  })

  it('are seen by the head of their faculty, whoever teaches them', async () => {
    const head = await college.actor('unit-head', 'automotive')
    const found = await trying((tx) => studentsAtRisk(tx, head, NOW))
    expect(new Set(found.map(({ teachingClass }) => teachingClass)).size).toBeGreaterThan(2)
  })
})

describe('patterns', () => {
  it('show units of five teachers, and nothing of fewer', async () => {
    const office = await college.actor('quality-office', 'college')
    const { units } = await college.inCollege((tx) => supervise(tx, office, NOW))
    expect(units).toHaveLength(1)
    expect(units[0]).toMatchObject({ isShown: true, teachers: 5, classes: 6 })
    for (const { value, persons } of [...units[0]!.dimensions, ...units[0]!.advice, ...units[0]!.risks])
      expect(value === null ? persons === null : persons! >= 5).toBe(true)
    // One teacher alone sets homework: what would be of that teacher alone is not told.
    expect(units[0]!.dimensions.find(({ name }) => name === 'feedback')!.value).toBeNull()
    // No person, class or lesson is in it.
    const said = JSON.stringify(units)
    for (const hidden of [key.teachingClass, college.idOf('staff', 'T0200'), 'K0242'])
      expect(said).not.toContain(hidden)
  })

  it('are gone where four teachers are left', async () => {
    const office = await college.actor('quality-office', 'college')
    const { units } = await trying(async (tx) => {
      await tx.run(
        sql`UPDATE classroom_sessions SET state = 'open' WHERE college_id = ${tx.collegeId} AND teaching_class LIKE '%Z06' AND id = (
          SELECT max(id::text)::uuid FROM classroom_sessions WHERE teaching_class LIKE '%Z06')`,
      )
      await tx.run(
        sql`UPDATE classroom_sessions SET teacher_id = ${college.idOf('staff', 'T0200')} WHERE teaching_class LIKE '%Z06'`,
      )
      return supervise(tx, office, NOW)
    })
    expect(units).toEqual([
      expect.objectContaining({ isShown: false, teachers: null, classes: null, dimensions: [], advice: [], risks: [] }),
    ])
  })
})

describe('registers', () => {
  const contents = (tx: Tx) =>
    tx.run<{ register: string; n: number; versions: number }>(sql`
      SELECT 'class-interactions' AS register, count(*)::int AS n, sum(version)::int AS versions FROM records.class_interactions WHERE deleted_at IS NULL
      UNION ALL SELECT 'absences', count(*)::int, sum(version)::int FROM records.absences WHERE deleted_at IS NULL
      UNION ALL SELECT 'online-learning-days', count(*)::int, sum(version)::int FROM records.online_learning_days WHERE deleted_at IS NULL`)
  const sessionsOf = async (tx: Tx) =>
    (await tx.run<{ id: string }>(sql`SELECT id FROM classroom_sessions ORDER BY opened_at`)).map(({ id }) => id)

  it('are filled once, however often they are filled', async () => {
    await trying(async (tx) => {
      const before = await contents(tx)
      expect(before.find(({ register }) => register === 'class-interactions')).toMatchObject({ n: 72, versions: 72 })
      expect(await lessonsToFill(tx, 100)).toEqual([])
      expect(await takeLessons(college.engine, tx, await sessionsOf(tx), NOW)).toEqual({ records: 0, advice: 0 })
      expect(await fillOnlineDays(college.engine, tx, '2023-09-01', '2024-01-20')).toEqual({
        created: 0,
        updated: 0,
        removed: 0,
      })
      expect(await contents(tx)).toEqual(before)
    })
  })

  it('follow a correction of a sign-in, and say whose absence it was', async () => {
    await trying(async (tx) => {
      const absent = sql`SELECT g.session_id, g.student_id FROM classroom_signins g WHERE g.state = 'absent' ORDER BY g.session_id, g.student_id LIMIT 1`
      const [row] = await tx.run<{ session_id: string; student_id: string }>(absent)
      const { session_id: session, student_id: student } = row!
      const own = () =>
        tx.run<{ kind: string; deleted: boolean }>(sql`
          SELECT b.kind, b.deleted_at IS NOT NULL AS deleted FROM records.absences b JOIN classroom_sessions x ON x.held_on = b.day AND x.id = ${session}
          WHERE b.student = ${student} ORDER BY b.created_at`)
      expect(await own()).toEqual([{ kind: 'truancy', deleted: false }])
      const correct = async (state: string) => {
        await tx.run(
          sql`UPDATE classroom_signins SET state = ${state}, how = 'manual' WHERE session_id = ${session} AND student_id = ${student}`,
        )
        await touch(tx, session)
      }
      await correct('late')
      expect(await lessonsToFill(tx, 100)).toEqual([session])
      await takeLessons(college.engine, tx, [session], NOW)
      expect(await own()).toEqual([{ kind: 'late-or-early', deleted: false }])
      await correct('present')
      await takeLessons(college.engine, tx, [session], NOW)
      expect(await own()).toEqual([{ kind: 'late-or-early', deleted: true }])
      const [history] = await tx.run<{ actor_name: string }>(
        sql`SELECT actor_name FROM history WHERE subject = 'absences' ORDER BY id DESC LIMIT 1`,
      )
      expect(history!.actor_name).toContain('课堂记录')
      // Absent again: a record of its own.
      await correct('absent')
      await takeLessons(college.engine, tx, [session], NOW)
      expect((await own()).filter(({ deleted }) => !deleted)).toEqual([{ kind: 'truancy', deleted: false }])
    })
  })

  it('leave what the office entered or corrected by hand', async () => {
    await trying(async (tx) => {
      const office = asSystem(tx.collegeId, 'office')
      const absences = await tx.run<{ id: string; version: number; session: string; student: string; day: string }>(sql`
        SELECT DISTINCT ON (x.id) b.id, b.version, x.id AS session, b.student, b.day::text FROM classroom_signins g
        JOIN classroom_sessions x ON x.id = g.session_id JOIN records.lessons l ON l.id = x.lesson_id
        JOIN records.absences b ON b.student = g.student_id AND b.day = x.held_on AND b.lesson = coalesce(l.first_section, 0)
        WHERE g.state = 'absent' AND b.deleted_at IS NULL ORDER BY x.id, b.id LIMIT 2`)
      const [corrected, replaced] = absences
      const change = { register: 'absences', untitled: true } as const
      await act(college.engine, tx, office, {
        ...change,
        id: corrected!.id,
        version: corrected!.version,
        action: 'update',
        values: { reason: '已补假条' },
      })
      await act(college.engine, tx, office, {
        ...change,
        id: replaced!.id,
        version: replaced!.version,
        action: 'delete',
        comment: '全天请假',
      })
      const [old] = await tx.run<Row>(sql`SELECT * FROM records.absences WHERE id = ${replaced!.id}`)
      const { values } = stored(await collegeRegister(college.engine, tx, 'absences'), old!)
      await act(college.engine, tx, office, {
        ...change,
        action: 'create',
        values: { ...values, lesson: 0, kind: 'personal-leave' },
      })
      const before = await contents(tx)
      await tx.run(
        sql`UPDATE classroom_signins SET state = 'present' WHERE session_id = ${corrected!.session} AND student_id = ${corrected!.student}`,
      )
      for (const { session } of absences) await touch(tx, session)
      await takeLessons(
        college.engine,
        tx,
        absences.map(({ session }) => session),
        NOW,
      )
      const own = (await contents(tx)).filter(({ register }) => register === 'absences')
      expect(own).toEqual(before.filter(({ register }) => register === 'absences'))
    })
  })

  it('follow acts that arrive after the lesson, and stay when names are forgotten', async () => {
    await trying(async (tx) => {
      const [session] = await sessionsOf(tx)
      const joined = async () =>
        (
          await tx.run<{ joined: number }>(sql`
            SELECT i.joined FROM records.class_interactions i JOIN classroom_sessions x ON x.lesson_id = i.lesson
            WHERE x.id = ${session} AND i.deleted_at IS NULL`)
        )[0]!.joined
      const before = await joined()
      await tx.run(sql`
        INSERT INTO classroom_acts (college_id, id, happened_at, received_at, kind, actor, student_id, session_id, lesson_id, course_id, teaching_class, body)
        SELECT college_id, gen_random_uuid(), happened_at, ${NOW}::timestamptz, 'raised-hand', 'student', student_id, session_id, lesson_id, course_id, teaching_class, '{"up":true}'
        FROM classroom_acts WHERE session_id = ${session} AND kind = 'answered' LIMIT 1`)
      await touch(tx, session!)
      expect(await lessonsToFill(tx, 100)).toEqual([session])
      await takeLessons(college.engine, tx, [session!], NOW)
      expect(await joined()).toBe(before + 1)
      const filled = await contents(tx)
      const signIns = sql`SELECT count(*)::int AS n FROM classroom_signins`
      await tx.run(sql`UPDATE classroom_signins SET at = at - interval '9 years'`)
      await forgetTaught(tx, Date.now())
      expect(await tx.run(signIns)).toEqual([{ n: 0 }])
      expect(await lessonsToFill(tx, 100)).toEqual([])
      expect(await contents(tx)).toEqual(filled)
    })
  })
})

describe('retention', () => {
  it('takes names from what is older than five years, and nothing from the rest', async () => {
    await trying(async (tx) => {
      const named = async () =>
        (
          await tx.run<{ n: number }>(
            sql`SELECT count(*)::int AS n FROM classroom_acts WHERE student_id IS NOT NULL OR teacher_id IS NOT NULL`,
          )
        )[0]!.n
      const before = await named()
      expect(await forgetTaught(tx, Date.now())).toEqual({ acts: 0, traces: 0 })
      expect(await named()).toBe(before)
      // One lesson of long ago.
      await tx.run(sql`
        INSERT INTO classroom_acts (college_id, id, happened_at, received_at, kind, actor, student_id, course_id, teaching_class, body)
        SELECT college_id, gen_random_uuid(), '2015-03-02T01:00:00Z', '2015-03-02T01:00:00Z', 'answered', 'student', student_id, course_id, teaching_class, '{"answer":"A"}'
        FROM classroom_acts WHERE kind = 'answered' LIMIT 3`)
      expect(await forgetTaught(tx, Date.now())).toMatchObject({ acts: 3 })
      expect(await named()).toBe(before)
      expect(
        await tx.run(sql`SELECT DISTINCT student_id, body FROM classroom_acts WHERE happened_at < '2016-01-01'`),
      ).toEqual([{ student_id: null, body: {} }])
    })
  })

  it('cannot be made shorter by whoever only has the program', async () => {
    await expect(
      college.inCollege((tx) =>
        tx.run(sql`SELECT forget_teaching(now() - interval '1 year', now() - interval '1 year')`),
      ),
    ).rejects.toThrow('has not outlived its retention')
    await expect(college.inCollege((tx) => tx.run(sql`UPDATE classroom_acts SET student_id = NULL`))).rejects.toThrow(
      'permission denied',
    )
  })
})
