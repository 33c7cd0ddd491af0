import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal, unknownRecord } from '../../../../engine/refusal.ts'
import type { RosterStudent } from '../../../classroom/index.ts'
import type { WireGradebook, WireOwnGrades } from '../../wire-gradebook.ts'
import { studentsOf, studentSeat, type TeachingClass, teacherSeat } from '../classes.ts'
import { resultOf } from '../tasks/result-of.ts'
import { factsOf, tasksOf, workOf } from '../tasks/task-rows.ts'
import { attendanceOf } from './attendance.ts'
import { type Book, type BookInput, checkCategory, findBook } from './books.ts'
import { columnsOf } from './columns.ts'
import { type Entry, finalScore, type Mark } from './final-score.ts'

interface MarkRow {
  readonly columnId: string
  readonly studentId: string
  readonly score: string | null
  readonly excused: boolean
  readonly reason: string
}

/** All entries of a class's book, and how each of these students stands in each. */
async function marksOf(
  tx: Tx,
  of: TeachingClass,
  book: Book,
  students: readonly RosterStudent[],
  forStudents: boolean,
) {
  const now = new Date().toISOString()
  const columns = await columnsOf(tx, of.teachingClass)
  const tasks = (await tasksOf(tx, of.teachingClass))
    .filter((task) => task.state !== 'draft' && task.maxScore !== '0' && task.categoryId !== null)
    .toReversed()
  const ids = tasks.map(({ id }) => id)
  const work = await workOf(tx, ids, students.length === 1 ? students[0]!.id : null)
  const given = await tx.run<MarkRow>(sql`
    SELECT column_id AS "columnId", student_id AS "studentId", score, excused, reason FROM coursework_marks
    WHERE college_id = ${tx.collegeId} AND column_id = ANY(${columns.map(({ id }) => id)}::uuid[])`)
  const byKey = new Map(given.map((mark) => [`${mark.columnId} ${mark.studentId}`, mark]))
  const attended = book.categories.filter(({ withAttendance }) => withAttendance)
  const attendance = attended.length > 0 ? await attendanceOf(tx, of.teachingClass) : new Map<string, string>()
  const entries: Entry[] = [
    ...attended.map(({ id }) => ({ id: `attendance ${id}`, categoryId: id, title: '考勤', maxScore: '100' })),
    ...tasks.map(({ id, categoryId, title, maxScore }) => ({ id, categoryId: categoryId!, title, maxScore })),
    ...columns.map(({ id, categoryId, title, maxScore }) => ({ id, categoryId, title, maxScore })),
  ]
  const marks = students.map((student) => {
    const own = new Map<string, Mark>()
    for (const { id } of attended) {
      const rate = attendance.get(student.id)
      own.set(`attendance ${id}`, rate === undefined ? { kind: 'pending' } : { kind: 'score', score: rate })
    }
    for (const task of tasks) {
      const result = resultOf(factsOf(task, student.id, work), now)
      // What the teacher has not opened yet is no news from the gradebook either.
      const isHidden = forStudents && !task.releasedAt && task.kind !== 'preview'
      own.set(
        task.id,
        result.state === 'excused'
          ? { kind: 'excused' }
          : result.state === 'missed'
            ? { kind: 'missing' }
            : result.score !== null && !isHidden
              ? { kind: 'score', score: result.score }
              : { kind: 'pending' },
      )
    }
    for (const { id } of columns) {
      const mark = byKey.get(`${id} ${student.id}`)
      own.set(
        id,
        mark?.excused
          ? { kind: 'excused' }
          : mark?.score === null || mark?.score === undefined
            ? { kind: 'pending' }
            : { kind: 'score', score: mark.score },
      )
    }
    return { student, marks: own }
  })
  return { columns, entries, marks }
}

/** The whole book of a class, for its teacher. */
export async function showBook(tx: Tx, actor: Actor, teachingClass: string): Promise<WireGradebook> {
  const { of } = await teacherSeat(tx, actor, teachingClass)
  const book = await findBook(tx, of.teachingClass)
  const { columns, entries, marks } = await marksOf(tx, of, book, await studentsOf(tx, of), false)
  return {
    teachingClass: of.teachingClass,
    courseName: of.courseName,
    ...book,
    columns,
    entries,
    rows: marks.map(({ student, marks: own }) => ({
      studentId: student.id,
      number: student.number,
      name: student.name,
      final: finalScore(book.categories, entries, own, book.decimals),
    })),
  }
}

/**
 * A student's own page of the book, with other scores where they ask "what if".
 * @param whatIf scores by entry, for what does not count yet or would have been otherwise; nothing is kept
 * @throws Refusal 404 while the teacher has not opened the book
 */
export async function showOwnGrades(
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  whatIf: Readonly<Record<string, string>> = {},
): Promise<WireOwnGrades> {
  const { of, studentId } = await studentSeat(tx, actor, teachingClass)
  const book = await findBook(tx, of.teachingClass)
  if (!book.openToStudents) return { courseName: of.courseName, isOpen: false, final: null, supposed: null }
  const self = (await studentsOf(tx, of)).filter(({ id }) => id === studentId)
  const { entries, marks } = await marksOf(tx, of, book, self, true)
  const own = marks[0]!.marks
  const supposed = new Map(own)
  for (const [id, score] of Object.entries(whatIf)) {
    const entry = entries.find((one) => one.id === id)
    if (!entry) throw unknownRecord()
    checkScore(score, entry.maxScore)
    supposed.set(id, { kind: 'score', score })
  }
  const final = finalScore(book.categories, entries, own, book.decimals)
  return {
    courseName: of.courseName,
    isOpen: true,
    final,
    supposed: Object.keys(whatIf).length > 0 ? finalScore(book.categories, entries, supposed, book.decimals) : null,
  }
}

function checkScore(score: string, maxScore: string): void {
  if (/^\d{1,6}(\.\d{1,2})?$/.test(score) && new Exact(score).lte(maxScore)) return
  throw new Refusal('invalid', {
    zh: `分数应在 0 到 ${maxScore} 之间，最多两位小数`,
    en: `Scores are from 0 to ${maxScore}, with two places at most`,
  })
}

/** Sets up the book: categories, weights, dropped scores, digits, and whether students see it. */
export async function keepBook(tx: Tx, actor: Actor, teachingClass: string, input: BookInput): Promise<void> {
  const { of, staffId } = await teacherSeat(tx, actor, teachingClass)
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${of.teachingClass}))`)
  const before = await findBook(tx, of.teachingClass)
  if (before.revision !== input.revision)
    throw new Refusal('stale', {
      zh: '成绩册设置刚被修改过，请重新打开后再改',
      en: 'The gradebook was changed meanwhile: open it again and repeat',
    })
  const kept = new Set(input.categories.map(({ id }) => id))
  if (kept.size < input.categories.length || !input.categories.some(({ weight }) => new Exact(weight).gt(0)))
    throw new Refusal('invalid', {
      zh: '至少要有一类的权重大于 0',
      en: 'At least one category weighs more than nothing',
    })
  const gone = before.categories.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
  const [used] = await tx.run<{ title: string }>(sql`
    SELECT title FROM coursework_tasks WHERE college_id = ${tx.collegeId} AND teaching_class = ${of.teachingClass} AND category_id = ANY(${gone}::uuid[])
    UNION ALL
    SELECT title FROM coursework_columns WHERE college_id = ${tx.collegeId} AND teaching_class = ${of.teachingClass} AND category_id = ANY(${gone}::uuid[]) AND withdrawn_at IS NULL
    LIMIT 1`)
  if (used)
    throw new Refusal('conflict', {
      zh: `“${used.title}”还在要删除的一类中，请先改到别的类`,
      en: `"${used.title}" is in a category that would go: move it first`,
    })
  await tx.run(sql`
    INSERT INTO coursework_gradebooks (college_id, teaching_class, course_id, categories, decimals, open_to_students, revision, changed_at, changed_by)
    VALUES (${tx.collegeId}, ${of.teachingClass}, ${of.courseId}, ${JSON.stringify(input.categories)}::jsonb, ${input.decimals}, ${input.openToStudents}, 1,
      ${new Date().toISOString()}, ${staffId})
    ON CONFLICT (college_id, teaching_class) DO UPDATE SET categories = excluded.categories, decimals = excluded.decimals,
      open_to_students = excluded.open_to_students, revision = coursework_gradebooks.revision + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
}

/** Puts a task into a category of the book, or takes it out. */
export async function placeTask(
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  taskId: string,
  categoryId: string | null,
): Promise<void> {
  const { of } = await teacherSeat(tx, actor, teachingClass)
  await checkCategory(tx, of, categoryId)
  const placed = await tx.change(sql`
    UPDATE coursework_tasks SET category_id = ${categoryId} WHERE college_id = ${tx.collegeId} AND id = ${taskId} AND teaching_class = ${of.teachingClass}`)
  if (placed === 0) throw unknownRecord()
}

export interface MarkInput {
  readonly studentId: string
  readonly score: string | null
  readonly excused: boolean
  readonly reason: string
}

/** Fills a column for some students. @throws Refusal 404, 403, 422 */
export async function giveMarks(
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  columnId: string,
  marks: readonly MarkInput[],
): Promise<void> {
  const { of, staffId } = await teacherSeat(tx, actor, teachingClass)
  const column = (await columnsOf(tx, of.teachingClass)).find(({ id }) => id === columnId)
  const students = new Set((await studentsOf(tx, of)).map(({ id }) => id))
  if (!column || marks.some(({ studentId }) => !students.has(studentId))) throw unknownRecord()
  for (const { score, excused, reason } of marks) {
    if (score !== null) checkScore(score, column.maxScore)
    if (excused && reason.trim() === '')
      throw new Refusal('invalid', { zh: '免计要写明理由', en: 'Excusing somebody needs a reason' })
  }
  const at = new Date().toISOString()
  for (const { studentId, score, excused, reason } of marks)
    await tx.run(sql`
      INSERT INTO coursework_marks (college_id, column_id, student_id, score, excused, reason, given_by, given_at)
      VALUES (${tx.collegeId}, ${columnId}, ${studentId}, ${score}, ${excused}, ${reason}, ${staffId}, ${at})
      ON CONFLICT (college_id, column_id, student_id) DO UPDATE SET score = excluded.score, excused = excluded.excused, reason = excluded.reason,
        given_by = excluded.given_by, given_at = excluded.given_at`)
}
