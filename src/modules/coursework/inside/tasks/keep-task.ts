import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../../engine/access/actor.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { notAllowed, Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import { recordActs } from '../../../classroom/index.ts'
import { takeItems } from '../../../item-bank/index.ts'
import type { Accepts, Criterion, LateRule, TaskItem, TaskKind } from '../../wire.ts'
import { teacherSeat, type TeacherSeat } from '../classes.ts'
import { findTask, type Task, workOf } from './task-rows.ts'
import { tellStudents } from './tell-students.ts'

/** What a teacher writes of a task. */
export interface TaskInput {
  readonly kind: TaskKind
  readonly lessonId: string | null
  readonly title: string
  readonly instructions: string
  /** Items of the course's bank, in the order they are asked. */
  readonly items: readonly string[]
  readonly rubric: readonly Criterion[]
  readonly accepts: Accepts
  readonly knowledgePoints: readonly string[]
  readonly categoryId: string | null
  readonly dueAt: string
  readonly late: LateRule
  readonly attempts: number
  readonly peers: number | null
  readonly peersDueAt: string | null
}

const invalid = (field: string, zh: string, en: string) =>
  new Refusal('invalid', { zh, en }, { problems: [{ field, message: { zh, en } }] })

function check(input: TaskInput): void {
  if (input.items.length === 0 && !input.accepts.text && !input.accepts.files)
    throw invalid(
      'accepts',
      '没有题目，也不收文字和文件：学生无法提交',
      'There are no items, and neither text nor files: nothing could be handed in',
    )
  if (input.kind === 'homework' && input.items.length === 0 && input.rubric.length === 0)
    throw invalid('rubric', '作业要有题目或评分标准', 'Homework needs items or criteria')
  if (new Set(input.items).size < input.items.length) throw invalid('items', '有题目选了两次', 'An item is there twice')
  if (new Set(input.rubric.map(({ id }) => id)).size < input.rubric.length)
    throw invalid('rubric', '评分标准编号重复', 'Two criteria have one id')
  if (input.peers !== null && input.rubric.length === 0)
    throw invalid('peers', '互评按评分标准打分，请先填写评分标准', 'Peers judge by criteria: write some first')
  if (input.peers !== null && (input.peersDueAt === null || input.peersDueAt <= input.dueAt))
    throw invalid('peersDueAt', '互评截止时间应晚于提交截止时间', 'Reviews are due after the hand-ins')
}

const maxOf = (items: readonly TaskItem[], rubric: readonly Criterion[]) =>
  [...items.map(({ item }) => item.points), ...rubric.map(({ points }) => points)]
    .reduce((sum, points) => sum.plus(points), new Exact(0))
    .toFixed()

/** The lesson must be one of the class's. */
async function checkLesson(tx: Tx, of: TeacherSeat['of'], lessonId: string | null): Promise<void> {
  if (lessonId === null) return
  const [found] = await tx.run(sql`
    SELECT 1 FROM records.lessons WHERE college_id = ${tx.collegeId} AND id = ${lessonId} AND deleted_at IS NULL AND coalesce(teaching_class, number) = ${of.teachingClass}`)
  if (!found) throw invalid('lessonId', '这次课不属于该教学班', 'This lesson is not of the class')
}

/** Makes a task of a class; students see it once it is opened. @returns its id */
export async function makeTask(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  input: TaskInput,
): Promise<string> {
  const { of, staffId } = await teacherSeat(tx, actor, teachingClass)
  check(input)
  await checkLesson(tx, of, input.lessonId)
  const items = await takeItems(engine, tx, actor, of.courseId, input.items)
  const id = v7()
  await tx.run(sql`
    INSERT INTO coursework_tasks (college_id, id, kind, lesson_id, teaching_class, course_id, teacher_id, title, instructions, items, rubric, accepts, knowledge_points,
      max_score, category_id, state, due_at, late, attempts, peers, peers_due_at, revision, made_at)
    VALUES (${tx.collegeId}, ${id}, ${input.kind}, ${input.lessonId}, ${of.teachingClass}, ${of.courseId}, ${staffId}, ${input.title}, ${input.instructions},
      ${JSON.stringify(items)}::jsonb, ${JSON.stringify(input.rubric)}::jsonb, ${JSON.stringify(input.accepts)}::jsonb, ${pointsOf(items, input)}::uuid[],
      ${maxOf(items, input.rubric)}, ${input.categoryId}, 'draft', ${input.dueAt}, ${JSON.stringify(input.late)}::jsonb, ${input.attempts}, ${input.peers},
      ${input.peersDueAt}, 1, ${new Date().toISOString()})`)
  return id
}

const pointsOf = (items: readonly TaskItem[], input: TaskInput) => [
  ...new Set([...input.knowledgePoints, ...items.flatMap(({ knowledgePoints }) => knowledgePoints)]),
]

/** A task of the actor's own class. @throws Refusal 404, 403 for students */
export async function ownTask(tx: Tx, actor: Actor, id: string): Promise<{ task: Task; seat: TeacherSeat }> {
  const task = await findTask(tx, id)
  if (!task) throw unknownRecord()
  return { task, seat: await teacherSeat(tx, actor, task.teachingClass) }
}

/** The same, held until the transaction ends, and not changed since the actor saw it. */
async function heldTask(tx: Tx, actor: Actor, id: string, revision: number) {
  await tx.run(sql`SELECT 1 FROM coursework_tasks WHERE college_id = ${tx.collegeId} AND id = ${id} FOR UPDATE`)
  const held = await ownTask(tx, actor, id)
  if (held.task.revision !== revision)
    throw new Refusal('stale', {
      zh: '任务刚被修改过，请重新打开后再操作',
      en: 'The task was changed meanwhile: open it again and repeat',
    })
  return held
}

/**
 * Changes a task. Once somebody has handed in, its items and criteria stay: what was asked of one is asked of all.
 * @throws Refusal 409 stale or already answered, 422
 */
export async function changeTask(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  revision: number,
  input: TaskInput,
): Promise<void> {
  const { task, seat } = await heldTask(tx, actor, id, revision)
  check(input)
  await checkLesson(tx, seat.of, input.lessonId)
  const { handIns, grades } = await workOf(tx, [id])
  const isAnswered = handIns.size > 0 || grades.size > 0
  const sameItems = JSON.stringify(input.items) === JSON.stringify(task.items.map(({ itemId }) => itemId))
  const sameRubric =
    JSON.stringify(input.rubric.map(({ id: key, points }) => [key, points])) ===
    JSON.stringify(task.rubric.map(({ id: key, points }) => [key, points]))
  if (isAnswered && (!sameItems || !sameRubric || input.kind !== task.kind))
    throw new Refusal('conflict', {
      zh: '已有学生提交，题目和评分标准的分值不能再改；可以改标题、说明、截止时间和迟交规则',
      en: 'Somebody has handed in: items and the points of criteria stay. Title, text, deadline and lateness may change',
    })
  if (task.peersDrawnAt && input.peers !== task.peers)
    throw new Refusal('conflict', {
      zh: '互评已分配，份数不能再改',
      en: 'Reviews were drawn: their number stays',
    })
  // Copies are taken afresh only while nobody has answered them.
  const items = sameItems ? task.items : await takeItems(engine, tx, actor, seat.of.courseId, input.items)
  await tx.run(sql`
    UPDATE coursework_tasks SET kind = ${input.kind}, lesson_id = ${input.lessonId}, title = ${input.title}, instructions = ${input.instructions},
      items = ${JSON.stringify(items)}::jsonb, rubric = ${JSON.stringify(input.rubric)}::jsonb, accepts = ${JSON.stringify(input.accepts)}::jsonb,
      knowledge_points = ${pointsOf(items, input)}::uuid[], max_score = ${maxOf(items, input.rubric)}, category_id = ${input.categoryId}, due_at = ${input.dueAt},
      late = ${JSON.stringify(input.late)}::jsonb, attempts = ${input.attempts}, peers = ${input.peers}, peers_due_at = ${input.peersDueAt}, revision = revision + 1
    WHERE college_id = ${tx.collegeId} AND id = ${id}`)
}

export const TASK_STEPS = ['open', 'close', 'release'] as const

/** Opens a task to students, closes it, or opens its results to them. */
export async function stepTask(
  tx: Tx,
  actor: Actor,
  id: string,
  step: (typeof TASK_STEPS)[number],
  revision: number,
): Promise<void> {
  const { task, seat } = await heldTask(tx, actor, id, revision)
  const at = new Date().toISOString()
  if (step === 'open' && task.state === 'draft' && task.dueAt <= at)
    throw invalid('dueAt', '截止时间已过，请先改截止时间', 'It is past due: change the deadline first')
  if (step === 'close' && task.state !== 'open')
    throw notAllowed({ zh: '结束没有发布的任务', en: 'close a task that is not open' })
  if (step === 'release' && task.state === 'draft')
    throw notAllowed({ zh: '公布没有发布的任务的结果', en: 'open the results of a draft' })
  const change = {
    open: sql`state = 'open', opened_at = coalesce(opened_at, ${at})`,
    close: sql`state = 'closed'`,
    release: sql`released_at = coalesce(released_at, ${at})`,
  }[step]
  await tx.run(
    sql`UPDATE coursework_tasks SET ${change}, revision = revision + 1 WHERE college_id = ${tx.collegeId} AND id = ${id}`,
  )
  if (step === 'open' && task.state === 'draft') await tellStudents(tx, seat.of, task, at)
  if (step === 'release' && !task.releasedAt)
    await recordActs(
      tx,
      { courseId: task.courseId, teachingClass: task.teachingClass, lessonId: task.lessonId },
      [{ kind: 'showed-result', teacherId: seat.staffId, activityId: task.id }],
      at,
    )
}
