import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'

/** One thing that happened to one subject. `before` and `after` hold only what changed. */
export interface Event {
  readonly subject: string
  readonly subjectId: string
  readonly action: string
  readonly before?: object | null
  readonly after?: object | null
  readonly reason?: string | null
}

/** Writes what happened and, in the same statement, the outbox entry by which others hear of it. */
export async function append(tx: Tx, actor: Actor, at: string, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return
  if (events.length === 1) {
    const [e] = events as readonly [Event]
    const id = v7()
    await tx.run(sql`
      WITH told AS (INSERT INTO outbox (college_id, id, subject, subject_id, action, actor_id)
        VALUES (${tx.collegeId}, ${id}, ${e.subject}, ${e.subjectId}, ${e.action}, ${actor.accountId}))
      INSERT INTO history (college_id, id, subject, subject_id, at, actor_id, actor_name, action, before, after, reason)
      VALUES (${tx.collegeId}, ${id}, ${e.subject}, ${e.subjectId}, ${at}, ${actor.accountId}, ${actor.name}, ${e.action},
        ${e.before ? JSON.stringify(e.before) : null}, ${e.after ? JSON.stringify(e.after) : null}, ${e.reason ?? null})`)
    return
  }
  const ids = events.map(() => v7())
  const list = <T>(pick: (e: Event) => T) => events.map(pick)
  const json = (o: object | null | undefined) => (o ? JSON.stringify(o) : null)
  await tx.run(sql`
    INSERT INTO history (college_id, id, subject, subject_id, at, actor_id, actor_name, action, before, after, reason)
    SELECT ${tx.collegeId}::uuid, e.id, e.subject, e.subject_id, ${at}::timestamptz, ${actor.accountId}::uuid, ${actor.name}, e.action, e.before, e.after, e.reason
    FROM unnest(${ids}::uuid[], ${list((e) => e.subject)}::text[], ${list((e) => e.subjectId)}::text[], ${list((e) => e.action)}::text[],
      ${list((e) => json(e.before))}::jsonb[], ${list((e) => json(e.after))}::jsonb[], ${list((e) => e.reason ?? null)}::text[])
      AS e(id, subject, subject_id, action, before, after, reason)`)
  // One entry per subject is enough: listeners ask what stands now, not what each row was.
  const told = [...new Map(events.map((e) => [e.subject, e])).values()]
  await tx.run(sql`
    INSERT INTO outbox (college_id, id, subject, subject_id, action, actor_id)
    SELECT ${tx.collegeId}::uuid, e.id, e.subject, e.subject_id, e.action, ${actor.accountId}::uuid
    FROM unnest(${told.map(() => v7())}::uuid[], ${told.map((e) => e.subject)}::text[], ${told.map((e) => e.subjectId)}::text[], ${told.map((e) => e.action)}::text[])
      AS e(id, subject, subject_id, action)`)
}
