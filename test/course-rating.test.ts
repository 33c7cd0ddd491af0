import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../src/engine/access/actor.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import type { Tx } from '../src/engine/module-server.ts'
import { createMany } from '../src/engine/records/write-many.ts'
import { openSeat } from '../src/modules/coursework/inside/classes.ts'
import { fileRatings } from '../src/modules/coursework/inside/ratings/file-ratings.ts'
import { rateCourse, ratingDays, showRating } from '../src/modules/coursework/inside/ratings/rate-course.ts'
import { openTaughtCollege, type TaughtCollege } from './taught-college.ts'

/** Students say what they think of a course: once, unnamed, in its last weeks; five or more go into the register. */

const CLASS = '2023-2024-1-K0242-Z01'
let college: TaughtCollege
let teacher: Actor
let students: readonly Actor[]
beforeAll(async () => {
  college = await openTaughtCollege()
  teacher = await college.actor('teacher', 'automotive', 'T0200')
  const account = await college.actor('student', 'automotive')
  const rows = await college.inCollege(async (tx) => {
    // Most of the demo's students have no account, and so no person: theirs stand for it.
    const found = await tx.run<{ id: string }>(sql`
      SELECT DISTINCT s.id, s.number FROM records.students s JOIN records.lessons l ON l.class_name = s.class_name
      WHERE l.teaching_class = ${CLASS} AND s.left_on IS NULL ORDER BY s.number LIMIT 6`)
    await tx.run(sql`UPDATE records.students SET owner_id = id WHERE id = ANY(${found.map(({ id }) => id)}::uuid[])`)
    return found
  })
  students = rows.map(({ id }) => ({ ...account, personId: id }))
}, 300_000)
afterAll(() => college?.close())

const at = async (tx: Tx, actor: Actor, day: string) => showRating(tx, await openSeat(tx, actor, CLASS), day)
const scores = (points: number) => ({
  preparation: points,
  clarity: points,
  practice: points,
  feedback: points,
  fairness: 100,
})

it('asks each student once, tells nobody who said what, and files the mean of five or more when it is over', async () => {
  const { lastOn, from, to } = await college.inCollege(async (tx) => {
    const { of } = await openSeat(tx, teacher, CLASS)
    return { lastOn: of.lastOn, ...ratingDays(of) }
  })
  const after = new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10)
  const filed = () =>
    college.inCollege((tx) =>
      tx.run<{ score: string; students: number; completed_on: string }>(
        sql`SELECT score, students, completed_on::text FROM records.course_evaluations WHERE deleted_at IS NULL`,
      ),
    )
  const rate = (student: Actor, points: number, day = lastOn) =>
    college.inCollege((tx) => rateCourse(tx, student, CLASS, scores(points), day))
  const file = () => college.inCollege((tx) => fileRatings(college.engine, tx, after))

  await expect(rate(students[0]!, 80, '2023-09-10')).rejects.toMatchObject({ code: 'conflict' })
  await expect(rate(students[0]!, 80, after)).rejects.toMatchObject({ code: 'conflict' })
  await expect(rate(teacher, 100)).rejects.toMatchObject({ code: 'not-allowed' })
  for (const student of students.slice(0, 4)) await rate(student, 80)
  await expect(rate(students[0]!, 20)).rejects.toMatchObject({ code: 'conflict' })

  await college.inCollege(async (tx) => {
    expect(await at(tx, students[0]!, lastOn)).toMatchObject({ from, to, state: 'open', isDone: true, result: null })
    expect(await at(tx, students[4]!, lastOn)).toMatchObject({ isDone: false })
    // Four are too few, also when it is over.
    expect(await at(tx, teacher, after)).toMatchObject({ state: 'over', result: null })
  })
  expect(await file()).toBe(0)

  await rate(students[4]!, 40, to)
  await college.inCollege(async (tx) => {
    // Nothing before the end: whoever comes last would be known.
    expect((await at(tx, teacher, to)).result).toBeNull()
    expect((await at(tx, teacher, after)).result).toEqual({
      students: 5,
      means: { preparation: '72.0', clarity: '72.0', practice: '72.0', feedback: '72.0', fairness: '100.0' },
    })
    const [kept] = await tx.run<Record<string, unknown>>(sql`SELECT * FROM coursework_ratings LIMIT 1`)
    expect(Object.keys(kept!).toSorted()).toEqual(
      ['college_id', 'id', 'planned_course_id', 'scores', 'teacher_id', 'teaching_class'].toSorted(),
    )
  })
  expect(await college.inCollege((tx) => fileRatings(college.engine, tx, to))).toBe(0)
  expect(await file()).toBe(1)
  expect(await file()).toBe(0)
  // (4 × (4 × 80 + 100) + 4 × 40 + 100) / 25
  expect(await filed()).toEqual([{ score: '77.6', students: 5, completed_on: to }])
})

it('leaves what the office entered of a course as it is', async () => {
  await college
    .inCollege(async (tx) => {
      await tx.run(sql`UPDATE records.course_evaluations SET deleted_at = now()`)
      const [rated] = await tx.run<{ planned: string; teacher: string; course: string; term: string }>(sql`
        SELECT r.planned_course_id AS planned, r.teacher_id AS teacher, p.course, p.term FROM coursework_ratings r
        JOIN records.programme_courses p ON p.id = r.planned_course_id LIMIT 1`)
      const { planned, ...values } = rated!
      await createMany(college.engine, tx, asSystem(college.collegeId, '质量办'), 'course-evaluations', [
        { values: { ...values, plannedCourse: planned, score: '95.0', students: 40, completedOn: '2024-01-12' } },
      ])
      expect(await fileRatings(college.engine, tx, '2099-01-01')).toBe(0)
      throw new Error('rolled back')
    })
    .catch((error: Error) => expect(error.message).toBe('rolled back'))
})
