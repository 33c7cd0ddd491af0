import { sql } from 'kysely'
import type { Actor } from '../../engine/access/actor.ts'
import type { Tx } from '../../engine/module-server.ts'

/** A meeting of the timetable, as the classroom needs it. */
export interface Lesson {
  readonly id: string
  readonly courseId: string
  readonly courseName: string
  readonly teachingClass: string
  /** The classes that are taught together in it. */
  readonly classNames: readonly string[]
  readonly teacherId: string
  readonly unitId: string
  readonly roomId: string
  readonly roomName: string
  /** Day and times in China. */
  readonly heldOn: string
  readonly sections: string
  readonly startsAt: string
  readonly endsAt: string | null
  readonly cancelled: boolean
}

export interface RosterStudent {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly className: string | null
}

/** Columns of a lesson `l`, with course and room; classes taught together are lessons of one time and teaching class. */
export const lessonColumns = sql`
  l.id, l.course, c.name AS course_name, coalesce(l.teaching_class, l.number) AS teaching_class, l.class_name, l.teacher, l.unit_id, l.room, r.name AS room_name,
  l.held_on, l.sections, l.starts_at, l.ends_at, l.cancelled`
export const lessonJoins = sql`
  JOIN records.courses c ON c.college_id = l.college_id AND c.id = l.course
  JOIN records.classrooms r ON r.college_id = l.college_id AND r.id = l.room`

export interface LessonRow {
  readonly id: string
  readonly course: string
  readonly course_name: string
  readonly teaching_class: string
  readonly class_name: string
  readonly teacher: string
  readonly unit_id: string
  readonly room: string
  readonly room_name: string
  readonly held_on: string
  readonly sections: string
  readonly starts_at: string
  readonly ends_at: string | null
  readonly cancelled: boolean
}

/** Lessons from their records: those of one teaching class and time are one, however many classes come. */
export function meetingsOf(rows: readonly LessonRow[]): Lesson[] {
  const meetings = Map.groupBy(rows, (row) => `${row.teaching_class} ${row.teacher} ${row.held_on} ${row.starts_at}`)
  return [...meetings.values()].map((of) => {
    const [first] = of as [LessonRow, ...LessonRow[]]
    return {
      id: first.id,
      courseId: first.course,
      courseName: first.course_name,
      teachingClass: first.teaching_class,
      classNames: of.map((row) => row.class_name),
      teacherId: first.teacher,
      unitId: first.unit_id,
      roomId: first.room,
      roomName: first.room_name,
      heldOn: first.held_on,
      sections: first.sections,
      startsAt: first.starts_at,
      endsAt: first.ends_at,
      cancelled: of.every((row) => row.cancelled),
    }
  })
}

/** The meeting that a record of the timetable belongs to; null when there is none. */
export async function findLesson(tx: Tx, id: string): Promise<Lesson | null> {
  const rows = await tx.run<LessonRow>(sql`
    SELECT ${lessonColumns}
    FROM records.lessons o
    JOIN records.lessons l ON l.college_id = o.college_id AND l.deleted_at IS NULL AND l.held_on = o.held_on AND l.starts_at = o.starts_at AND l.teacher = o.teacher
      AND (l.id = o.id OR l.teaching_class = o.teaching_class)
    ${lessonJoins}
    WHERE o.college_id = ${tx.collegeId} AND o.id = ${id} AND o.deleted_at IS NULL
    ORDER BY l.number`)
  return meetingsOf(rows)[0] ?? null
}

/** Who belongs to a class that is taught: those who chose it, else those on the roll of its classes that day; by number. */
export async function rosterOf(
  tx: Tx,
  { teachingClass, classNames }: Pick<Lesson, 'teachingClass' | 'classNames'>,
  day: string,
): Promise<RosterStudent[]> {
  return tx.run<RosterStudent>(sql`
    WITH chosen AS (
      SELECT DISTINCT student FROM records.course_selections
      WHERE college_id = ${tx.collegeId} AND teaching_class = ${teachingClass} AND deleted_at IS NULL
    )
    SELECT s.id, s.number, s.name, s.class_name AS "className"
    FROM records.students s
    WHERE s.college_id = ${tx.collegeId} AND s.deleted_at IS NULL AND s.entered_on <= ${day}::date AND (s.left_on IS NULL OR s.left_on > ${day}::date)
      AND (s.id IN (SELECT student FROM chosen) OR (NOT EXISTS (SELECT 1 FROM chosen) AND s.class_name = ANY(${classNames}::text[])))
    ORDER BY s.number`)
}

/** The staff record of whoever acts; null for those who are no staff. */
export async function teacherOf(tx: Tx, actor: Actor): Promise<string | null> {
  if (!actor.personId) return null
  const [row] = await tx.run<{ id: string }>(sql`
    SELECT id FROM records.staff WHERE college_id = ${tx.collegeId} AND owner_id = ${actor.personId} AND deleted_at IS NULL AND left_on IS NULL ORDER BY number LIMIT 1`)
  return row?.id ?? null
}

/** The student record of whoever acts; null for those who are no students. */
export async function studentOf(tx: Tx, actor: Actor): Promise<string | null> {
  if (!actor.personId) return null
  const [row] = await tx.run<{ id: string }>(sql`
    SELECT id FROM records.students WHERE college_id = ${tx.collegeId} AND owner_id = ${actor.personId} AND deleted_at IS NULL AND left_on IS NULL
    ORDER BY number DESC LIMIT 1`)
  return row?.id ?? null
}
