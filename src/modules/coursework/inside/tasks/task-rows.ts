import { sql } from 'kysely'
import type { Tx } from '../../../../engine/module-server.ts'
import type { FileRef } from '../../../../language/fields.ts'
import type { Accepts, Criterion, LateRule, TaskItem, TaskKind, WireTask } from '../../wire.ts'
import type { ResultFacts } from './result-of.ts'

/** A task as it is kept. */
export interface Task {
  readonly id: string
  readonly kind: TaskKind
  readonly lessonId: string | null
  readonly teachingClass: string
  readonly courseId: string
  readonly teacherId: string
  readonly title: string
  readonly instructions: string
  readonly items: readonly TaskItem[]
  readonly rubric: readonly Criterion[]
  readonly accepts: Accepts
  readonly knowledgePoints: readonly string[]
  readonly maxScore: string
  readonly categoryId: string | null
  readonly state: 'draft' | 'open' | 'closed'
  readonly openedAt: string | null
  readonly dueAt: string
  readonly late: LateRule
  readonly attempts: number
  readonly peers: number | null
  readonly peersDueAt: string | null
  readonly peersDrawnAt: string | null
  readonly releasedAt: string | null
  readonly revision: number
}

const columns = sql`
  id, kind, lesson_id AS "lessonId", teaching_class AS "teachingClass", course_id AS "courseId", teacher_id AS "teacherId", title, instructions, items, rubric, accepts,
  knowledge_points AS "knowledgePoints", max_score AS "maxScore", category_id AS "categoryId", state, opened_at AS "openedAt", due_at AS "dueAt", late, attempts,
  peers, peers_due_at AS "peersDueAt", peers_drawn_at AS "peersDrawnAt", released_at AS "releasedAt", revision`

export async function findTask(tx: Tx, id: string): Promise<Task | null> {
  const [task] = await tx.run<Task>(
    sql`SELECT ${columns} FROM coursework_tasks WHERE college_id = ${tx.collegeId} AND id = ${id}`,
  )
  return task ?? null
}

/** The tasks of a class, the next to be due last made first. */
export const tasksOf = (tx: Tx, teachingClass: string): Promise<Task[]> =>
  tx.run<Task>(sql`
    SELECT ${columns} FROM coursework_tasks WHERE college_id = ${tx.collegeId} AND teaching_class = ${teachingClass} ORDER BY due_at DESC, id`)

export const presentTask = ({ teacherId: _teacher, openedAt: _opened, ...task }: Task): WireTask => task

/** A hand-in as it is kept: answers by item, and what the items gave by themselves. */
export interface HandIn {
  readonly taskId: string
  readonly studentId: string
  readonly attempt: number
  readonly answers: readonly unknown[]
  readonly text: string
  readonly files: readonly FileRef[]
  readonly at: string
  readonly itemScores: readonly (string | null)[]
}
export interface GradeRow {
  readonly taskId: string
  readonly studentId: string
  readonly attempt: number
  readonly itemScores: readonly (string | null)[]
  readonly rubricScores: Readonly<Record<string, string>>
  readonly feedback: string
  readonly excused: boolean
  readonly excuse: string
  readonly revision: number
}
interface ExtensionRow {
  readonly taskId: string
  readonly studentId: string
  readonly dueAt: string
  readonly reason: string
}

/** Everything that was handed in, graded and given longer in some tasks, by task and student. */
export interface Work {
  /** All hand-ins, the latest first. */
  readonly handIns: ReadonlyMap<string, readonly HandIn[]>
  readonly grades: ReadonlyMap<string, GradeRow>
  readonly extensions: ReadonlyMap<string, ExtensionRow>
}

const keyOf = (taskId: string, studentId: string) => `${taskId} ${studentId}`

/** @param studentId only this student's */
export async function workOf(tx: Tx, taskIds: readonly string[], studentId: string | null = null): Promise<Work> {
  const these = sql`
    college_id = ${tx.collegeId} AND task_id = ANY(${[...taskIds]}::uuid[]) AND (${studentId}::uuid IS NULL OR student_id = ${studentId}::uuid)`
  const handIns = await tx.run<HandIn>(sql`
    SELECT task_id AS "taskId", student_id AS "studentId", attempt, answers, text, files, at, item_scores AS "itemScores"
    FROM coursework_hand_ins WHERE ${these} ORDER BY attempt DESC`)
  const grades = await tx.run<GradeRow>(sql`
    SELECT task_id AS "taskId", student_id AS "studentId", attempt, item_scores AS "itemScores", rubric_scores AS "rubricScores", feedback, excused, excuse, revision
    FROM coursework_grades WHERE ${these}`)
  const extensions = await tx.run<ExtensionRow>(sql`
    SELECT task_id AS "taskId", student_id AS "studentId", due_at AS "dueAt", reason FROM coursework_extensions WHERE ${these}`)
  const byKey = <Row extends { taskId: string; studentId: string }>(rows: readonly Row[]) =>
    new Map(rows.map((row) => [keyOf(row.taskId, row.studentId), row]))
  return {
    handIns: Map.groupBy(handIns, (row) => keyOf(row.taskId, row.studentId)),
    grades: byKey(grades),
    extensions: byKey(extensions),
  }
}

/** What the result of a student in a task follows from. */
export function factsOf(task: Task, studentId: string, { handIns, grades, extensions }: Work): ResultFacts {
  const key = keyOf(task.id, studentId)
  const latest = handIns.get(key)?.[0]
  return {
    dueAt: task.dueAt,
    late: task.late,
    state: task.state,
    extension: extensions.get(key) ?? null,
    handIn: latest ? { attempt: latest.attempt, at: latest.at, auto: latest.itemScores } : null,
    grade: grades.get(key) ?? null,
    criteria: task.rubric.map(({ id }) => id),
  }
}

export const latestOf = (task: Task, studentId: string, { handIns }: Work): HandIn | null =>
  handIns.get(keyOf(task.id, studentId))?.[0] ?? null
export const gradeOf = (task: Task, studentId: string, { grades }: Work): GradeRow | null =>
  grades.get(keyOf(task.id, studentId)) ?? null
