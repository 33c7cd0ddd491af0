import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal, unknownRecord } from '../../../engine/refusal.ts'
import type { ActContext } from '../acts.ts'
import { findLesson, type Lesson, rosterOf, studentOf, teacherOf } from '../roster.ts'
import type { WireSession } from '../wire.ts'
import type { CodeSource } from './codes.ts'

/** A lesson as it is held (classroom_sessions). Moments are ISO 8601 in UTC. */
export interface Session {
  readonly id: string
  readonly lessonId: string
  readonly courseId: string
  readonly teachingClass: string
  readonly teacherId: string
  readonly roomId: string
  readonly heldOn: string
  readonly extraReason: string | null
  readonly state: 'open' | 'closed'
  readonly openedAt: string
  readonly closesAt: string
  readonly lateAfter: string
  readonly closedAt: string | null
  readonly secret: Buffer
  readonly stage: string
  readonly revision: number
}

export const sessionColumns = sql`
  s.id, s.lesson_id AS "lessonId", s.course_id AS "courseId", s.teaching_class AS "teachingClass", s.teacher_id AS "teacherId", s.room_id AS "roomId",
  s.held_on AS "heldOn", s.extra_reason AS "extraReason", s.state, s.opened_at AS "openedAt", s.closes_at AS "closesAt", s.late_after AS "lateAfter",
  s.closed_at AS "closedAt", s.secret, s.stage, s.revision`

/** Whatever the row says: past its end a lesson is over. */
export const isOpen = ({ state, closesAt }: Pick<Session, 'state' | 'closesAt'>, now: number): boolean =>
  state === 'open' && now < Date.parse(closesAt)

export const codeSource = ({ secret, id, roomId }: Session): CodeSource => ({ secret, sessionId: id, roomId })

export const contextOf = ({ id, lessonId, courseId, teachingClass }: Session): ActContext => ({
  courseId,
  teachingClass,
  lessonId,
  sessionId: id,
})

/** @returns null when there is none */
export async function findSession(tx: Tx, id: string): Promise<Session | null> {
  const [row] = await tx.run<Session>(
    sql`SELECT ${sessionColumns} FROM classroom_sessions s WHERE s.college_id = ${tx.collegeId} AND s.id = ${id}`,
  )
  return row ?? null
}

/** The lesson for the teacher whose it is. @throws Refusal 404, for whoever else asks too */
export async function ownSession(tx: Tx, actor: Actor, id: string): Promise<Session> {
  const session = await findSession(tx, id)
  if (!session || session.teacherId !== (await teacherOf(tx, actor))) throw unknownRecord()
  return session
}

/** The same, while it lasts. @throws Refusal 404, 409 once it is over */
export async function ownOpenSession(tx: Tx, actor: Actor, id: string): Promise<Session> {
  const session = await ownSession(tx, actor, id)
  mustBeOpen(session)
  return session
}

/** @throws Refusal 409 */
export function mustBeOpen(session: Pick<Session, 'state' | 'closesAt'>): void {
  if (isOpen(session, Date.now())) return
  throw new Refusal('conflict', {
    zh: '这次课已经结束。课堂记录可以查看，不能再更改',
    en: 'This lesson is over: its records can be read, and no longer changed',
  })
}

/** The lesson for a student who belongs to it. @throws Refusal 404, for whoever else asks too */
export async function seatOf(tx: Tx, actor: Actor, id: string): Promise<{ session: Session; student: string }> {
  // Whoever signed in belongs to it, and asks often; the others are looked for on the roster.
  const [seat] = await tx.run<Session & { readonly student: string }>(sql`
    SELECT ${sessionColumns}, t.id AS student FROM classroom_sessions s
    JOIN records.students t ON t.college_id = s.college_id AND t.owner_id = ${actor.personId} AND t.deleted_at IS NULL AND t.left_on IS NULL
    JOIN classroom_signins i ON i.college_id = s.college_id AND i.session_id = s.id AND i.student_id = t.id
    WHERE s.college_id = ${tx.collegeId} AND s.id = ${id}`)
  if (seat) return { session: seat, student: seat.student }
  const session = await findSession(tx, id)
  const student = session && (await studentOf(tx, actor))
  if (!session || !student) throw unknownRecord()
  if (!(await rosterOfSession(tx, session)).some((one) => one.id === student)) throw unknownRecord()
  return { session, student }
}

/** Who belongs to a lesson as it is held. */
export async function rosterOfSession(tx: Tx, session: Session) {
  return rosterOf(tx, await lessonOf(tx, session), session.heldOn)
}

/** The meeting of the timetable that a lesson refers to. @throws Refusal 404 when it was deleted */
export async function lessonOf(tx: Tx, session: Pick<Session, 'lessonId'>): Promise<Lesson> {
  const lesson = await findLesson(tx, session.lessonId)
  if (!lesson) throw unknownRecord()
  return lesson
}

/** Students who signed in, by number. */
export async function thoseHere(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(sql`
    SELECT s.id FROM classroom_signins i JOIN records.students s ON s.college_id = i.college_id AND s.id = i.student_id
    WHERE i.college_id = ${tx.collegeId} AND i.session_id = ${sessionId} AND i.state IN ('present', 'late') ORDER BY s.number`)
  return rows.map(({ id }) => id)
}

/** Students who were granted leave for a day and had not reported back by then; why is nobody's business here. */
export async function thoseOnLeave(tx: Tx, students: readonly string[], day: string): Promise<Set<string>> {
  const rows = await tx.run<{ student: string }>(sql`
    SELECT student FROM records.leave_requests
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND student = ANY(${[...students]}::uuid[]) AND decided_on IS NOT NULL
      AND "from" <= ${day}::date AND until >= ${day}::date AND (reported_back_on IS NULL OR reported_back_on >= ${day}::date)`)
  return new Set(rows.map(({ student }) => student))
}

/** What programs that show lessons listen to; a message is the ids of college and lesson. */
export const CHANNEL = 'classroom'

/**
 * The lesson changed: whoever watches it, at whichever program, hears of it when the transaction is kept; and by its
 * revision the registers are filled from it again. Every change of sign-ins, acts and activities calls it.
 */
export async function touch(tx: Tx, sessionId: string): Promise<void> {
  await tx.run(
    sql`UPDATE classroom_sessions SET revision = revision + 1 WHERE college_id = ${tx.collegeId} AND id = ${sessionId}`,
  )
  await tx.run(sql`SELECT pg_notify(${CHANNEL}, ${`${tx.collegeId} ${sessionId}`})`)
}

/** The lesson on the wire. */
export function presentSession(session: Session, lesson: Lesson, now: number): WireSession {
  const { id, lessonId, courseId, teachingClass, heldOn, extraReason, openedAt, closesAt, closedAt, lateAfter, stage } =
    session
  return {
    id,
    lesson: lessonId,
    course: courseId,
    courseName: lesson.courseName,
    teachingClass,
    classNames: lesson.classNames,
    roomName: lesson.roomName,
    heldOn,
    extraReason,
    state: isOpen(session, now) ? 'open' : 'closed',
    openedAt,
    closesAt,
    closedAt,
    lateAfter,
    stage,
  }
}
