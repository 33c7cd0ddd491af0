import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import { writeAudit } from '../../../engine/access/write-audit.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed } from '../../../engine/refusal.ts'
import { teacherOf } from '../../classroom/index.ts'
import type { WireRisk } from '../wire.ts'
import { ofClasses, readSums, refreshSums } from './kept-sums.ts'
import { type ClassKey, keyOf } from './read-class-facts.ts'

/** Lessons held so lately tell of students now; older ones are history. */
const LATELY_DAYS = 180

/** Who helps: with the students of their own classes, and with those of faculties. */
interface Helper {
  readonly teacher: string | null
  /** Units whose students they look after: as head, or as counsellor or class adviser of the faculty. */
  readonly units: readonly string[]
}

/** Whom the actor may help; the quality office, leaders and colleagues are nobody's helpers by their roles. */
export async function helperOf(tx: Tx, actor: Actor): Promise<Helper> {
  const teacher = await teacherOf(tx, actor)
  const heads = actor.held
    .filter(({ role, isRoot }) => role === 'unit-head' && !isRoot)
    .flatMap(({ unitIds }) => unitIds)
  const rows =
    teacher === null
      ? []
      : await tx.run<{ unit: string }>(sql`
          SELECT unit FROM records.staff WHERE college_id = ${tx.collegeId} AND id = ${teacher} AND (counsellor OR class_adviser)`)
  return { teacher, units: [...new Set([...heads, ...rows.map(({ unit }) => unit)])] }
}

/** Has the actor anybody to help? */
export async function canHelp(tx: Tx, actor: Actor): Promise<boolean> {
  const { teacher, units } = await helperOf(tx, actor)
  if (units.length > 0) return true
  if (teacher === null) return false
  const [row] = await tx.run(
    sql`SELECT 1 FROM classroom_sessions WHERE college_id = ${tx.collegeId} AND teacher_id = ${teacher} LIMIT 1`,
  )
  return row !== undefined
}

/**
 * Students whom somebody should look after, with the reasons: to the teacher of the class those of the class, to heads,
 * counsellors and class advisers those of their faculty. Every look is written to the audit.
 * @throws Refusal 403 for whoever helps nobody; StillPreparing
 */
export async function studentsAtRisk(tx: Tx, actor: Actor, now: string): Promise<WireRisk[]> {
  if (!(await canHelp(tx, actor))) throw notAllowed({ zh: '查看需要帮助的学生', en: 'see students who may need help' })
  const { teacher, units } = await helperOf(tx, actor)
  const classes = await latestClasses(tx, teacher, units)
  const found: (Omit<WireRisk, 'number' | 'name' | 'className'> & { readonly isOwn: boolean })[] = []
  const scope = ofClasses(classes)
  await refreshSums(tx, scope, now)
  const kept = new Map((await readSums(tx, scope, ['risks'])).map((one) => [keyOf(one), one.risks]))
  for (const { courseName, isOwn, ...key } of classes)
    for (const { studentId, reasons } of kept.get(keyOf(key)) ?? [])
      found.push({ studentId, courseName, teachingClass: key.teachingClass, reasons, isOwn })
  const rows = await tx.run<{ id: string; number: string; name: string; className: string | null; unit: string }>(sql`
    SELECT id, number, name, class_name AS "className", unit FROM records.students
    WHERE college_id = ${tx.collegeId} AND id = ANY(${found.map(({ studentId }) => studentId)}::uuid[]) ORDER BY number`)
  const students = new Map(rows.map((row) => [row.id, row]))
  const seen = found.flatMap(({ isOwn, ...risk }) => {
    const student = students.get(risk.studentId)
    if (!student || (!isOwn && !units.includes(student.unit))) return []
    const { number, name, className } = student
    return [{ ...risk, number, name, className }]
  })
  await writeAudit(tx, {
    kind: 'students.look',
    actor,
    subject: '需要帮助的学生',
    detail: { day: today(Date.parse(now)), students: [...new Set(seen.map(({ number }) => number))] },
  })
  return seen.toSorted((a, b) => b.reasons.length - a.reasons.length || (a.number < b.number ? -1 : 1))
}

interface Latest extends ClassKey {
  readonly courseName: string
  readonly isOwn: boolean
}

/** The helper's classes of the last term with lessons in them: a demo or an archive of years ago has one, too. */
async function latestClasses(tx: Tx, teacher: string | null, units: readonly string[]): Promise<Latest[]> {
  return tx.run<Latest>(sql`
    WITH x AS (
      SELECT x.course_id, x.teaching_class, x.teacher_id, x.held_on, x.id FROM classroom_sessions x
      WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND (x.teacher_id = ${teacher}::uuid OR EXISTS (
        SELECT FROM classroom_signins g JOIN records.students s ON s.college_id = g.college_id AND s.id = g.student_id
        WHERE g.college_id = ${tx.collegeId} AND g.session_id = x.id AND s.unit = ANY(${units}::uuid[])))
    )
    SELECT x.course_id AS "courseId", x.teaching_class AS "teachingClass", c.name AS "courseName", coalesce(bool_or(x.teacher_id = ${teacher}::uuid), false) AS "isOwn"
    FROM x JOIN records.courses c ON c.college_id = ${tx.collegeId} AND c.id = x.course_id
    WHERE x.held_on > (SELECT max(held_on) FROM x) - ${LATELY_DAYS}::integer
    GROUP BY x.course_id, x.teaching_class, c.name ORDER BY x.teaching_class`)
}
