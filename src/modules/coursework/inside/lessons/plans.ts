import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import { findLesson } from '../../../classroom/index.ts'
import type { WireClass, WireLessonPage, WirePlan } from '../../wire.ts'
import { type TeacherSeat, teacherSeat } from '../classes.ts'
import { listTasks } from '../tasks/task-list.ts'
import { leftOpen } from './left-open.ts'
import { lessonOfClass } from './lesson-rows.ts'
import { listMaterials } from './materials.ts'
import { previewOf } from './preview-of.ts'

/** The plan of a lesson; null while nobody wrote one. */
async function findPlan(tx: Tx, lessonId: string): Promise<WirePlan | null> {
  const [plan] = await tx.run<WirePlan>(sql`
    SELECT aims, key_points AS "keyPoints", steps, knowledge_points AS "knowledgePoints", afterthought, revision FROM coursework_plans
    WHERE college_id = ${tx.collegeId} AND lesson_id = ${lessonId}`)
  return plan ?? null
}

/** A lesson that the actor teaches. @throws Refusal 404, 403 for its students */
async function ownLesson(tx: Tx, actor: Actor, lessonId: string): Promise<TeacherSeat> {
  const lesson = await findLesson(tx, lessonId)
  if (!lesson) throw unknownRecord()
  return teacherSeat(tx, actor, lesson.teachingClass)
}

export const wireClass = (
  { of, as }: Pick<TeacherSeat, 'of'> & { as: 'teacher' | 'student' },
  waiting = 0,
): WireClass => ({
  teachingClass: of.teachingClass,
  courseId: of.courseId,
  courseName: of.courseName,
  classNames: of.classNames,
  as,
  lessons: of.lessons,
  firstOn: of.firstOn,
  lastOn: of.lastOn,
  waiting,
})

/** Everything that is prepared for a lesson, what the last one left open, and who has prepared. */
export async function showLesson(tx: Tx, actor: Actor, lessonId: string): Promise<WireLessonPage> {
  const seat = await ownLesson(tx, actor, lessonId)
  const lesson = await lessonOfClass(tx, seat.of, lessonId)
  return {
    of: wireClass(seat),
    lesson,
    plan: await findPlan(tx, lessonId),
    materials: await listMaterials(tx, seat, lessonId),
    tasks: (await listTasks(tx, seat)).filter((task) => task.lessonId === lessonId),
    leftOpen: await leftOpen(tx, seat.of.teachingClass, lesson.heldOn),
    preview: await previewOf(tx, { id: lessonId, teachingClass: seat.of.teachingClass }),
  }
}

/** Keeps the plan of a lesson. @throws Refusal 404, 403, 409 when a colleague changed it meanwhile */
export async function keepPlan(tx: Tx, actor: Actor, lessonId: string, plan: WirePlan): Promise<void> {
  const seat = await ownLesson(tx, actor, lessonId)
  await lessonOfClass(tx, seat.of, lessonId)
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${lessonId}))`)
  if (((await findPlan(tx, lessonId))?.revision ?? 0) !== plan.revision)
    throw new Refusal('stale', {
      zh: '教案刚被修改过，请重新打开后再改',
      en: 'The plan was changed meanwhile: open it again and repeat',
    })
  await tx.run(sql`
    INSERT INTO coursework_plans (college_id, lesson_id, teaching_class, course_id, aims, key_points, steps, knowledge_points, afterthought, revision, changed_at, changed_by)
    VALUES (${tx.collegeId}, ${lessonId}, ${seat.of.teachingClass}, ${seat.of.courseId}, ${plan.aims}, ${plan.keyPoints}, ${JSON.stringify(plan.steps)}::jsonb,
      ${[...plan.knowledgePoints]}::uuid[], ${plan.afterthought}, 1, ${new Date().toISOString()}, ${seat.staffId})
    ON CONFLICT (college_id, lesson_id) DO UPDATE SET aims = excluded.aims, key_points = excluded.key_points, steps = excluded.steps,
      knowledge_points = excluded.knowledge_points, afterthought = excluded.afterthought, revision = coursework_plans.revision + 1,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
}
