import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { DIMENSION_NAMES, type DimensionName } from '../model/evaluation-model.ts'

/**
 * What each dimension counts, as cases: one row for each thing observed, with its value and the very acts from which
 * that follows. A value is the mean of its cases, so whoever adds up what they opened gets the same figure.
 */

/** A condition on `classroom_sessions x`: of these the closed ones count. */
export type Scope = RawBuilder<unknown>

/** Acts by which a student takes part in a lesson. */
const takesPart = sql`a.kind IN ('answered', 'polled', 'worded', 'raised-hand', 'posted', 'practised') AND (a.kind <> 'raised-hand' OR a.body ->> 'up' IS DISTINCT FROM 'false')`
/** Which answers are of the same item: by its place where no bank has an id for it. */
const ITEM = sql`coalesce(a.item_id::text, a.body ->> 'place')`
/** The college at hand, where a table is joined anew. */
const college = sql`(SELECT college_id FROM clock)`

type Acts = (ids: RawBuilder<unknown>) => RawBuilder<unknown>

/** Of each dimension: class, lesson, unit of observation, value (shares from 0 to 1, else in its unit), acts. */
const CASES: Readonly<Record<DimensionName, (acts: Acts) => RawBuilder<unknown>>> = {
  preparation: (acts) => sql`
    SELECT s.course_id, s.teaching_class, s.id AS session_id, g.student_id AS unit, (count(a.id) > 0)::int::numeric AS v,
      ${acts(sql`array_remove(array_agg(a.id), NULL)`)} AS acts
    FROM s JOIN g ON g.session_id = s.id AND g.state <> 'leave'
    LEFT JOIN a ON a.lesson_id = s.lesson_id AND a.student_id = g.student_id AND a.kind IN ('opened-material', 'did-preview') AND a.happened_at < s.opened_at
    WHERE s.has_preview GROUP BY s.course_id, s.teaching_class, s.id, g.student_id`,
  breadth: (acts) => sql`
    SELECT s.course_id, s.teaching_class, s.id AS session_id, g.student_id AS unit, (count(a.id) > 0)::int::numeric AS v,
      ${acts(sql`array_remove(array_agg(a.id), NULL)`)} AS acts
    FROM s JOIN g ON g.session_id = s.id AND g.state IN ('present', 'late')
    LEFT JOIN a ON a.session_id = s.id AND a.student_id = g.student_id AND ${takesPart}
    GROUP BY s.course_id, s.teaching_class, s.id, g.student_id`,
  wait: (acts) => sql`
    SELECT s.course_id, s.teaching_class, s.id AS session_id, o.activity_id AS unit, round(extract(epoch FROM min(e.happened_at) - o.happened_at), 3) AS v,
      ${acts(sql`ARRAY[o.id, (array_agg(e.id ORDER BY e.happened_at, e.id))[1]]`)} AS acts
    FROM (SELECT DISTINCT ON (session_id, activity_id) id, session_id, activity_id, happened_at FROM a WHERE kind = 'opened-activity'
      ORDER BY session_id, activity_id, happened_at, id) AS o
    JOIN s ON s.id = o.session_id
    JOIN k ON k.id = o.activity_id
    JOIN a e ON e.session_id = o.session_id AND e.activity_id = o.activity_id AND e.kind IN ('closed-activity', 'showed-result') AND e.happened_at >= o.happened_at
    GROUP BY s.course_id, s.teaching_class, s.id, o.activity_id, o.id, o.happened_at`,
  feedback: (acts) => sql`
    SELECT course_id, teaching_class, session_id, student_id AS unit, coalesce(answered_at <= handed_at + interval '7 days', false)::int::numeric AS v, acts
    FROM (
      SELECT h.course_id, h.teaching_class, s.id AS session_id, h.student_id, h.happened_at AS handed_at, min(f.happened_at) AS answered_at,
        ${acts(sql`h.id || coalesce((array_agg(f.id ORDER BY f.happened_at, f.id) FILTER (WHERE f.id IS NOT NULL))[1:1], '{}')`)} AS acts
      FROM a h LEFT JOIN s ON s.lesson_id = h.lesson_id AND s.course_id = h.course_id AND s.teaching_class = h.teaching_class
      LEFT JOIN a f ON f.activity_id = h.activity_id AND f.student_id = h.student_id AND f.kind IN ('graded', 'gave-feedback') AND f.happened_at >= h.happened_at
      WHERE h.kind = 'handed-in' GROUP BY h.course_id, h.teaching_class, s.id, h.student_id, h.id, h.happened_at
    ) AS handed, clock WHERE answered_at IS NOT NULL OR handed_at < clock.at - interval '7 days'`,
  mastery: (acts) => sql`
    SELECT course_id, teaching_class, session_id, student_id AS unit, v, ${acts(sql`ARRAY[id]`)} AS acts FROM answers`,
  practice: (acts) => sql`
    SELECT s.course_id, s.teaching_class, s.id AS session_id, w.student_id AS unit, (coalesce(p.body ->> 'done', p.correct::text) IS NOT DISTINCT FROM 'true')::int::numeric AS v,
      ${acts(sql`array_remove(ARRAY[p.id], NULL)`)} AS acts
    FROM (SELECT DISTINCT session_id, student_id, activity_id FROM a WHERE kind = 'practised') AS w
    JOIN s ON s.id = w.session_id
    JOIN classroom_activities t ON t.college_id = ${college} AND t.id = w.activity_id
    CROSS JOIN generate_series(0, jsonb_array_length(t.definition -> 'steps') - 1) AS step
    LEFT JOIN (SELECT DISTINCT ON (session_id, student_id, activity_id, body ->> 'step') id, session_id, student_id, activity_id, correct, body FROM a
      WHERE kind = 'practised' ORDER BY session_id, student_id, activity_id, body ->> 'step', happened_at DESC, id DESC) AS p
      ON p.session_id = w.session_id AND p.student_id = w.student_id AND p.activity_id = w.activity_id AND p.body ->> 'step' = step::text
    UNION ALL
    SELECT s.course_id, s.teaching_class, s.id, r.student_id,
      (SELECT sum((point.value #>> '{}')::numeric) FROM jsonb_each(r.body -> 'points') AS point) / nullif((SELECT sum((row ->> 'max')::numeric) FROM jsonb_array_elements(t.definition -> 'rubric') AS row), 0),
      ${acts(sql`ARRAY[r.id]`)}
    FROM (SELECT DISTINCT ON (session_id, student_id, activity_id) id, session_id, student_id, activity_id, body FROM a
      WHERE kind = 'graded' AND session_id IS NOT NULL AND jsonb_typeof(body -> 'points') = 'object' AND body -> 'points' <> '{}'
      ORDER BY session_id, student_id, activity_id, happened_at DESC, id DESC) AS r
    JOIN s ON s.id = r.session_id
    JOIN classroom_activities t ON t.college_id = ${college} AND t.id = r.activity_id AND jsonb_array_length(t.definition -> 'rubric') > 0`,
  improvement: (acts) => sql`
    SELECT course_id, teaching_class, NULL::uuid AS session_id, student_id AS unit,
      (array_agg(v ORDER BY opened_at DESC))[1] - (array_agg(v ORDER BY opened_at))[1] AS v,
      ${acts(sql`string_to_array((array_agg(ids ORDER BY opened_at))[1] || ',' || (array_agg(ids ORDER BY opened_at DESC))[1], ',')::uuid[]`)} AS acts
    FROM (
      SELECT course_id, teaching_class, session_id, opened_at, student_id, point, avg(v) AS v, ${acts(sql`string_agg(id::text, ',')`)} AS ids
      FROM answers CROSS JOIN unnest(knowledge_points) AS point GROUP BY course_id, teaching_class, session_id, opened_at, student_id, point
    ) AS asked GROUP BY course_id, teaching_class, student_id, point HAVING count(*) > 1`,
}

/** Lessons in scope, with their classes: by their ids everything else is found without a join. */
interface InScope {
  readonly ids: readonly string[]
  readonly courses: readonly string[]
  readonly classes: readonly string[]
}

async function findLessons(tx: Tx, scope: Scope): Promise<InScope> {
  const rows = await tx.run<{ id: string; course: string; class: string }>(sql`
    SELECT x.id, x.course_id AS course, x.teaching_class AS class FROM classroom_sessions x
    WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND ${scope}`)
  return {
    ids: rows.map(({ id }) => id),
    courses: [...new Set(rows.map(({ course }) => course))],
    classes: [...new Set(rows.map((row) => row.class))],
  }
}

/** What the cases are read from: lessons of the scope, all acts of their classes, sign-ins, questions, last answers. */
const sources = (tx: Tx, { ids, courses, classes }: InScope, now: string) => sql`
  WITH clock AS (SELECT ${tx.collegeId}::uuid AS college_id, ${now}::timestamptz AS at),
  s AS MATERIALIZED (
    SELECT x.id, x.course_id, x.teaching_class, x.lesson_id, x.opened_at,
      EXISTS (SELECT FROM coursework_materials m WHERE m.college_id = x.college_id AND m.lesson_id = x.lesson_id AND m.is_preview AND m.made_at < x.opened_at)
        OR EXISTS (SELECT FROM coursework_tasks t WHERE t.college_id = x.college_id AND t.lesson_id = x.lesson_id AND t.kind = 'preview' AND t.state <> 'draft'
          AND coalesce(t.opened_at, t.made_at) < x.opened_at) AS has_preview
    FROM classroom_sessions x WHERE x.college_id = ${tx.collegeId} AND x.id = ANY(${ids}::uuid[])
  ),
  a AS MATERIALIZED (
    SELECT a.id, a.kind, a.student_id, a.session_id, a.lesson_id, a.course_id, a.teaching_class, a.activity_id, a.item_id, a.knowledge_points,
      a.correct, a.score, a.max_score, a.happened_at, a.body
    FROM classroom_acts a WHERE a.college_id = ${tx.collegeId} AND a.course_id = ANY(${courses}::uuid[]) AND a.teaching_class = ANY(${classes}::text[])
      AND (a.course_id, a.teaching_class) IN (SELECT course_id, teaching_class FROM s)
  ),
  g AS (
    SELECT g.session_id, g.student_id, g.state FROM classroom_signins g WHERE g.college_id = ${tx.collegeId} AND g.session_id = ANY(${ids}::uuid[])
  ),
  k AS (
    SELECT k.id FROM classroom_activities k WHERE k.college_id = ${tx.collegeId} AND k.session_id = ANY(${ids}::uuid[]) AND k.kind IN ('quiz', 'poll', 'words')
  ),
  answers AS MATERIALIZED (
    SELECT DISTINCT ON (a.session_id, a.student_id, a.activity_id, ${ITEM}) a.id, a.course_id, a.teaching_class, a.session_id, s.opened_at, a.student_id,
      a.knowledge_points, a.score / a.max_score AS v
    FROM a JOIN s ON s.id = a.session_id WHERE a.kind = 'answered' AND a.score IS NOT NULL AND a.max_score > 0
    ORDER BY a.session_id, a.student_id, a.activity_id, ${ITEM}, a.happened_at DESC, a.id DESC
  )`

/**
 * Runs a statement over what was gathered above. PostgreSQL knows nothing of how much that is and takes it for a row or
 * two: joining by loops, it would look through a million acts for each of a thousand lessons.
 */
async function runGathered<Row>(tx: Tx, statement: RawBuilder<unknown>): Promise<Row[]> {
  await tx.run(sql`SET LOCAL enable_nestloop = off`)
  await tx.run(sql`SET LOCAL work_mem = '32MB'`)
  const rows = await tx.run<Row>(statement)
  await tx.run(sql`SET LOCAL enable_nestloop = on`)
  await tx.run(sql`SET LOCAL work_mem TO DEFAULT`)
  return rows
}

const NO_ACTS: Acts = () => sql`NULL::uuid[]`
const WITH_ACTS: Acts = (ids) => ids

/** Sums of a dimension in a class or in one lesson of it; decimals as text. */
export interface Sums {
  readonly dimension: DimensionName
  readonly courseId: string
  readonly teachingClass: string
  /** null: of the whole class. */
  readonly sessionId: string | null
  /** Units of observation: each counts once, by its own mean. */
  readonly units: number
  readonly cases: number
  readonly sum: string
  readonly sumOfSquares: string
}

/** Every dimension of every class in the scope in one statement; with its lessons, too, or of classes alone. */
export async function sumCases(
  tx: Tx,
  scope: Scope,
  now: string,
  lessons: 'with-lessons' | 'classes',
): Promise<Sums[]> {
  const found = await findLessons(tx, scope)
  const all = DIMENSION_NAMES.map((name) => sql`SELECT ${name} AS dimension, x.* FROM (${CASES[name](NO_ACTS)}) AS x`)
  const ofLessons = sql`
    UNION ALL
    SELECT dimension, course_id, teaching_class, session_id, unit, avg(v), count(*) FROM cases WHERE session_id IS NOT NULL
    GROUP BY dimension, course_id, teaching_class, session_id, unit`
  return runGathered<Sums>(
    tx,
    sql`
    ${sources(tx, found, now)},
    cases AS MATERIALIZED (${sql.join(all, sql` UNION ALL `)})
    SELECT dimension, course_id AS "courseId", teaching_class AS "teachingClass", session_id AS "sessionId",
      count(*)::int AS units, sum(n)::int AS cases, sum(v) AS sum, sum(v * v) AS "sumOfSquares"
    FROM (
      SELECT dimension, course_id, teaching_class, NULL::uuid AS session_id, unit, avg(v) AS v, count(*) AS n FROM cases GROUP BY dimension, course_id, teaching_class, unit
      ${lessons === 'with-lessons' ? ofLessons : sql``}
    ) AS units GROUP BY dimension, course_id, teaching_class, session_id`,
  )
}

/** Mastery of one knowledge point in a class. */
export interface PointSums {
  readonly courseId: string
  readonly teachingClass: string
  readonly point: string
  readonly units: number
  readonly cases: number
  readonly sum: string
  readonly sumOfSquares: string
}

/** Mastery by knowledge point of the classes in scope. */
export async function sumPoints(tx: Tx, scope: Scope, now: string): Promise<PointSums[]> {
  const lessons = await findLessons(tx, scope)
  return runGathered<PointSums>(
    tx,
    sql`
    ${sources(tx, lessons, now)}
    SELECT course_id AS "courseId", teaching_class AS "teachingClass", point, count(*)::int AS units, sum(n)::int AS cases, sum(v) AS sum, sum(v * v) AS "sumOfSquares"
    FROM (
      SELECT course_id, teaching_class, point, student_id, avg(v) AS v, count(*) AS n FROM answers CROSS JOIN unnest(knowledge_points) AS point
      GROUP BY course_id, teaching_class, point, student_id
    ) AS u GROUP BY course_id, teaching_class, point ORDER BY course_id, teaching_class, point`,
  )
}

/** One case of a dimension, with the acts that made it. */
export interface Case {
  readonly sessionId: string | null
  /** A student, or a question. */
  readonly unit: string
  readonly value: string
  readonly acts: readonly string[]
}

/** The cases of one dimension in the scope: exactly those that `sumCases` added up. */
export async function listCases(tx: Tx, scope: Scope, dimension: DimensionName, now: string): Promise<Case[]> {
  const lessons = await findLessons(tx, scope)
  return runGathered<Case>(
    tx,
    sql`
    ${sources(tx, lessons, now)}
    SELECT session_id AS "sessionId", unit, v AS value, acts FROM (${CASES[dimension](WITH_ACTS)}) AS cases ORDER BY session_id, unit, v`,
  )
}
