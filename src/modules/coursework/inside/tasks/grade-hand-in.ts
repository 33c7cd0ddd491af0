import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import { recordActs } from '../../../classroom/index.ts'
import { studentsOf } from '../classes.ts'
import { ownTask } from './keep-task.ts'
import { resultOf } from './result-of.ts'
import { factsOf, gradeOf, latestOf, type Task, workOf } from './task-rows.ts'

export interface GradeInput {
  /** By item, null where what the item gave by itself stands. */
  readonly itemScores: readonly (string | null)[]
  readonly rubricScores: Readonly<Record<string, string>>
  readonly feedback: string
  readonly excused: boolean
  readonly excuse: string
  /** Of the grade that the teacher saw; 0 where there was none. */
  readonly revision: number
}

const out = (field: string, max: string) => {
  const message = {
    zh: `分数应在 0 到 ${max} 之间，最多两位小数`,
    en: `Scores are from 0 to ${max}, with two places at most`,
  }
  return new Refusal('invalid', message, { problems: [{ field, message }] })
}

function checkScore(field: string, score: string, max: string): void {
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(score) || new Exact(score).gt(max)) throw out(field, max)
}

function check(task: Task, input: GradeInput): void {
  if (input.excused && input.excuse.trim() === '')
    throw new Refusal('invalid', { zh: '免做要写明理由', en: 'Excusing somebody needs a reason' })
  if (input.itemScores.length > task.items.length) throw unknownRecord()
  input.itemScores.forEach((score, i) => {
    if (score !== null) checkScore(`items.${i}`, score, task.items[i]!.item.points)
  })
  for (const [id, score] of Object.entries(input.rubricScores)) {
    const criterion = task.rubric.find((one) => one.id === id)
    if (!criterion) throw unknownRecord()
    checkScore(`rubric.${id}`, score, criterion.points)
  }
}

/**
 * Grades what a student handed in, or gives a score to who handed in nothing (an oral report), or excuses them.
 * @throws Refusal 404, 403, 409 when a colleague graded meanwhile, 422
 */
export async function gradeHandIn(
  tx: Tx,
  actor: Actor,
  taskId: string,
  studentId: string,
  input: GradeInput,
): Promise<void> {
  const { task, seat } = await ownTask(tx, actor, taskId)
  if (task.state === 'draft' || !(await studentsOf(tx, seat.of)).some(({ id }) => id === studentId))
    throw unknownRecord()
  check(task, input)
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${`${taskId} ${studentId}`}))`)
  const work = await workOf(tx, [taskId], studentId)
  if ((gradeOf(task, studentId, work)?.revision ?? 0) !== input.revision)
    throw new Refusal('stale', {
      zh: '这份作业刚被评过分，请重新打开后再改',
      en: 'This was graded meanwhile: open it again and repeat',
    })
  const at = new Date().toISOString()
  await tx.run(sql`
    INSERT INTO coursework_grades (college_id, task_id, student_id, item_scores, rubric_scores, feedback, excused, excuse, attempt, graded_by, graded_at, revision)
    VALUES (${tx.collegeId}, ${taskId}, ${studentId}, ${JSON.stringify(input.itemScores)}::jsonb, ${JSON.stringify(input.rubricScores)}::jsonb, ${input.feedback},
      ${input.excused}, ${input.excuse}, ${latestOf(task, studentId, work)?.attempt ?? 0}, ${seat.staffId}, ${at}, 1)
    ON CONFLICT (college_id, task_id, student_id) DO UPDATE SET item_scores = excluded.item_scores, rubric_scores = excluded.rubric_scores, feedback = excluded.feedback,
      excused = excluded.excused, excuse = excluded.excuse, attempt = excluded.attempt, graded_by = excluded.graded_by, graded_at = excluded.graded_at,
      revision = coursework_grades.revision + 1`)
  const { score } = resultOf(factsOf(task, studentId, await workOf(tx, [taskId], studentId)), at)
  await recordActs(
    tx,
    { courseId: task.courseId, teachingClass: task.teachingClass, lessonId: task.lessonId },
    [
      {
        kind: 'graded',
        teacherId: seat.staffId,
        studentId,
        activityId: taskId,
        knowledgePoints: task.knowledgePoints,
        score,
        maxScore: score === null ? null : task.maxScore,
        body: { excused: input.excused },
      },
      ...(input.feedback.trim()
        ? [{ kind: 'gave-feedback' as const, teacherId: seat.staffId, studentId, activityId: taskId }]
        : []),
    ],
    at,
  )
}

/** Gives one student longer, with a reason; scores that lateness had cut follow. @throws Refusal 404, 403, 422 */
export async function extendTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  studentId: string,
  dueAt: string,
  reason: string,
): Promise<void> {
  const { task, seat } = await ownTask(tx, actor, taskId)
  if (!(await studentsOf(tx, seat.of)).some(({ id }) => id === studentId)) throw unknownRecord()
  if (dueAt <= task.dueAt) {
    const message = { zh: '新的截止时间应晚于原来的', en: 'The new deadline is after the old one' }
    throw new Refusal('invalid', message, { problems: [{ field: 'dueAt', message }] })
  }
  await tx.run(sql`
    INSERT INTO coursework_extensions (college_id, task_id, student_id, due_at, reason, given_by, given_at)
    VALUES (${tx.collegeId}, ${taskId}, ${studentId}, ${dueAt}, ${reason}, ${seat.staffId}, ${new Date().toISOString()})
    ON CONFLICT (college_id, task_id, student_id) DO UPDATE SET due_at = excluded.due_at, reason = excluded.reason, given_by = excluded.given_by, given_at = excluded.given_at`)
}
