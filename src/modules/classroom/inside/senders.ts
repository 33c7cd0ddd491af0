import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { teacherOf } from '../roster.ts'
import type { WireSentAct } from '../wire.ts'
import { keepPhotos } from './photos.ts'
import { ownSession, seatOf } from './session.ts'

/** Who sends acts to a lesson, and what they are there. */
export interface Sender {
  readonly accountId: string
  /** Who belongs to the lesson, or the teacher whose lesson it is. */
  readonly by: { readonly student: string } | { readonly teacher: string }
}

/** What only a teacher does; everything else is a student's. */
export const BY_TEACHER: readonly string[] = ['practised', 'graded']

/**
 * Who sent what arrived, in order, or why it is refused; photos that came with a teacher's acts are kept.
 * @throws Refusal 422 for a photo that is none
 */
export async function sendersOf(
  engine: Engine,
  tx: Tx,
  sessionId: string,
  actors: readonly (Actor | Refusal)[],
  sent: readonly { readonly acts: readonly WireSentAct[] }[],
): Promise<(Sender | Refusal)[]> {
  const seats = await seatsTaken(tx, sessionId, actors)
  const senders: (Sender | Refusal)[] = []
  for (const [i, actor] of actors.entries())
    senders.push(actor instanceof Refusal ? actor : await senderOf(engine, tx, sessionId, actor, sent[i]!.acts, seats))
  return senders
}

async function senderOf(
  engine: Engine,
  tx: Tx,
  sessionId: string,
  actor: Actor,
  acts: readonly WireSentAct[],
  seats: ReadonlyMap<string, string>,
): Promise<Sender | Refusal> {
  const { accountId } = actor
  const isTeachers = acts.some(({ kind }) => BY_TEACHER.includes(kind))
  const seat = seats.get(actor.personId ?? '')
  if (seat && !isTeachers) return { accountId, by: { student: seat } }
  try {
    if (!isTeachers || !(await teacherOf(tx, actor)))
      return { accountId, by: { student: (await seatOf(tx, actor, sessionId)).student } }
    const { teacherId } = await ownSession(tx, actor, sessionId)
    await keepPhotos(engine, tx, actor, sessionId, acts)
    return { accountId, by: { teacher: teacherId } }
  } catch (error) {
    // Not theirs: nothing was written for them. Anything else undoes the whole transaction.
    if (error instanceof Refusal && error.code === 'unknown-record') return error
    throw error
  }
}

/** Of people who came to the lesson, by person: the students that they are. */
async function seatsTaken(
  tx: Tx,
  sessionId: string,
  actors: readonly (Actor | Refusal)[],
): Promise<ReadonlyMap<string, string>> {
  const people = actors.flatMap((actor) => (actor instanceof Refusal ? [] : (actor.personId ?? [])))
  const rows = await tx.run<{ person: string; student: string }>(sql`
    SELECT t.owner_id AS person, t.id AS student FROM classroom_signins i
    JOIN records.students t ON t.college_id = i.college_id AND t.id = i.student_id AND t.owner_id = ANY(${people}::uuid[])
      AND t.deleted_at IS NULL AND t.left_on IS NULL
    WHERE i.college_id = ${tx.collegeId} AND i.session_id = ${sessionId}`)
  return new Map(rows.map(({ person, student }) => [person, student]))
}
