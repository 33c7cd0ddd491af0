import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { Lesson, RosterStudent } from '../roster.ts'
import type { ActivityKind, ActivityState, Definitions, SignInState } from '../wire.ts'
import { findSession, lessonOf, rosterOfSession, type Session, thoseOnLeave } from './session.ts'

export interface SignInRow {
  readonly student: string
  readonly state: SignInState
  readonly how: 'code' | 'manual' | 'closing'
  readonly at: string
  readonly doubt: readonly string[] | null
  readonly reason: string | null
}

export interface ActivityRow<K extends ActivityKind = ActivityKind> {
  readonly id: string
  readonly kind: K
  readonly title: string
  readonly definition: Definitions[K]
  readonly state: ActivityState
  readonly openedAt: string | null
  readonly closedAt: string | null
}

/** An act as the screens of a lesson need it. */
export interface ActRow {
  readonly id: string
  readonly kind: string
  readonly student: string | null
  readonly activity: string | null
  readonly correct: boolean | null
  readonly at: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Everything that the views of a lesson are made of. */
export interface Facts {
  readonly session: Session
  readonly lesson: Lesson
  readonly roster: readonly RosterStudent[]
  /** Who was granted leave for the day. */
  readonly onLeave: ReadonlySet<string>
  readonly signIns: ReadonlyMap<string, SignInRow>
  readonly refusals: ReadonlyMap<string, { readonly count: number; readonly why: string }>
  readonly activities: readonly ActivityRow[]
  readonly acts: readonly ActRow[]
  /** How often each was picked in this teaching class, before this lesson. */
  readonly pickedBefore: ReadonlyMap<string, number>
}

/** What hardly changes while a lesson is held: read once for as long as somebody watches. */
export type StillFacts = Pick<Facts, 'lesson' | 'roster' | 'onLeave' | 'pickedBefore'>

export async function stillFacts(tx: Tx, session: Session): Promise<StillFacts> {
  const picked = await tx.run<{ student: string; n: number }>(sql`
    SELECT student_id AS student, count(*) AS n FROM classroom_acts
    WHERE college_id = ${tx.collegeId} AND course_id = ${session.courseId} AND teaching_class = ${session.teachingClass} AND kind = 'was-picked'
      AND session_id IS DISTINCT FROM ${session.id} AND student_id IS NOT NULL GROUP BY student_id`)
  const roster = await rosterOfSession(tx, session)
  return {
    lesson: await lessonOf(tx, session),
    roster,
    onLeave: await thoseOnLeave(
      tx,
      roster.map(({ id }) => id),
      session.heldOn,
    ),
    pickedBefore: new Map(picked.map(({ student, n }) => [student, n])),
  }
}

/** @returns null when there is no such lesson */
export async function loadFacts(tx: Tx, sessionId: string, still?: StillFacts): Promise<Facts | null> {
  const session = await findSession(tx, sessionId)
  if (!session) return null
  const of = sql`college_id = ${tx.collegeId} AND session_id = ${sessionId}`
  const signIns = await tx.run<SignInRow>(sql`
    SELECT student_id AS student, state, how, at, doubt, correction_reason AS reason FROM classroom_signins WHERE ${of}`)
  const refusals = await tx.run<{ student: string; count: number; why: string }>(sql`
    SELECT student_id AS student, count(*) AS count, (array_agg(why ORDER BY id DESC))[1] AS why FROM classroom_refusals WHERE ${of} GROUP BY student_id`)
  const activities = await tx.run<ActivityRow>(sql`
    SELECT id, kind, title, definition, state, opened_at AS "openedAt", closed_at AS "closedAt" FROM classroom_activities WHERE ${of} ORDER BY ordinal`)
  const acts = await tx.run<ActRow>(sql`
    SELECT id, kind, student_id AS student, activity_id AS activity, correct, happened_at AS at, body FROM classroom_acts
    WHERE ${of} AND kind = ANY('{answered,polled,worded,raised-hand,was-picked,posted,practised,graded}'::text[]) ORDER BY received_at, sequence, id`)
  return {
    ...(still ?? (await stillFacts(tx, session))),
    session,
    signIns: new Map(signIns.map((row) => [row.student, row])),
    refusals: new Map(refusals.map((row) => [row.student, row])),
    activities,
    acts,
  }
}
