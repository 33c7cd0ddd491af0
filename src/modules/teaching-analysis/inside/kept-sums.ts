import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { EVALUATION_MODEL } from '../model/evaluation-model.ts'
import type { WireRisk } from '../wire.ts'
import { type PointSums, type Scope, sumCases, sumPoints, type Sums } from './cases.ts'
import { type ClassKey, keyOf, readClassFacts } from './read-class-facts.ts'
import { risksOf } from './risk.ts'

/**
 * What is kept of every class that is taught, so that a page about a college does not read a million acts: the sums that
 * `cases.ts` makes and the reasons that `risk.ts` finds, nothing else. They are computed for a whole class at a time and
 * hold while the class looks as it did (`seen`) and time alone changes nothing (`until`); else they are computed anew.
 */
export interface KeptSums {
  /** Of the class. */
  readonly whole: readonly Sums[]
  /** Of each lesson of it. */
  readonly lessons: readonly Sums[]
  readonly points: readonly PointSums[]
  readonly risks: readonly { readonly studentId: string; readonly reasons: WireRisk['reasons'] }[]
}
export type KeptName = keyof KeptSums

/** Of which form the sums are: raised when something else is kept, or it is computed otherwise. */
const FORM = `1.${EVALUATION_MODEL.version}`
/** So many classes that changed are computed while somebody waits, a fifth of a second each; with more a job does it. */
const AT_ONCE = 4
/** So many the job computes in one transaction. */
const BATCH = 8

/** More classes changed than can be computed while somebody waits. */
export class StillPreparing extends Error {
  readonly collegeId: string
  readonly done: number
  readonly total: number
  constructor(collegeId: string, done: number, total: number) {
    super(`Sums of teaching are kept of ${done} of ${total} classes`)
    this.collegeId = collegeId
    this.done = done
    this.total = total
  }
}

/** A condition on `classroom_sessions x`: lessons of these classes. */
export const ofClasses = (keys: readonly ClassKey[]): RawBuilder<unknown> => sql`(x.course_id, x.teaching_class) IN (
  SELECT k.course, k.class FROM unnest(${keys.map(({ courseId }) => courseId)}::uuid[], ${keys.map(({ teachingClass }) => teachingClass)}::text[]) AS k(course, class))`

interface ClassState extends ClassKey {
  /** What the class looks like: another after every change that could change a sum. */
  readonly seen: string
  readonly isKept: boolean
}

/**
 * How each class with lessons in the scope stands. Lessons have a revision that grows with everything that happens in
 * them, tasks too; acts outside of lessons and previews are only ever added to, so that their number says enough.
 */
async function findStates(tx: Tx, scope: Scope, now: string): Promise<ClassState[]> {
  return tx.run<ClassState>(sql`
    WITH c AS (
      SELECT DISTINCT x.course_id, x.teaching_class FROM classroom_sessions x
      WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND ${scope}
    ),
    held AS (
      SELECT y.course_id, y.teaching_class, string_agg(y.id::text || ' ' || y.revision, ',' ORDER BY y.id) AS seen FROM classroom_sessions y
      WHERE y.college_id = ${tx.collegeId} AND y.state = 'closed' AND (y.course_id, y.teaching_class) IN (SELECT course_id, teaching_class FROM c)
      GROUP BY y.course_id, y.teaching_class
    ),
    outside AS (
      SELECT a.course_id, a.teaching_class, count(*) AS n FROM classroom_acts a
      WHERE a.college_id = ${tx.collegeId} AND a.session_id IS NULL AND (a.course_id, a.teaching_class) IN (SELECT course_id, teaching_class FROM c)
      GROUP BY a.course_id, a.teaching_class
    ),
    tasks AS (
      SELECT t.teaching_class, string_agg(t.id::text || ' ' || t.revision, ',' ORDER BY t.id) AS seen FROM coursework_tasks t
      WHERE t.college_id = ${tx.collegeId} AND t.teaching_class IN (SELECT teaching_class FROM c) GROUP BY t.teaching_class
    ),
    previews AS (
      SELECT m.teaching_class, count(*) AS n FROM coursework_materials m
      WHERE m.college_id = ${tx.collegeId} AND m.is_preview AND m.teaching_class IN (SELECT teaching_class FROM c) GROUP BY m.teaching_class
    ),
    found AS (
      SELECT h.course_id, h.teaching_class, md5(concat_ws('|', ${FORM}::text, h.seen, coalesce(o.n, 0), coalesce(t.seen, ''), coalesce(p.n, 0))) AS seen
      FROM held h
      LEFT JOIN outside o ON o.course_id = h.course_id AND o.teaching_class = h.teaching_class
      LEFT JOIN tasks t ON t.teaching_class = h.teaching_class
      LEFT JOIN previews p ON p.teaching_class = h.teaching_class
    )
    SELECT f.course_id AS "courseId", f.teaching_class AS "teachingClass", f.seen,
      coalesce(k.seen = f.seen AND k.as_of <= ${now}::timestamptz AND (k.until IS NULL OR k.until > ${now}::timestamptz), false) AS "isKept"
    FROM found f LEFT JOIN teaching_sums k ON k.college_id = ${tx.collegeId} AND k.course_id = f.course_id AND k.teaching_class = f.teaching_class
    ORDER BY f.course_id, f.teaching_class`)
}

/** From when on time alone changes sums: work waits for a week without an answer, homework falls due, clocks differ. */
async function findNextChanges(tx: Tx, scope: Scope, now: string): Promise<Map<string, string>> {
  const rows = await tx.run<ClassKey & { readonly at: string }>(sql`
    WITH c AS (
      SELECT DISTINCT x.course_id, x.teaching_class FROM classroom_sessions x WHERE x.college_id = ${tx.collegeId} AND ${scope}
    )
    SELECT course_id AS "courseId", teaching_class AS "teachingClass", min(at) AS at FROM (
      SELECT h.course_id, h.teaching_class, h.happened_at + interval '7 days' AS at FROM classroom_acts h
      WHERE h.college_id = ${tx.collegeId} AND h.kind = 'handed-in' AND h.happened_at >= ${now}::timestamptz - interval '7 days'
        AND (h.course_id, h.teaching_class) IN (SELECT course_id, teaching_class FROM c)
      UNION ALL
      SELECT a.course_id, a.teaching_class, a.happened_at FROM classroom_acts a
      WHERE a.college_id = ${tx.collegeId} AND a.happened_at > ${now}::timestamptz AND (a.course_id, a.teaching_class) IN (SELECT course_id, teaching_class FROM c)
      UNION ALL
      SELECT t.course_id, t.teaching_class, t.due_at FROM coursework_tasks t
      WHERE t.college_id = ${tx.collegeId} AND t.due_at > ${now}::timestamptz AND t.teaching_class IN (SELECT teaching_class FROM c)
    ) AS next GROUP BY course_id, teaching_class`)
  return new Map(rows.map(({ at, ...key }) => [keyOf(key), at]))
}

const byClass = <T extends ClassKey>(rows: readonly T[]) => Map.groupBy(rows, keyOf)

/** What is to be kept of classes, computed from their acts. */
export async function computeSums(tx: Tx, keys: readonly ClassKey[], now: string): Promise<(ClassKey & KeptSums)[]> {
  const scope = ofClasses(keys)
  const sums = byClass(await sumCases(tx, scope, now, 'with-lessons'))
  const points = byClass(await sumPoints(tx, scope, now))
  const computed: (ClassKey & KeptSums)[] = []
  for (const { courseId, teachingClass } of keys) {
    const key = { courseId, teachingClass }
    const own = sums.get(keyOf(key)) ?? []
    const risks = risksOf(await readClassFacts(tx, key, now))
    computed.push({
      ...key,
      whole: own.filter(({ sessionId }) => sessionId === null),
      lessons: own.filter(({ sessionId }) => sessionId !== null),
      points: points.get(keyOf(key)) ?? [],
      risks: [...risks].map(([studentId, reasons]) => ({ studentId, reasons })),
    })
  }
  return computed
}

/** Computes and keeps. How the classes look is read first: what changes meanwhile makes the sums old at once. */
async function keepSums(tx: Tx, old: readonly ClassState[], now: string): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock_shared(${lockOf(tx)})`)
  const scope = ofClasses(old)
  const seen = new Map(old.map((one) => [keyOf(one), one.seen]))
  const until = await findNextChanges(tx, scope, now)
  const rows = (await computeSums(tx, old, now)).map(({ courseId, teachingClass, ...kept }) => {
    const name = keyOf({ courseId, teachingClass })
    return {
      course_id: courseId,
      teaching_class: teachingClass,
      seen: seen.get(name),
      until: until.get(name) ?? null,
      ...kept,
    }
  })
  // In one order, so that two who do the same wait for each other instead of for ever.
  await tx.run(sql`
    INSERT INTO teaching_sums (college_id, course_id, teaching_class, seen, as_of, until, whole, lessons, points, risks)
    SELECT ${tx.collegeId}::uuid, r.course_id, r.teaching_class, r.seen, ${now}::timestamptz, r.until, r.whole, r.lessons, r.points, r.risks
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(course_id uuid, teaching_class text, seen text, until timestamptz, whole jsonb, lessons jsonb, points jsonb, risks jsonb)
    ORDER BY r.course_id, r.teaching_class
    ON CONFLICT (college_id, course_id, teaching_class) DO UPDATE SET seen = excluded.seen, as_of = excluded.as_of, until = excluded.until,
      whole = excluded.whole, lessons = excluded.lessons, points = excluded.points, risks = excluded.risks`)
}

/**
 * Brings what is kept of the classes in the scope up to date.
 * @throws StillPreparing when too many changed for somebody who waits
 */
export async function refreshSums(tx: Tx, scope: Scope, now: string): Promise<void> {
  const states = await findStates(tx, scope, now)
  const old = states.filter(({ isKept }) => !isKept)
  if (old.length > AT_ONCE) throw new StillPreparing(tx.collegeId, states.length - old.length, states.length)
  if (old.length > 0) await keepSums(tx, old, now)
}

/** Is anything that is kept of a college out of date? */
export const hasOldSums = async (tx: Tx, now: string): Promise<boolean> =>
  (await findStates(tx, sql`true`, now)).some(({ isKept }) => !isKept)

/** The same for some classes of a whole college. @returns how many were done, how many are left and how many there are */
export async function refreshSome(tx: Tx, now: string): Promise<{ done: number; left: number; total: number }> {
  const states = await findStates(tx, sql`true`, now)
  const old = states.filter(({ isKept }) => !isKept)
  const some = old.slice(0, BATCH)
  if (some.length > 0) await keepSums(tx, some, now)
  return { done: some.length, left: old.length - some.length, total: states.length }
}

/** What is kept of the classes in the scope, so much of it as is asked for; brought up to date before. */
export async function readSums<Name extends KeptName>(
  tx: Tx,
  scope: Scope,
  names: readonly Name[],
): Promise<(ClassKey & Pick<KeptSums, Name>)[]> {
  return tx.run<ClassKey & Pick<KeptSums, Name>>(sql`
    SELECT k.course_id AS "courseId", k.teaching_class AS "teachingClass", ${sql.join(names.map((name) => sql.ref(`k.${name}`)))}
    FROM teaching_sums k WHERE k.college_id = ${tx.collegeId} AND (k.course_id, k.teaching_class) IN (
      SELECT x.course_id, x.teaching_class FROM classroom_sessions x WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND ${scope})
    ORDER BY k.course_id, k.teaching_class`)
}

/**
 * Takes away what is kept of classes of which something is about to be forgotten, with the same moment and in the same
 * transaction. Nobody keeps sums meanwhile, who may have read the names before they were gone.
 */
export async function dropSums(tx: Tx, before: string): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(${lockOf(tx)})`)
  await tx.run(sql`
    DELETE FROM teaching_sums k WHERE k.college_id = ${tx.collegeId} AND (k.course_id, k.teaching_class) IN (
      SELECT a.course_id, a.teaching_class FROM classroom_acts a
      WHERE a.college_id = ${tx.collegeId} AND a.happened_at < ${before}::timestamptz AND (a.student_id IS NOT NULL OR a.teacher_id IS NOT NULL OR a.body <> '{}')
      UNION
      SELECT x.course_id, x.teaching_class FROM classroom_signins g JOIN classroom_sessions x ON x.college_id = g.college_id AND x.id = g.session_id
      WHERE g.college_id = ${tx.collegeId} AND g.at < ${before}::timestamptz)`)
}

const lockOf = (tx: Tx) => sql`hashtextextended(${`teaching-sums ${tx.collegeId}`}, 0)`
