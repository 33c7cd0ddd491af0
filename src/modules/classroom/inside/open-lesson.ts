import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal, unknownRecord } from '../../../engine/refusal.ts'
import { recordActs } from '../acts.ts'
import { findLesson, teacherOf } from '../roster.ts'
import { timesOf } from './lesson-times.ts'
import {
  contextOf,
  findSession,
  rosterOfSession,
  type Session,
  sessionColumns,
  thoseOnLeave,
  touch,
} from './session.ts'

/**
 * Opens a lesson of one's own; one that is open already, or was closed by mistake, goes on.
 * @param extraReason why an extra meeting is held now; null for the meeting of the timetable
 * @throws Refusal 404 unknown or another's, 409 not now
 */
export async function openLesson(tx: Tx, actor: Actor, lessonId: string, extraReason: string | null): Promise<string> {
  const lesson = await findLesson(tx, lessonId)
  if (!lesson || lesson.teacherId !== (await teacherOf(tx, actor))) throw unknownRecord()
  const now = Date.now()
  const times = timesOf(lesson, extraReason !== null, now)
  if ('zh' in times) throw new Refusal('conflict', times)
  const at = new Date(now).toISOString()
  const day = extraReason === null ? lesson.heldOn : today(now)
  await closeOver(tx, lesson.teacherId)
  const [known] = await tx.run<Session>(sql`
    SELECT ${sessionColumns} FROM classroom_sessions s
    WHERE s.college_id = ${tx.collegeId} AND s.teacher_id = ${lesson.teacherId} AND s.teaching_class = ${lesson.teachingClass}
      AND (s.state = 'open' OR (s.lesson_id = ${lesson.id} AND s.held_on = ${day} AND s.extra_reason IS NULL AND ${extraReason === null}))
    ORDER BY s.state = 'open' DESC LIMIT 1`)
  if (known?.state === 'open') return known.id
  if (known)
    await tx.run(sql`
      UPDATE classroom_sessions SET state = 'open', closed_at = NULL, closes_at = ${new Date(times.closesAt).toISOString()}
      WHERE college_id = ${tx.collegeId} AND id = ${known.id}`)
  const id = known?.id ?? v7()
  if (!known)
    // Two windows may open it at once: one of them makes it.
    await tx.run(sql`
      INSERT INTO classroom_sessions (college_id, id, lesson_id, course_id, teaching_class, teacher_id, unit_id, room_id, held_on, extra_reason, state, opened_at, opened_by,
        closes_at, late_after, secret)
      VALUES (${tx.collegeId}, ${id}, ${lesson.id}, ${lesson.courseId}, ${lesson.teachingClass}, ${lesson.teacherId}, ${lesson.unitId}, ${lesson.roomId}, ${day},
        ${extraReason}, 'open', ${at}, ${actor.accountId}, ${new Date(times.closesAt).toISOString()}, ${new Date(times.lateAfter).toISOString()}, ${randomBytes(32)})
      ON CONFLICT (college_id, teaching_class, teacher_id) WHERE state = 'open' DO NOTHING`)
  const session = await findSession(tx, id)
  if (!session) return openLesson(tx, actor, lessonId, extraReason)
  const body = known ? { again: true } : extraReason === null ? {} : { extra: extraReason }
  await recordActs(tx, contextOf(session), [{ kind: 'opened-lesson', teacherId: session.teacherId, body }], at)
  await touch(tx, id)
  return id
}

/** Ends a lesson: whoever did not come is absent or, with leave, on leave, until the teacher says otherwise. */
export async function closeLesson(tx: Tx, session: Session): Promise<void> {
  const now = new Date(Math.min(Date.now(), Date.parse(session.closesAt))).toISOString()
  const closed = await tx.change(sql`
    UPDATE classroom_sessions SET state = 'closed', closed_at = ${now}
    WHERE college_id = ${tx.collegeId} AND id = ${session.id} AND state = 'open'`)
  if (closed === 0) return
  await tx.run(sql`
    UPDATE classroom_activities SET state = 'closed', closed_at = ${now}
    WHERE college_id = ${tx.collegeId} AND session_id = ${session.id} AND state = 'open'`)
  const missing = (await rosterOfSession(tx, session)).map(({ id }) => id)
  const excused = await thoseOnLeave(tx, missing, session.heldOn)
  await tx.run(sql`
    INSERT INTO classroom_signins (college_id, session_id, student_id, state, how, at)
    SELECT ${tx.collegeId}::uuid, ${session.id}::uuid, student, CASE WHEN student = ANY(${[...excused]}::uuid[]) THEN 'leave' ELSE 'absent' END, 'closing', ${now}::timestamptz
    FROM unnest(${missing}::uuid[]) AS student
    ON CONFLICT (college_id, session_id, student_id) DO NOTHING`)
  await recordActs(tx, contextOf(session), [{ kind: 'closed-lesson', teacherId: session.teacherId }])
  await touch(tx, session.id)
}

/** Closes lessons that nobody closed and whose time is over: a teacher's, or everybody's. */
export async function closeOver(tx: Tx, teacherId: string | null = null): Promise<number> {
  const over = await lessonsOver(tx, teacherId)
  for (const session of over) await closeLesson(tx, session)
  return over.length
}

/** Lessons that nobody closed although their time is over, all or one teacher's. */
export const lessonsOver = (tx: Tx, teacherId: string | null = null): Promise<Session[]> =>
  tx.run<Session>(sql`
    SELECT ${sessionColumns} FROM classroom_sessions s
    WHERE s.college_id = ${tx.collegeId} AND s.state = 'open' AND s.closes_at <= ${new Date().toISOString()}
      AND (${teacherId}::uuid IS NULL OR s.teacher_id = ${teacherId}::uuid)`)
