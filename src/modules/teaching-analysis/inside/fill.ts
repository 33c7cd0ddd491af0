import { sql } from 'kysely'
import { asSystem } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { createMany, updateMany } from '../../../engine/records/write-many.ts'
import { columns, isSame, type Row, stored, table, type Values } from '../../../engine/records/stored.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { AnyRegister } from '../../../language/register.ts'
import { Exact } from '../../../engine/indicators/exact.ts'

const REASON = '课堂记录'
const PLATFORM = '智慧课堂'

/** How many records were made, changed and taken out of use. */
export interface Filled {
  readonly created: number
  readonly updated: number
  readonly removed: number
}

interface Wanted {
  readonly key: string
  readonly values: Values
}
interface Known {
  readonly id: string
  readonly version: number
  readonly key: string
}

/**
 * Brings a register's records to what is wanted: made, changed, or taken out of use; what is so already is left alone.
 * Events are never changed: one with other values is taken out of use and made anew.
 */
async function bring(
  engine: Engine,
  tx: Tx,
  name: string,
  known: readonly Known[],
  wanted: readonly Wanted[],
): Promise<Filled> {
  const actor = asSystem(tx.collegeId, REASON)
  const register = await collegeRegister(engine, tx, name)
  const values = new Map(wanted.map((one) => [one.key, one.values]))
  const changed = new Set(register.eventsAt === undefined ? [] : await otherThan(tx, register, known, values))
  const gone = known.filter((one) => !values.has(one.key) || changed.has(one.key))
  for (const { id, version } of gone)
    await act(engine, tx, actor, {
      register: name,
      id,
      action: 'delete',
      version,
      comment: '课堂记录已更正',
      untitled: true,
    })
  const standing = new Map(known.filter((one) => !gone.includes(one)).map((one) => [one.key, one]))
  const fresh = wanted.filter(({ key }) => !standing.has(key))
  if (fresh.length > 0) await createMany(engine, tx, actor, name, fresh)
  if (register.eventsAt !== undefined) return { created: fresh.length, updated: 0, removed: gone.length }
  const { updated } = await updateMany(
    engine,
    tx,
    actor,
    name,
    wanted.flatMap(({ key, values: own }) => {
      const before = standing.get(key)
      return before ? [{ id: before.id, version: before.version, values: own }] : []
    }),
  )
  return { created: fresh.length, updated, removed: gone.length }
}

/** Keys of the records that hold other values than wanted. */
async function otherThan(
  tx: Tx,
  register: AnyRegister,
  known: readonly Known[],
  wanted: ReadonlyMap<string, Values>,
): Promise<string[]> {
  const rows = await tx.run<Row>(sql`
    SELECT ${columns(register)} FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND id = ANY(${known.map(({ id }) => id)}::uuid[])`)
  const held = new Map(rows.map((row) => [row['id'] as string, stored(register, row).values]))
  return known.flatMap(({ id, key }) => {
    const own = wanted.get(key)
    return own && Object.keys(own).some((field) => !isSame(own[field], held.get(id)?.[field])) ? [key] : []
  })
}

interface SessionRow {
  readonly id: string
  readonly lesson: string
  readonly unit: string
  readonly heldAt: string
  readonly started: number
  readonly joined: number
  readonly expected: number
  readonly present: number
  readonly active: number
}

const share = (part: number, of: number) => (of === 0 ? '0' : new Exact(part).times(100).div(of).toFixed(2))

/**
 * Fills class interactions and absences from closed lessons. Whoever does it again changes nothing; after a correction
 * of sign-ins, or acts that arrived late, it brings the records to it.
 */
export async function fillFromLessons(
  engine: Engine,
  tx: Tx,
  sessions: readonly string[],
  now: string,
): Promise<Filled> {
  // Read before anything is counted: whatever changes meanwhile is counted again.
  const seen = await tx.run<{ id: string; revision: string }>(sql`
    SELECT id, revision::text FROM classroom_sessions WHERE college_id = ${tx.collegeId} AND id = ANY(${[...sessions]}::uuid[])`)
  const interactions = await fillInteractions(engine, tx, sessions)
  const absences = await fillAbsences(engine, tx, sessions)
  await tx.run(sql`
    INSERT INTO teaching_fills (college_id, session_id, filled_at, seen)
    SELECT ${tx.collegeId}::uuid, s.id, ${now}::timestamptz, s.revision
    FROM unnest(${seen.map(({ id }) => id)}::uuid[], ${seen.map(({ revision }) => revision)}::text[]) AS s (id, revision)
    ON CONFLICT (college_id, session_id) DO UPDATE SET filled_at = excluded.filled_at, seen = excluded.seen`)
  return {
    created: interactions.created + absences.created,
    updated: interactions.updated + absences.updated,
    removed: interactions.removed + absences.removed,
  }
}

/**
 * Closed lessons that were not filled in yet, or that changed since; oldest first. A lesson's revision grows with every
 * act and correction, and not when names are forgotten after years: what was filled in then stays.
 */
export async function lessonsToFill(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(sql`
    SELECT x.id FROM classroom_sessions x LEFT JOIN teaching_fills f ON f.college_id = x.college_id AND f.session_id = x.id
    WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND (f.session_id IS NULL OR f.seen <> x.revision::text) ORDER BY x.closed_at, x.id LIMIT ${most}`)
  return rows.map(({ id }) => id)
}

async function fillInteractions(engine: Engine, tx: Tx, sessions: readonly string[]): Promise<Filled> {
  const rows = await tx.run<SessionRow>(sql`
    SELECT x.id, x.lesson_id AS lesson, x.unit_id AS unit, to_char(x.opened_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS') AS "heldAt",
      (SELECT count(*)::int FROM classroom_activities k WHERE k.college_id = x.college_id AND k.session_id = x.id AND k.opened_at IS NOT NULL) AS started,
      (SELECT count(DISTINCT (a.student_id, coalesce(a.activity_id, a.id)))::int FROM classroom_acts a
        WHERE a.college_id = x.college_id AND a.session_id = x.id AND ${takesPart}) AS joined,
      (SELECT count(*)::int FROM classroom_signins g WHERE g.college_id = x.college_id AND g.session_id = x.id AND g.state <> 'leave') AS expected,
      (SELECT count(*)::int FROM classroom_signins g WHERE g.college_id = x.college_id AND g.session_id = x.id AND g.state IN ('present', 'late')) AS present,
      (SELECT count(DISTINCT a.student_id)::int FROM classroom_acts a
        JOIN classroom_signins g ON g.college_id = a.college_id AND g.session_id = a.session_id AND g.student_id = a.student_id AND g.state IN ('present', 'late')
        WHERE a.college_id = x.college_id AND a.session_id = x.id AND ${takesPart}) AS active
    FROM classroom_sessions x WHERE x.college_id = ${tx.collegeId} AND x.state = 'closed' AND x.id = ANY(${[...sessions]}::uuid[]) ORDER BY x.opened_at`)
  const wanted = rows.map((row): Wanted => ({
    key: `${row.lesson} ${row.heldAt}`,
    values: {
      lesson: row.lesson,
      unit: row.unit,
      heldAt: row.heldAt,
      started: row.started,
      joined: row.joined,
      participation: share(row.active, row.present),
      attendance: share(row.present, row.expected),
    },
  }))
  const known = await tx.run<Known>(sql`
    SELECT id, version, lesson || ' ' || to_char(held_at, 'YYYY-MM-DD"T"HH24:MI:SS') AS key FROM records.class_interactions
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND lesson = ANY(${rows.map(({ lesson }) => lesson)}::uuid[])`)
  const keys = new Set(wanted.map(({ key }) => key))
  // Those of other classrooms' software stay.
  return bring(
    engine,
    tx,
    'class-interactions',
    known.filter(({ key }) => keys.has(key)),
    wanted,
  )
}

const takesPart = sql`a.actor = 'student' AND a.kind IN ('answered', 'polled', 'worded', 'raised-hand', 'posted', 'practised')
  AND (a.kind <> 'raised-hand' OR a.body ->> 'up' IS DISTINCT FROM 'false')`

interface AbsenceRow {
  readonly student: string
  readonly unit: string
  readonly person: string | null
  readonly term: string
  readonly day: string
  readonly section: number
  readonly state: 'late' | 'absent' | 'leave'
  readonly how: string
  readonly reason: string | null
  readonly teacher: string
  readonly confirmedOn: string
}

const KINDS = { late: 'late-or-early', absent: 'truancy', leave: 'personal-leave' } as const

/** Only lessons wrote the absence `b`: nobody entered, corrected or confirmed it by hand. */
const isOurs = (tx: Tx) => sql`(
  EXISTS (SELECT FROM history h WHERE h.college_id = b.college_id AND h.subject = 'absences' AND h.subject_id = b.id::text AND h.action = 'create'
    AND h.actor_name = ${asSystem(tx.collegeId, REASON).name})
  AND NOT EXISTS (SELECT FROM history h WHERE h.college_id = b.college_id AND h.subject = 'absences' AND h.subject_id = b.id::text
    AND h.actor_name <> ${asSystem(tx.collegeId, REASON).name}))`

/** Leave is noted as personal. What the office entered for that day or section stays, and stands instead. */
async function fillAbsences(engine: Engine, tx: Tx, sessions: readonly string[]): Promise<Filled> {
  const rows = await tx.run<AbsenceRow>(sql`
    SELECT DISTINCT ON (s.id, x.held_on, l.first_section) s.id AS student, s.unit, s.person, l.term, x.held_on::text AS day, coalesce(l.first_section, 0) AS section,
      g.state, g.how, g.correction_reason AS reason, x.teacher_id AS teacher, (x.closed_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "confirmedOn"
    FROM classroom_signins g JOIN classroom_sessions x ON x.college_id = g.college_id AND x.id = g.session_id AND x.state = 'closed'
    JOIN records.lessons l ON l.college_id = x.college_id AND l.id = x.lesson_id
    JOIN records.students s ON s.college_id = g.college_id AND s.id = g.student_id
    WHERE g.college_id = ${tx.collegeId} AND g.session_id = ANY(${[...sessions]}::uuid[]) AND g.state <> 'present'
      AND NOT EXISTS (SELECT FROM records.absences b WHERE b.college_id = g.college_id AND b.student = g.student_id AND b.day = x.held_on
        AND b.lesson IN (0, coalesce(l.first_section, 0)) AND b.deleted_at IS NULL AND NOT ${isOurs(tx)})
    ORDER BY s.id, x.held_on, l.first_section, x.opened_at DESC`)
  const wanted = rows.map((row): Wanted => ({
    key: `${row.student} ${row.day} ${row.section}`,
    values: {
      student: row.student,
      unit: row.unit,
      person: row.person,
      term: row.term,
      day: row.day,
      lesson: row.section,
      kind: KINDS[row.state],
      noticedBy: row.how === 'manual' ? 'roll-call' : 'sign-in',
      reason: row.reason,
      confirmedOn: row.confirmedOn,
      confirmedBy: row.teacher,
    },
  }))
  // What these lessons filled before: whoever is present now has none any more.
  const known = await tx.run<Known>(sql`
    SELECT b.id, b.version, b.student || ' ' || b.day || ' ' || b.lesson AS key FROM records.absences b
    WHERE b.college_id = ${tx.collegeId} AND b.deleted_at IS NULL AND ${isOurs(tx)} AND EXISTS (
      SELECT FROM classroom_signins g JOIN classroom_sessions x ON x.college_id = g.college_id AND x.id = g.session_id
      JOIN records.lessons l ON l.college_id = x.college_id AND l.id = x.lesson_id
      WHERE g.college_id = b.college_id AND g.student_id = b.student AND x.id = ANY(${[...sessions]}::uuid[]) AND x.held_on = b.day
        AND coalesce(l.first_section, 0) = b.lesson)`)
  return bring(engine, tx, 'absences', known, wanted)
}

/**
 * Fills days of online learning from what students did outside of lessons: materials, previews, work handed in,
 * discussion. A day is filled again while acts of it may still arrive.
 * @param from first day to look at, in China
 */
export async function fillOnlineDays(engine: Engine, tx: Tx, from: string, today: string): Promise<Filled> {
  const rows = await tx.run<{
    day: string
    course: string
    teacher: string | null
    seconds: string
    visits: number
    assignments: number
    discussions: number
  }>(sql`
    SELECT (a.happened_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day, a.course_id AS course,
      (SELECT min(x.teacher_id::text) FROM classroom_sessions x WHERE x.college_id = ${tx.collegeId} AND x.course_id = a.course_id
        AND x.teaching_class = min(a.teaching_class)) AS teacher,
      coalesce(sum(a.seconds), 0) AS seconds, count(DISTINCT a.student_id)::int AS visits,
      count(*) FILTER (WHERE a.kind = 'handed-in')::int AS assignments, count(*) FILTER (WHERE a.kind = 'discussed')::int AS discussions
    FROM classroom_acts a
    WHERE a.college_id = ${tx.collegeId} AND a.session_id IS NULL AND a.actor = 'student' AND a.kind IN ('opened-material', 'did-preview', 'handed-in', 'discussed')
      AND a.happened_at >= ${`${from}T00:00:00+08:00`}::timestamptz AND a.happened_at < ${`${today}T00:00:00+08:00`}::timestamptz
    GROUP BY 1, 2 ORDER BY 1, 2`)
  const wanted = rows.map((row): Wanted => ({
    key: `${row.course} ${row.day}`,
    values: {
      day: row.day,
      course: row.course,
      source: 'college-platform',
      platform: PLATFORM,
      teacher: row.teacher,
      hours: new Exact(row.seconds).div(3600).toDecimalPlaces(0).toNumber(),
      visits: row.visits,
      assignments: row.assignments,
      discussions: row.discussions,
      enteredOn: today,
    },
  }))
  const known = await tx.run<Known & { readonly enteredOn: string }>(sql`
    SELECT id, version, course || ' ' || day AS key, entered_on::text AS "enteredOn" FROM records.online_learning_days
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND platform = ${PLATFORM} AND day >= ${from}::date AND day < ${today}::date`)
  const entered = new Map(known.map((one) => [one.key, one.enteredOn]))
  // The day of entry stays: else every night would change every record.
  const same = wanted.map((one) =>
    entered.has(one.key) ? { ...one, values: { ...one.values, enteredOn: entered.get(one.key)! } } : one,
  )
  const keys = new Set(same.map(({ key }) => key))
  return bring(
    engine,
    tx,
    'online-learning-days',
    known.filter(({ key }) => keys.has(key)),
    same,
  )
}
