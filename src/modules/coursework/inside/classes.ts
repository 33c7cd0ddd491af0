import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed, unknownRecord } from '../../../engine/refusal.ts'
import { rosterOf, type RosterStudent, studentOf, teacherOf } from '../../classroom/index.ts'

/** A teaching class: the lessons of one course for the same students. */
export interface TeachingClass {
  readonly teachingClass: string
  readonly courseId: string
  readonly courseName: string
  readonly unitId: string
  readonly classNames: readonly string[]
  readonly teachers: readonly string[]
  readonly lessons: number
  readonly firstOn: string
  readonly lastOn: string
}

const columns = sql`
  coalesce(l.teaching_class, l.number) AS "teachingClass", (array_agg(l.course))[1] AS "courseId", min(c.name) AS "courseName", (array_agg(l.unit_id))[1] AS "unitId",
  array_agg(DISTINCT l.class_name) AS "classNames", array_agg(DISTINCT l.teacher) AS teachers, count(DISTINCT (l.held_on, l.starts_at))::int AS lessons,
  min(l.held_on) AS "firstOn", max(l.held_on) AS "lastOn"
  FROM records.lessons l JOIN records.courses c ON c.college_id = l.college_id AND c.id = l.course`

export async function findClass(tx: Tx, teachingClass: string): Promise<TeachingClass | null> {
  const [found] = await tx.run<TeachingClass>(sql`
    SELECT ${columns}
    WHERE l.college_id = ${tx.collegeId} AND l.deleted_at IS NULL
      AND (l.teaching_class = ${teachingClass} OR (l.teaching_class IS NULL AND l.number = ${teachingClass}))
    GROUP BY 1`)
  return found ?? null
}

/** Who is in the room: the teacher of the class, or a student of it. */
export type Seat =
  | { readonly as: 'teacher'; readonly staffId: string; readonly of: TeachingClass }
  | { readonly as: 'student'; readonly studentId: string; readonly of: TeachingClass }
export type TeacherSeat = Extract<Seat, { as: 'teacher' }>
export type StudentSeat = Extract<Seat, { as: 'student' }>

/** The students of a class: of today while it is taught, of its last lesson once that is over. */
export async function studentsOf(tx: Tx, of: TeachingClass): Promise<RosterStudent[]> {
  const today = new Date().toISOString().slice(0, 10)
  return rosterOf(tx, of, of.lastOn < today ? of.lastOn : today)
}

/**
 * Where the actor sits in a class.
 * @throws Refusal 404 for everybody else, whether there is such a class or not
 */
export async function openSeat(tx: Tx, actor: Actor, teachingClass: string): Promise<Seat> {
  const of = await findClass(tx, teachingClass)
  if (!of) throw unknownRecord()
  const staffId = await teacherOf(tx, actor)
  if (staffId && of.teachers.includes(staffId)) return { as: 'teacher', staffId, of }
  const studentId = await studentOf(tx, actor)
  if (studentId && (await studentsOf(tx, of)).some(({ id }) => id === studentId))
    return { as: 'student', studentId, of }
  throw unknownRecord()
}

/** @throws Refusal 404 for who is not in the class, 403 for its students */
export async function teacherSeat(tx: Tx, actor: Actor, teachingClass: string): Promise<TeacherSeat> {
  const seat = await openSeat(tx, actor, teachingClass)
  if (seat.as !== 'teacher') throw notAllowed({ zh: '做只有任课教师能做的事', en: 'do what only the teacher may' })
  return seat
}

/** @throws Refusal 404 for who is not in the class, 403 for its teacher */
export async function studentSeat(tx: Tx, actor: Actor, teachingClass: string): Promise<StudentSeat> {
  const seat = await openSeat(tx, actor, teachingClass)
  if (seat.as !== 'student') throw notAllowed({ zh: '做只有学生能做的事', en: 'do what only students may' })
  return seat
}

/** The classes that somebody teaches or learns in, the latest first. */
export async function ownClasses(tx: Tx, actor: Actor): Promise<Seat[]> {
  const staffId = await teacherOf(tx, actor)
  const studentId = await studentOf(tx, actor)
  const latest = sql`GROUP BY 1 ORDER BY max(l.held_on) DESC, 1 LIMIT 40`
  const taught = staffId
    ? await tx.run<TeachingClass>(sql`
        SELECT ${columns} WHERE l.college_id = ${tx.collegeId} AND l.deleted_at IS NULL AND l.teacher = ${staffId} ${latest}`)
    : []
  const learnt = studentId
    ? await tx.run<TeachingClass>(sql`
        WITH chosen AS (
          SELECT teaching_class FROM records.course_selections
          WHERE college_id = ${tx.collegeId} AND student = ${studentId} AND deleted_at IS NULL AND teaching_class IS NOT NULL
        )
        SELECT ${columns}
        WHERE l.college_id = ${tx.collegeId} AND l.deleted_at IS NULL AND (
          l.teaching_class IN (SELECT teaching_class FROM chosen)
          OR (l.class_name = (SELECT class_name FROM records.students WHERE college_id = ${tx.collegeId} AND id = ${studentId})
            AND NOT EXISTS (SELECT 1 FROM records.course_selections s WHERE s.college_id = l.college_id AND s.teaching_class = l.teaching_class AND s.deleted_at IS NULL)))
        ${latest}`)
    : []
  return [
    ...taught.map((of): Seat => ({ as: 'teacher', staffId: staffId!, of })),
    ...learnt.map((of): Seat => ({ as: 'student', studentId: studentId!, of })),
  ]
}
