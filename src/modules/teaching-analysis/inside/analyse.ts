import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { ACT_KINDS, type ActKindName } from '../../classroom/index.ts'
import { DIMENSION_NAMES, type DimensionName, EVALUATION_MODEL } from '../model/evaluation-model.ts'
import type { WireAct, WireAnalysis, WireCases, WireLessonValues, WirePoint } from '../wire.ts'
import { listCases, type PointSums, type Sums } from './cases.ts'
import { ofClass, ownClass } from './classes.ts'
import { type ClassSums, compare, valueOf, wholeOf } from './evaluate.ts'
import { readSums, refreshSums } from './kept-sums.ts'
import { type ClassKey, keyOf } from './read-class-facts.ts'
import { weightsOn } from './weights.ts'

/** More cases than this are counted, not sent. */
const LISTED = 600

/**
 * What the declared model says of a class, for its teacher: every dimension with its interval, the class beside others
 * of the course and term, lesson by lesson, and by knowledge point.
 * @throws Refusal 404, StillPreparing
 */
export async function analyseClass(tx: Tx, actor: Actor, key: ClassKey, now: string): Promise<WireAnalysis> {
  const row = await ownClass(tx, actor, key)
  const classes = await comparable(tx, key)
  const ofAll = sql`x.course_id = ${key.courseId} AND x.teaching_class = ANY(${classes.map(({ teachingClass }) => teachingClass)}::text[])`
  await refreshSums(tx, ofAll, now)
  const sums = (await readSums(tx, ofAll, ['whole'])).flatMap(({ whole }) => whole)
  const [own] = await readSums(tx, ofClass(key), ['lessons', 'points'])
  const weights = await weightsOn(tx, row.lastOn)
  const dimensions = DIMENSION_NAMES.map((name) => {
    const of = sumsOf(sums, classes, name)
    const its = of.find((one) => one.key === keyOf(key))
    return {
      name,
      weight: weights.of[name],
      ...valueOf(name, its),
      comparison: its ? compare(name, its, of) : null,
    }
  })
  return {
    class: row,
    model: { version: EVALUATION_MODEL.version, weightsSince: weights.since },
    dimensions,
    whole: wholeOf(dimensions),
    lessons: await lessonValues(tx, key, own?.lessons ?? []),
    points: await pointValues(tx, own?.points ?? []),
  }
}

interface Comparable extends ClassKey {
  readonly teacherId: string
  readonly students: number
}

/** Classes of the same course whose lessons are of the same term, the class itself among them. */
async function comparable(tx: Tx, { courseId, teachingClass }: ClassKey): Promise<Comparable[]> {
  return tx.run<Comparable>(sql`
    SELECT x.course_id AS "courseId", x.teaching_class AS "teachingClass", min(x.teacher_id::text) AS "teacherId", count(DISTINCT g.student_id)::int AS students
    FROM classroom_sessions x JOIN records.lessons l ON l.college_id = x.college_id AND l.id = x.lesson_id
    JOIN classroom_signins g ON g.college_id = x.college_id AND g.session_id = x.id
    WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND x.course_id = ${courseId} AND l.term IN (
      SELECT o.term FROM classroom_sessions y JOIN records.lessons o ON o.college_id = y.college_id AND o.id = y.lesson_id
      WHERE y.college_id = ${tx.collegeId} AND y.course_id = ${courseId} AND y.teaching_class = ${teachingClass})
    GROUP BY x.course_id, x.teaching_class`)
}

const sumsOf = (sums: readonly Sums[], classes: readonly Comparable[], name: DimensionName): ClassSums[] =>
  classes.flatMap(({ teacherId, students, ...key }) => {
    const own = sums.find((one) => one.dimension === name && one.teachingClass === key.teachingClass)
    return own ? [{ ...own, key: keyOf(key), teacherId, students }] : []
  })

async function lessonValues(tx: Tx, key: ClassKey, sums: readonly Sums[]): Promise<WireLessonValues[]> {
  const sessions = await tx.run<{ id: string; heldOn: string; isFilled: boolean }>(sql`
    SELECT x.id, x.held_on::text AS "heldOn", f.session_id IS NOT NULL AS "isFilled" FROM classroom_sessions x
    LEFT JOIN teaching_fills f ON f.college_id = x.college_id AND f.session_id = x.id
    WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND ${ofClass(key)} ORDER BY x.opened_at, x.id`)
  const bySession = Map.groupBy(sums, ({ sessionId }) => sessionId)
  return sessions.map(({ id, heldOn, isFilled }) => ({
    sessionId: id,
    heldOn,
    isFilled,
    values: Object.fromEntries((bySession.get(id) ?? []).map((one) => [one.dimension, valueOf(one.dimension, one)])),
  }))
}

/** In the order of the course. */
async function pointValues(tx: Tx, sums: readonly PointSums[]): Promise<WirePoint[]> {
  const points = await tx.run<{ id: string; name: string; code: string }>(sql`
    SELECT id, name, code FROM records.knowledge_points
    WHERE college_id = ${tx.collegeId} AND id = ANY(${sums.map(({ point }) => point)}::uuid[]) ORDER BY place`)
  const byPoint = new Map(sums.map((one) => [one.point, one]))
  return points.map((point) => ({ ...point, ...valueOf('mastery', byPoint.get(point.id)) }))
}

/**
 * Exactly the cases that a value of a class, or of one lesson of it, is the mean of; with names and acts for the
 * teacher of the class.
 * @throws Refusal 404
 */
export async function openCases(
  tx: Tx,
  actor: Actor,
  key: ClassKey,
  dimension: DimensionName,
  sessionId: string | null,
  now: string,
): Promise<WireCases> {
  await ownClass(tx, actor, key)
  const all = await listCases(tx, ofClass(key), dimension, now)
  const cases = sessionId === null ? all : all.filter((one) => one.sessionId === sessionId)
  const shown = cases.slice(0, LISTED)
  const acts = await readActs(tx, [...new Set(shown.flatMap((one) => one.acts))])
  const names = await unitNames(tx, [...new Set(shown.map(({ unit }) => unit))])
  const days = await tx.run<{ id: string; heldOn: string }>(sql`
    SELECT x.id, x.held_on::text AS "heldOn" FROM classroom_sessions x WHERE x.college_id = ${tx.collegeId} AND ${ofClass(key)}`)
  const dayOf = new Map(days.map(({ id, heldOn }) => [id, heldOn]))
  return {
    total: cases.length,
    cases: shown.map((one) => ({
      heldOn: one.sessionId === null ? null : (dayOf.get(one.sessionId) ?? null),
      who: names.get(one.unit) ?? '',
      value: one.value,
      acts: one.acts.flatMap((id) => acts.get(id) ?? []),
    })),
  }
}

/** Acts by id, with whom each is of. */
export async function readActs(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, WireAct & { studentId: string | null }>> {
  const rows = await tx.run<Omit<WireAct, 'label'> & { kind: ActKindName; studentId: string | null }>(sql`
    SELECT id, kind, happened_at AS at, correct, score, max_score AS "maxScore", student_id AS "studentId" FROM classroom_acts
    WHERE college_id = ${tx.collegeId} AND id = ANY(${[...ids]}::uuid[]) ORDER BY happened_at, id`)
  return new Map(rows.map(({ kind, ...row }) => [row.id, { ...row, label: ACT_KINDS[kind].label }]))
}

/** What units of observation are called: students by number and name, questions by their title. */
async function unitNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.run<{ id: string; name: string }>(sql`
    SELECT id, number || ' ' || name AS name FROM records.students WHERE college_id = ${tx.collegeId} AND id = ANY(${[...ids]}::uuid[])
    UNION ALL SELECT id, title FROM classroom_activities WHERE college_id = ${tx.collegeId} AND id = ANY(${[...ids]}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
