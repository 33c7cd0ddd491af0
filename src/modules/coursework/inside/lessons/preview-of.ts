import { sql } from 'kysely'
import type { Tx } from '../../../../engine/module-server.ts'
import type { PreviewState } from '../../wire.ts'
import { findClass, studentsOf } from '../classes.ts'

/** What was to be prepared for a lesson, and by how much each student did: nobody is left out. */
export async function previewOf(
  tx: Tx,
  lesson: { readonly id: string; readonly teachingClass: string },
): Promise<{ materials: number; tasks: number; students: PreviewState[] }> {
  const of = await findClass(tx, lesson.teachingClass)
  const [asked] = await tx.run<{ materials: number; tasks: number }>(sql`
    SELECT
      (SELECT count(*)::int FROM coursework_materials WHERE college_id = ${tx.collegeId} AND lesson_id = ${lesson.id} AND is_preview AND withdrawn_at IS NULL) AS materials,
      (SELECT count(*)::int FROM coursework_tasks WHERE college_id = ${tx.collegeId} AND lesson_id = ${lesson.id} AND kind = 'preview' AND state <> 'draft') AS tasks`)
  const done = await tx.run<{ student: string; opened: number; handed: number }>(sql`
    SELECT student, sum(opened)::int AS opened, sum(handed)::int AS handed FROM (
      SELECT o.student_id AS student, 1 AS opened, 0 AS handed
      FROM coursework_openings o JOIN coursework_materials m ON m.college_id = o.college_id AND m.id = o.material_id
      WHERE o.college_id = ${tx.collegeId} AND m.lesson_id = ${lesson.id} AND m.is_preview AND m.withdrawn_at IS NULL
      UNION ALL
      SELECT h.student_id, 0, 1
      FROM coursework_hand_ins h JOIN coursework_tasks t ON t.college_id = h.college_id AND t.id = h.task_id
      WHERE h.college_id = ${tx.collegeId} AND t.lesson_id = ${lesson.id} AND t.kind = 'preview' AND h.attempt = 1
    ) each GROUP BY student`)
  const by = new Map(done.map((row) => [row.student, row]))
  return {
    materials: asked?.materials ?? 0,
    tasks: asked?.tasks ?? 0,
    students: (of ? await studentsOf(tx, of) : []).map(({ id, number, name }) => ({
      studentId: id,
      number,
      name,
      opened: by.get(id)?.opened ?? 0,
      handedIn: by.get(id)?.handed ?? 0,
    })),
  }
}
