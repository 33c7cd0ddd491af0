import { sql } from 'kysely'
import type { Tx } from '../../../../engine/module-server.ts'
import { unknownRecord } from '../../../../engine/refusal.ts'
import type { WireLessonRow } from '../../wire.ts'
import type { TeachingClass } from '../classes.ts'

/**
 * The meetings of a class in their order. Classes taught together have a record each for one meeting: the first by
 * number stands for it, as everywhere in the classroom. Each table is told its college: what stands behind DISTINCT says
 * nothing of it to a Citus.
 */
export const lessonsOf = (tx: Tx, of: TeachingClass): Promise<WireLessonRow[]> =>
  tx.run<WireLessonRow>(sql`
    SELECT l.id, l.held_on AS "heldOn", l.starts_at AS "startsAt", l.sections, r.name AS place, l.cancelled,
      EXISTS (SELECT 1 FROM coursework_plans p WHERE p.college_id = ${tx.collegeId} AND p.lesson_id = l.id) AS "isPlanned",
      (SELECT count(*)::int FROM coursework_materials m WHERE m.college_id = ${tx.collegeId} AND m.lesson_id = l.id AND m.withdrawn_at IS NULL) AS materials,
      (SELECT count(*)::int FROM coursework_tasks t WHERE t.college_id = ${tx.collegeId} AND t.lesson_id = l.id AND t.kind = 'preview') AS previews
    FROM (
      SELECT DISTINCT ON (held_on, starts_at) * FROM records.lessons
      WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL
        AND (teaching_class = ${of.teachingClass} OR (teaching_class IS NULL AND number = ${of.teachingClass}))
      ORDER BY held_on, starts_at, number
    ) l
    JOIN records.classrooms r ON r.college_id = ${tx.collegeId} AND r.id = l.room
    ORDER BY l.held_on, l.starts_at`)

/** A lesson of this class. @throws Refusal 404 */
export async function lessonOfClass(tx: Tx, of: TeachingClass, lessonId: string): Promise<WireLessonRow> {
  const lesson = (await lessonsOf(tx, of)).find(({ id }) => id === lessonId)
  if (!lesson) throw unknownRecord()
  return lesson
}
