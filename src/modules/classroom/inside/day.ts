import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { type Lesson, lessonColumns, lessonJoins, type LessonRow, meetingsOf, studentOf, teacherOf } from '../roster.ts'
import type { WireDay, WireHeld, WireLesson } from '../wire.ts'

/** How many lessons held lately are listed. */
const LATELY = 12

interface SessionRef {
  readonly id: string
  readonly lesson_id: string
  readonly teaching_class: string
  readonly state: 'open' | 'closed'
  readonly extra: boolean
}

const NOTHING: WireDay = { as: 'nobody', day: '', lessons: [], open: [], classes: [], held: [] }

/** The day of whoever asks: a teacher's lessons, or those of a student. */
export async function dayOf(tx: Tx, actor: Actor): Promise<WireDay> {
  const now = Date.now()
  const day = today(now)
  const teacher = await teacherOf(tx, actor)
  const student = teacher ? null : await studentOf(tx, actor)
  if (!teacher && !student) return { ...NOTHING, day }
  const mine = teacher ? sql`l.teacher = ${teacher}` : ofStudent(student!)
  const meetings = await tx.run<LessonRow>(sql`
    SELECT ${lessonColumns} FROM records.lessons l ${lessonJoins}
    WHERE l.college_id = ${tx.collegeId} AND l.deleted_at IS NULL AND l.held_on = ${day} AND ${mine} ORDER BY l.starts_at, l.number`)
  const sessions = await tx.run<SessionRef>(sql`
    SELECT s.id, s.lesson_id, s.teaching_class, CASE WHEN s.state = 'open' AND s.closes_at > ${new Date(now).toISOString()}::timestamptz THEN 'open' ELSE 'closed' END AS state,
      s.extra_reason IS NOT NULL AS extra
    FROM classroom_sessions s
    WHERE s.college_id = ${tx.collegeId} AND (s.held_on = ${day} OR s.state = 'open')
      AND EXISTS (SELECT 1 FROM records.lessons o JOIN records.lessons l ON l.college_id = o.college_id AND (l.id = o.id OR (l.teaching_class = o.teaching_class AND l.held_on = o.held_on))
        WHERE o.college_id = s.college_id AND o.id = s.lesson_id AND ${mine})
    ORDER BY s.opened_at`)
  const extra = sessions.filter((one) => one.state === 'open')
  const openRows = await tx.run<LessonRow>(sql`
    SELECT ${lessonColumns} FROM records.lessons l ${lessonJoins}
    WHERE l.college_id = ${tx.collegeId} AND l.id = ANY(${extra.map((one) => one.lesson_id)}::uuid[])`)
  const lessons = meetingsOf(meetings)
  return {
    as: teacher ? 'teacher' : 'student',
    day,
    lessons: lessons.map((lesson) =>
      presentLesson(
        lesson,
        sessions.find((one) => one.lesson_id === lesson.id && !one.extra),
      ),
    ),
    open: extra.flatMap((session) => {
      const lesson = meetingsOf(openRows.filter((row) => row.id === session.lesson_id))[0]
      return lesson ? [presentLesson(lesson, session)] : []
    }),
    classes: teacher ? (await taughtClasses(tx, teacher)).map((lesson) => presentLesson(lesson, undefined)) : [],
    held: teacher ? await heldLately(tx, teacher) : [],
  }
}

/** Lessons `l` that a student belongs to: of a class they chose, else of their own class where nobody chose. */
const ofStudent = (student: string) => sql`(
  EXISTS (SELECT 1 FROM records.course_selections x WHERE x.college_id = l.college_id AND x.student = ${student}::uuid AND x.teaching_class = l.teaching_class AND x.deleted_at IS NULL)
  OR (l.class_name = (SELECT class_name FROM records.students WHERE college_id = l.college_id AND id = ${student}::uuid)
    AND NOT EXISTS (SELECT 1 FROM records.course_selections y WHERE y.college_id = l.college_id AND y.teaching_class = l.teaching_class AND y.deleted_at IS NULL)))`

function presentLesson(lesson: Lesson, session: SessionRef | undefined): WireLesson {
  const { id, courseName, teachingClass, classNames, roomName, heldOn, startsAt, endsAt, cancelled } = lesson
  return {
    lesson: id,
    courseName,
    teachingClass,
    classNames,
    roomName,
    heldOn,
    startsAt,
    endsAt,
    cancelled,
    session: session ? { id: session.id, state: session.state } : null,
  }
}

/** The last meeting of each class that a teacher teaches or taught, latest first. */
async function taughtClasses(tx: Tx, teacher: string): Promise<Lesson[]> {
  const rows = await tx.run<LessonRow>(sql`
    SELECT ${lessonColumns} FROM records.lessons l ${lessonJoins}
    WHERE l.college_id = ${tx.collegeId} AND l.deleted_at IS NULL AND l.teacher = ${teacher} AND NOT l.cancelled
      AND (l.teaching_class, l.held_on) IN (
        SELECT teaching_class, max(held_on) FROM records.lessons
        WHERE college_id = ${tx.collegeId} AND teacher = ${teacher} AND deleted_at IS NULL AND NOT cancelled AND teaching_class IS NOT NULL GROUP BY teaching_class)
    ORDER BY l.held_on DESC, l.starts_at DESC, l.number`)
  return [
    ...new Map(
      meetingsOf(rows)
        .toReversed()
        .map((lesson) => [lesson.teachingClass, lesson]),
    ).values(),
  ].toReversed()
}

async function heldLately(tx: Tx, teacher: string): Promise<WireHeld[]> {
  return tx.run<WireHeld>(sql`
    SELECT s.id, c.name AS "courseName", ARRAY[l.class_name] AS "classNames", s.held_on AS "heldOn", s.opened_at AS "openedAt", s.state,
      (SELECT count(*) FROM classroom_signins i WHERE i.college_id = s.college_id AND i.session_id = s.id AND i.state IN ('present', 'late')) AS present,
      (SELECT count(*) FROM classroom_acts a WHERE a.college_id = s.college_id AND a.session_id = s.id) AS acts
    FROM classroom_sessions s
    JOIN records.courses c ON c.college_id = s.college_id AND c.id = s.course_id
    JOIN records.lessons l ON l.college_id = s.college_id AND l.id = s.lesson_id
    WHERE s.college_id = ${tx.collegeId} AND s.teacher_id = ${teacher} AND s.state = 'closed' ORDER BY s.opened_at DESC LIMIT ${LATELY}`)
}
