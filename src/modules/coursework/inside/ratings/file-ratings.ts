import { sql } from 'kysely'
import { asSystem } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { createMany } from '../../../../engine/records/write-many.ts'
import { LEAST_RATERS, RATING_ITEM_NAMES } from '../../rating-items.ts'
import { ratingDays } from './rate-course.ts'

interface Rated {
  readonly term: string
  readonly plannedCourse: string
  readonly course: string
  readonly unit: string | null
  readonly teacher: string
  readonly students: number
  /** Of all items of all who took part. */
  readonly points: string
  readonly lastOn: string
}

/**
 * Courses of programmes whose classes all were rated to the end, by five students or more, and of which the college has
 * no evaluation yet: what the office entered stands.
 */
async function ratedCourses(tx: Tx): Promise<Rated[]> {
  return tx.run<Rated>(sql`
    SELECT p.term, r.planned_course_id AS "plannedCourse", p.course, p.unit, r.teacher_id AS teacher, count(*)::int AS students,
      sum(${sql.join(
        RATING_ITEM_NAMES.map((name) => sql`(r.scores ->> ${name})::numeric`),
        sql` + `,
      )})::text AS points,
      (SELECT max(l.held_on)::text FROM records.lessons l WHERE l.college_id = ${tx.collegeId} AND l.deleted_at IS NULL
        AND coalesce(l.teaching_class, l.number) IN (SELECT o.teaching_class FROM coursework_ratings o
          WHERE o.college_id = ${tx.collegeId} AND o.planned_course_id = r.planned_course_id AND o.teacher_id = r.teacher_id)) AS "lastOn"
    FROM coursework_ratings r JOIN records.programme_courses p ON p.college_id = r.college_id AND p.id = r.planned_course_id
    WHERE r.college_id = ${tx.collegeId} AND NOT EXISTS (SELECT FROM records.course_evaluations e
      WHERE e.college_id = r.college_id AND e.planned_course = r.planned_course_id AND e.teacher = r.teacher_id AND e.deleted_at IS NULL)
    GROUP BY p.term, r.planned_course_id, p.course, p.unit, r.teacher_id HAVING count(*) >= ${LEAST_RATERS}
    ORDER BY r.planned_course_id, r.teacher_id`)
}

/** Files evaluations whose days are over into the register of the national table. @returns how many */
export async function fileRatings(engine: Engine, tx: Tx, day: string): Promise<number> {
  const over = (await ratedCourses(tx)).filter(({ lastOn }) => ratingDays({ lastOn }).to < day)
  if (over.length === 0) return 0
  const { created } = await createMany(
    engine,
    tx,
    asSystem(tx.collegeId, '学生评教'),
    'course-evaluations',
    over.map(({ points, lastOn, ...values }) => ({
      values: {
        ...values,
        score: new Exact(points).div(values.students * RATING_ITEM_NAMES.length).toFixed(1),
        completedOn: ratingDays({ lastOn }).to,
      },
    })),
  )
  return created
}
