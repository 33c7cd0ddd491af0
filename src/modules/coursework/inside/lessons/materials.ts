import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../../engine/access/actor.ts'
import { checkAttachable } from '../../../../engine/files/may-open.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import type { FileRef } from '../../../../language/fields.ts'
import { recordActs } from '../../../classroom/index.ts'
import type { WireMaterial } from '../../wire.ts'
import { openSeat, type Seat, teacherSeat } from '../classes.ts'
import { lessonOfClass } from './lesson-rows.ts'

export interface MaterialInput {
  readonly lessonId: string | null
  readonly title: string
  readonly file: FileRef | null
  readonly address: string | null
  readonly knowledgePoints: readonly string[]
  readonly isPreview: boolean
}

/** Adds a file or an address to a class or one of its lessons. @throws Refusal 404, 403, 422 */
export async function addMaterial(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  input: MaterialInput,
): Promise<string> {
  const { of, staffId } = await teacherSeat(tx, actor, teachingClass)
  if (input.lessonId !== null) await lessonOfClass(tx, of, input.lessonId)
  if ((input.file === null) === (input.address === null)) {
    const message = { zh: '上传文件或填写网址，二者选一', en: 'Give a file or an address, one of the two' }
    throw new Refusal('invalid', message, { problems: [{ field: 'file', message }] })
  }
  if (input.file) await checkAttachable(engine, tx, actor, [input.file.sha256], 'file')
  const id = v7()
  await tx.run(sql`
    INSERT INTO coursework_materials (college_id, id, lesson_id, teaching_class, course_id, teacher_id, title, file, address, knowledge_points, is_preview, made_at)
    VALUES (${tx.collegeId}, ${id}, ${input.lessonId}, ${of.teachingClass}, ${of.courseId}, ${staffId}, ${input.title},
      ${input.file ? JSON.stringify(input.file) : null}::jsonb, ${input.address}, ${[...input.knowledgePoints]}::uuid[], ${input.isPreview}, ${new Date().toISOString()})`)
  return id
}

/** Takes a material away; who opened it stays recorded. */
export async function withdrawMaterial(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { material } = await findMaterial(tx, actor, id)
  await teacherSeat(tx, actor, material.teaching_class)
  await tx.run(
    sql`UPDATE coursework_materials SET withdrawn_at = ${new Date().toISOString()} WHERE college_id = ${tx.collegeId} AND id = ${id} AND withdrawn_at IS NULL`,
  )
}

interface MaterialRow {
  readonly id: string
  readonly lesson_id: string | null
  readonly teaching_class: string
  readonly course_id: string
  readonly file: FileRef | null
  readonly knowledge_points: readonly string[]
}

async function findMaterial(tx: Tx, actor: Actor, id: string): Promise<{ material: MaterialRow; seat: Seat }> {
  const [material] = await tx.run<MaterialRow>(sql`
    SELECT id, lesson_id, teaching_class, course_id, file, knowledge_points FROM coursework_materials
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND withdrawn_at IS NULL`)
  if (!material) throw unknownRecord()
  return { material, seat: await openSeat(tx, actor, material.teaching_class) }
}

/** A student opens a material: recorded once for each, with its act; a teacher looks without a trace. */
export async function openMaterial(tx: Tx, actor: Actor, id: string): Promise<FileRef | null> {
  const { material, seat } = await findMaterial(tx, actor, id)
  if (seat.as === 'teacher') return material.file
  const at = new Date().toISOString()
  const isFirst = await tx.change(sql`
    INSERT INTO coursework_openings (college_id, material_id, student_id, opened_at) VALUES (${tx.collegeId}, ${id}, ${seat.studentId}, ${at})
    ON CONFLICT (college_id, material_id, student_id) DO NOTHING`)
  if (isFirst)
    await recordActs(
      tx,
      { courseId: material.course_id, teachingClass: material.teaching_class, lessonId: material.lesson_id },
      [
        {
          kind: 'opened-material',
          studentId: seat.studentId,
          activityId: id,
          knowledgePoints: material.knowledge_points,
        },
      ],
      at,
    )
  return material.file
}

/** The materials of a class, or of one lesson. */
export const listMaterials = (tx: Tx, seat: Seat, lessonId: string | null = null): Promise<WireMaterial[]> =>
  tx.run<WireMaterial>(sql`
    SELECT m.id, m.lesson_id AS "lessonId", m.title, m.file, m.address, m.is_preview AS "isPreview", m.knowledge_points AS "knowledgePoints",
      (SELECT count(*)::int FROM coursework_openings o WHERE o.college_id = m.college_id AND o.material_id = m.id
        AND (${seat.as === 'teacher'} OR o.student_id = ${seat.as === 'student' ? seat.studentId : null}::uuid)) AS opened
    FROM coursework_materials m
    WHERE m.college_id = ${tx.collegeId} AND m.teaching_class = ${seat.of.teachingClass} AND m.withdrawn_at IS NULL
      AND (${lessonId}::uuid IS NULL OR m.lesson_id = ${lessonId}::uuid)
    ORDER BY m.made_at, m.id`)
