import { sql } from 'kysely'
import { v4 } from 'uuid'
import type { Actor } from '../../../../engine/access/actor.ts'
import { today } from '../../../../engine/access/today.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { Refusal } from '../../../../engine/refusal.ts'
import { LEAST_RATERS, RATING_ITEM_NAMES, type RatingItem } from '../../rating-items.ts'
import type { WireRating } from '../../wire.ts'
import { type Seat, studentSeat, type TeachingClass } from '../classes.ts'

/** Days before the last lesson of a class from which its students are asked, and after it until which they may answer. */
const BEFORE = 14
const AFTER = 7
const daysFrom = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The days on which students of a class may say what they think of it, in China. */
export const ratingDays = ({ lastOn }: Pick<TeachingClass, 'lastOn'>) => ({
  from: daysFrom(lastOn, -BEFORE),
  to: daysFrom(lastOn, AFTER),
})

/** How it stands for whoever looks: a student, whether they are asked; the teacher, once it is over, what was said. */
export async function showRating(tx: Tx, seat: Seat, day = today()): Promise<WireRating> {
  const { from, to } = ratingDays(seat.of)
  const state = day < from ? 'later' : day > to ? 'over' : 'open'
  const { teachingClass } = seat.of
  if (seat.as === 'student') {
    const [rater] = await tx.run(
      sql`SELECT 1 FROM coursework_raters WHERE college_id = ${tx.collegeId} AND teaching_class = ${teachingClass} AND student_id = ${seat.studentId}`,
    )
    return { from, to, state, isDone: rater !== undefined, result: null }
  }
  return { from, to, state, isDone: false, result: state === 'over' ? await resultOf(tx, teachingClass) : null }
}

/** The means of a class by item; nothing of fewer than five. */
async function resultOf(tx: Tx, teachingClass: string): Promise<WireRating['result']> {
  const [row] = await tx.run<Record<RatingItem, string> & { students: number }>(sql`
    SELECT count(*)::int AS students, ${sql.join(RATING_ITEM_NAMES.map((name) => sql`round(avg((scores ->> ${name})::numeric), 1)::text AS ${sql.ref(name)}`))}
    FROM coursework_ratings WHERE college_id = ${tx.collegeId} AND teaching_class = ${teachingClass}`)
  if (!row || row.students < LEAST_RATERS) return null
  const { students, ...means } = row
  return { students, means }
}

/**
 * A student says what they think of a course, once; kept without them.
 * @param scores what each item is worth to them, of 100
 * @throws Refusal 404, 403; 409 before and after the days for it, and the second time
 */
export async function rateCourse(
  tx: Tx,
  actor: Actor,
  teachingClass: string,
  scores: Readonly<Record<RatingItem, number>>,
  day = today(),
): Promise<void> {
  const { of, studentId } = await studentSeat(tx, actor, teachingClass)
  const { from, to } = ratingDays(of)
  if (day < from || day > to)
    throw new Refusal('conflict', {
      zh: `这门课的评教时间是 ${from} 至 ${to}`,
      en: `This course is rated from ${from} to ${to}`,
    })
  const isFirst = await tx.change(sql`
    INSERT INTO coursework_raters (college_id, teaching_class, student_id) VALUES (${tx.collegeId}, ${of.teachingClass}, ${studentId}) ON CONFLICT DO NOTHING`)
  if (isFirst === 0)
    throw new Refusal('conflict', { zh: '您已经评过这门课，不能重复评价', en: 'You have rated this course already' })
  // The course of the programme is that of the student's own class; its teacher who held most of the lessons.
  await tx.run(sql`
    INSERT INTO coursework_ratings (college_id, id, teaching_class, planned_course_id, teacher_id, scores)
    SELECT ${tx.collegeId}::uuid, ${v4()}::uuid, ${of.teachingClass}, l.planned_course, l.teacher, ${JSON.stringify(scores)}::jsonb FROM records.lessons l
    WHERE l.college_id = ${tx.collegeId} AND l.deleted_at IS NULL AND coalesce(l.teaching_class, l.number) = ${of.teachingClass}
    GROUP BY l.planned_course, l.teacher
    ORDER BY bool_or(l.class_name = (SELECT s.class_name FROM records.students s WHERE s.college_id = ${tx.collegeId} AND s.id = ${studentId})) DESC NULLS LAST,
      count(*) DESC, l.teacher LIMIT 1`)
}
