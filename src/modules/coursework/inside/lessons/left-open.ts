import { sql } from 'kysely'
import type { Tx } from '../../../../engine/module-server.ts'
import type { LeftOpen } from '../../wire.ts'
import { findClass, studentsOf } from '../classes.ts'
import { resultOf } from '../tasks/result-of.ts'
import { factsOf, tasksOf, workOf } from '../tasks/task-rows.ts'

/** A point is weak below this share of right answers, from this many on. */
const WEAK = 0.6
const LEAST_ANSWERS = 5

/**
 * What last class left open: activities that were prepared and not asked, points that many missed, tasks past due with
 * hand-ins missing or without a grade, questions in discussions that the teacher has not answered, and what the teacher
 * noted afterwards.
 * @param before the day of the lesson that is prepared; the last one held before it counts
 */
export async function leftOpen(tx: Tx, teachingClass: string, before: string): Promise<LeftOpen> {
  const of = await findClass(tx, teachingClass)
  const [session] = await tx.run<{ id: string; lesson: string; heldOn: string }>(sql`
    SELECT id, lesson_id AS lesson, held_on AS "heldOn" FROM classroom_sessions
    WHERE college_id = ${tx.collegeId} AND teaching_class = ${teachingClass} AND state = 'closed' AND held_on < ${before}::date
    ORDER BY held_on DESC, opened_at DESC LIMIT 1`)
  const [noted] = await tx.run<{ afterthought: string }>(sql`
    SELECT p.afterthought FROM coursework_plans p JOIN records.lessons l ON l.college_id = p.college_id AND l.id = p.lesson_id
    WHERE p.college_id = ${tx.collegeId} AND p.teaching_class = ${teachingClass} AND l.held_on < ${before}::date ORDER BY l.held_on DESC LIMIT 1`)
  const unused = session
    ? await tx.run<{ title: string }>(sql`
        SELECT title FROM classroom_activities WHERE college_id = ${tx.collegeId} AND session_id = ${session.id} AND state = 'ready' ORDER BY ordinal`)
    : []
  const points = session
    ? await tx.run<LeftOpen['weakPoints'][number]>(sql`
        SELECT k.id, k.name, count(*)::int AS answers, (count(*) FILTER (WHERE a.correct))::int AS right
        FROM classroom_acts a CROSS JOIN LATERAL unnest(a.knowledge_points) AS point(id)
        JOIN records.knowledge_points k ON k.college_id = a.college_id AND k.id = point.id
        WHERE a.college_id = ${tx.collegeId} AND a.session_id = ${session.id} AND a.kind = 'answered' AND a.correct IS NOT NULL
        GROUP BY k.id, k.name, k.place ORDER BY k.place`)
    : []
  return {
    heldOn: session?.heldOn ?? null,
    afterthought: noted?.afterthought ?? '',
    unusedActivities: unused.map(({ title }) => title),
    weakPoints: points.filter(({ answers, right }) => answers >= LEAST_ANSWERS && right < answers * WEAK),
    tasks: of
      ? await openTasks(
          tx,
          teachingClass,
          (await studentsOf(tx, of)).map(({ id }) => id),
        )
      : [],
    unanswered: await tx.run<LeftOpen['unanswered'][number]>(sql`
      SELECT t.id AS "topicId", t.title, count(*)::int AS posts
      FROM coursework_topics t JOIN coursework_posts p ON p.college_id = t.college_id AND p.topic_id = t.id
      WHERE t.college_id = ${tx.collegeId} AND t.teaching_class = ${teachingClass} AND t.closed_at IS NULL AND p.student_id IS NOT NULL AND p.hidden_reason IS NULL
        AND p.at > coalesce((SELECT max(a.at) FROM coursework_posts a WHERE a.college_id = t.college_id AND a.topic_id = t.id AND a.teacher_id IS NOT NULL), '-infinity')
      GROUP BY t.id, t.title ORDER BY t.id`),
  }
}

async function openTasks(tx: Tx, teachingClass: string, students: readonly string[]): Promise<LeftOpen['tasks']> {
  const now = new Date().toISOString()
  const tasks = (await tasksOf(tx, teachingClass)).filter(({ state, dueAt }) => state === 'open' && dueAt < now)
  const work = await workOf(
    tx,
    tasks.map(({ id }) => id),
  )
  return tasks
    .map((task) => {
      const states = students.map((student) => resultOf(factsOf(task, student, work), now).state)
      return {
        id: task.id,
        title: task.title,
        missing: states.filter((state) => state === 'missed' || state === 'late').length,
        ungraded: task.maxScore === '0' ? 0 : states.filter((state) => state === 'handed-in').length,
      }
    })
    .filter(({ missing, ungraded }) => missing + ungraded > 0)
}
