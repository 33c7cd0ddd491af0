import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import { checkAttachable } from '../../../../engine/files/may-open.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import type { FileRef } from '../../../../language/fields.ts'
import { recordActs, type ActKindName, type NewAct } from '../../../classroom/index.ts'
import { gradeAnswer } from '../../../item-bank/index.ts'
import { studentSeat, type StudentSeat } from '../classes.ts'
import { daysLate, isOpenAt } from './result-of.ts'
import { factsOf, findTask, latestOf, type Task, workOf } from './task-rows.ts'

export interface HandInInput {
  /** By item, in the order of the task: see `Answer` of the item bank. */
  readonly answers: readonly unknown[]
  readonly text: string
  readonly files: readonly FileRef[]
  /** The hand-in that the student saw last: sent twice, it is kept once. */
  readonly attempt: number
}

const ACT: Readonly<Record<Task['kind'], ActKindName>> = {
  preview: 'did-preview',
  homework: 'handed-in',
  journal: 'journalled',
  reflection: 'reflected',
}

/** A task that was opened to the student. @throws Refusal 404, 403 */
export async function openedTask(tx: Tx, actor: Actor, id: string): Promise<{ task: Task; seat: StudentSeat }> {
  const task = await findTask(tx, id)
  if (!task) throw unknownRecord()
  const seat = await studentSeat(tx, actor, task.teachingClass)
  if (task.state === 'draft') throw unknownRecord()
  return { task, seat }
}

/** Do those who handed in see the solutions? Of a preview once it is due, of all else when the teacher says. */
export const keysAreOpen = ({ kind, releasedAt }: Task, dueAt: string, now: string): boolean =>
  releasedAt !== null || (kind === 'preview' && now > dueAt)

/**
 * Hands in. What was handed in before stays; the latest counts. Items are graded at once.
 * @throws Refusal 404, 409 closed, too late or no attempt left, 422 nothing in it or a file of somebody else
 */
export async function handIn(engine: Engine, tx: Tx, actor: Actor, id: string, input: HandInInput): Promise<void> {
  const { task, seat } = await openedTask(tx, actor, id)
  const { studentId } = seat
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${`${id} ${studentId}`}))`)
  const at = new Date().toISOString()
  const work = await workOf(tx, [id], studentId)
  const facts = factsOf(task, studentId, work)
  const before = latestOf(task, studentId, work)
  if (input.attempt < (before?.attempt ?? 0))
    throw new Refusal('stale', {
      zh: '您已在别处提交过，请刷新后查看，需要时再次提交',
      en: 'You handed in elsewhere meanwhile: reload to see it, and hand in again if you need to',
    })
  const dueAt = facts.extension?.dueAt ?? task.dueAt
  if (task.state === 'closed' && !facts.extension)
    throw new Refusal('conflict', { zh: '任务已结束，需要补交请联系教师', en: 'The task is closed: ask your teacher' })
  if (!isOpenAt(at, dueAt, task.late))
    throw new Refusal('conflict', {
      zh: '已过截止时间，需要补交请联系教师延期',
      en: 'It is past due: ask your teacher for more time',
    })
  if ((before?.attempt ?? 0) >= task.attempts)
    throw new Refusal('conflict', {
      zh: `最多提交 ${task.attempts} 次，已用完`,
      en: `You may hand in ${task.attempts} times, and have`,
    })
  // Who has not handed in has seen nothing: a make-up is still possible.
  if (before && keysAreOpen(task, dueAt, at))
    throw new Refusal('conflict', {
      zh: '答案已公布，不能再提交',
      en: 'The solutions are open: nothing can be handed in again',
    })
  if (task.peersDrawnAt && before)
    throw new Refusal('conflict', {
      zh: '互评已开始，不能再改自己的作业',
      en: 'Reviews have begun: what you handed in stays',
    })
  const files = task.accepts.files ? input.files : []
  const text = task.accepts.text ? input.text.trim() : ''
  await checkAttachable(
    engine,
    tx,
    actor,
    files.map(({ sha256 }) => sha256),
    'files',
  )
  const answers = task.items.map((_, i) => input.answers[i] ?? null)
  const grades = task.items.map(({ item }, i) => gradeAnswer(item, answers[i]))
  if (text === '' && files.length === 0 && grades.every(({ answered }) => !answered))
    throw new Refusal('invalid', { zh: '还没有填写任何内容', en: 'There is nothing in it yet' })
  await tx.run(sql`
    INSERT INTO coursework_hand_ins (college_id, task_id, student_id, attempt, answers, text, files, at, item_scores)
    VALUES (${tx.collegeId}, ${id}, ${studentId}, ${(before?.attempt ?? 0) + 1}, ${JSON.stringify(answers)}::jsonb, ${text}, ${JSON.stringify(files)}::jsonb, ${at},
      ${JSON.stringify(grades.map(({ score }) => score))}::jsonb)`)
  const whole: NewAct = {
    kind: ACT[task.kind],
    studentId,
    activityId: id,
    knowledgePoints: task.knowledgePoints,
    body: { attempt: (before?.attempt ?? 0) + 1, daysLate: daysLate(at, dueAt) },
  }
  // Mastery is counted by first answers: a second attempt has seen the first.
  const answered = before
    ? []
    : task.items.map(({ itemId, version, item, knowledgePoints }, i): NewAct => ({
        kind: 'answered',
        studentId,
        activityId: id,
        itemId,
        knowledgePoints,
        correct: grades[i]!.correct,
        score: grades[i]!.score,
        maxScore: item.points,
        body: { version },
      }))
  await recordActs(
    tx,
    { courseId: task.courseId, teachingClass: task.teachingClass, lessonId: task.lessonId },
    [whole, ...answered],
    at,
  )
}
