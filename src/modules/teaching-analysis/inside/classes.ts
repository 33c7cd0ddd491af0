import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import { teacherOf } from '../../classroom/index.ts'
import type { WireClassRow } from '../wire.ts'
import type { ClassKey } from './read-class-facts.ts'

/** Classes in which lessons were held, the latest first. */
async function listClasses(tx: Tx, where: RawBuilder<unknown>): Promise<WireClassRow[]> {
  return tx.run<WireClassRow>(sql`
    SELECT x.course_id AS "courseId", c.name AS "courseName", x.teaching_class AS "teachingClass",
      coalesce((SELECT array_agg(DISTINCT l.class_name ORDER BY l.class_name) FROM records.lessons l
        WHERE l.college_id = x.college_id AND l.teaching_class = x.teaching_class AND l.course = x.course_id AND l.deleted_at IS NULL), '{}') AS "classNames",
      count(*)::int AS lessons, max(x.held_on)::text AS "lastOn",
      (SELECT count(DISTINCT g.student_id)::int FROM classroom_signins g JOIN classroom_sessions y ON y.college_id = g.college_id AND y.id = g.session_id
        WHERE g.college_id = x.college_id AND y.course_id = x.course_id AND y.teaching_class = x.teaching_class) AS students,
      (SELECT count(*)::int FROM teaching_advice v
        WHERE v.college_id = x.college_id AND v.course_id = x.course_id AND v.teaching_class = x.teaching_class AND v.state = 'open') AS "openAdvice"
    FROM classroom_sessions x JOIN records.courses c ON c.college_id = x.college_id AND c.id = x.course_id
    WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND ${where}
    GROUP BY x.college_id, x.course_id, x.teaching_class, c.name ORDER BY max(x.held_on) DESC, x.teaching_class`)
}

/** The classes that the actor teaches; none for whoever teaches none. */
export async function ownClasses(tx: Tx, actor: Actor): Promise<WireClassRow[]> {
  const teacher = await teacherOf(tx, actor)
  return teacher === null ? [] : listClasses(tx, sql`x.teacher_id = ${teacher}`)
}

/** A class for the teacher who holds its lessons. @throws Refusal 404, for whoever else asks too */
export async function ownClass(tx: Tx, actor: Actor, { courseId, teachingClass }: ClassKey): Promise<WireClassRow> {
  const teacher = await teacherOf(tx, actor)
  const [row] =
    teacher === null
      ? []
      : await listClasses(
          tx,
          sql`x.teacher_id = ${teacher} AND x.course_id = ${courseId} AND x.teaching_class = ${teachingClass}`,
        )
  if (!row) throw unknownRecord()
  return row
}

/** A condition on `classroom_sessions x`: lessons of one class. */
export const ofClass = ({ courseId, teachingClass }: ClassKey): RawBuilder<unknown> =>
  sql`x.course_id = ${courseId} AND x.teaching_class = ${teachingClass}`
