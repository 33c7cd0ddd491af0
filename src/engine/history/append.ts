import { randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { textList, uuidList } from '../../database/list-parameter.ts'
import type { Actor } from '../access/actor.ts'
import { manyIds, newId } from '../records/many-ids.ts'

/** One thing that happened to one subject. `before` and `after` hold only what changed. */
export interface Event {
  readonly subject: string
  readonly subjectId: string
  readonly action: string
  readonly before?: object | null
  readonly after?: object | null
  readonly reason?: string | null
  /** Its own id, where the caller must know it; else one is made. */
  readonly id?: string
}

/** Writes what happened and, in the same statement, the outbox entry by which others hear of it. */
export async function append(tx: Tx, actor: Actor, at: string, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return
  if (events.length === 1) {
    const [e] = events as readonly [Event]
    const { id = newId() } = e
    await tx.run(sql`
      WITH told AS (INSERT INTO outbox (college_id, id, subject, subject_id, action, actor_id)
        VALUES (${tx.collegeId}, ${id}, ${e.subject}, ${e.subjectId}, ${e.action}, ${actor.accountId}))
      INSERT INTO history (college_id, id, subject, subject_id, at, actor_id, actor_name, action, before, after, reason)
      VALUES (${tx.collegeId}, ${id}, ${e.subject}, ${e.subjectId}, ${at}, ${actor.accountId}, ${actor.name}, ${e.action},
        ${e.before ? JSON.stringify(e.before) : null}, ${e.after ? JSON.stringify(e.after) : null}, ${e.reason ?? null})`)
    return
  }
  await tx.run(manyEvents(tx, actor, at, events))
  await tell(tx, actor, events)
}

/** The statement that writes what happened, all its values packed: it can be made while another one runs. */
export function manyEvents(tx: Tx, actor: Actor, at: string, events: readonly Event[]): RawBuilder<unknown> {
  const subject = columnOf(
    'subject',
    events.map((e) => e.subject),
  )
  const action = columnOf(
    'action',
    events.map((e) => e.action),
  )
  const reason = columnOf(
    'reason',
    events.map((e) => e.reason ?? null),
  )
  const json = (list: readonly (object | null | undefined)[]) =>
    sql`${textList(
      list.map((o) => (o ? JSON.stringify(o) : null)),
      'jsonb',
    )}::jsonb[]`
  const lists = [subject, action, reason].flatMap((column) => column.list ?? [])
  return sql`
    INSERT INTO history (college_id, id, subject, subject_id, at, actor_id, actor_name, action, before, after, reason, salt)
    SELECT ${tx.collegeId}::uuid, e.id, ${subject.value}, e.subject_id, ${at}::timestamptz, ${actor.accountId}::uuid, ${actor.name}, ${action.value}, e.before, e.after, ${reason.value}, e.salt
    FROM (SELECT unnest(${uuidList(manyIds(events.length))}::uuid[]) AS id, unnest(${textList(events.map((e) => e.subjectId))}::text[]) AS subject_id,
      unnest(${json(events.map((e) => e.before))}) AS before, unnest(${json(events.map((e) => e.after))}) AS after, ${sql.join(
        [
          sql`unnest(${uuidList(salts(events.length))}::uuid[]) AS salt`,
          ...lists.map((list) => sql`unnest(${list.array}) AS ${sql.ref(list.name)}`),
        ],
      )}) AS e`
}

/** What the column's default would be; PostgreSQL asks the system for every single one. */
function salts(count: number): string[] {
  const digits = randomBytes(16 * count).toString('hex')
  return Array.from({ length: count }, (_, i) => digits.slice(32 * i, 32 * i + 32))
}

/** Lets others hear of what happened. One entry per subject is enough: they ask what stands now, not what each row was. */
export async function tell(tx: Tx, actor: Actor, events: readonly Event[]): Promise<void> {
  const told = [...new Map(events.map((e) => [e.subject, e])).values()]
  await tx.run(sql`
    INSERT INTO outbox (college_id, id, subject, subject_id, action, actor_id)
    SELECT ${tx.collegeId}::uuid, e.id, e.subject, e.subject_id, e.action, ${actor.accountId}::uuid
    FROM unnest(${told.map(() => newId())}::uuid[], ${told.map((e) => e.subject)}::text[], ${told.map((e) => e.subjectId)}::text[], ${told.map((e) => e.action)}::text[])
      AS e(id, subject, subject_id, action)`)
}

/** A column of many events: one value where all have the same, else a list. */
function columnOf(
  name: string,
  values: readonly (string | null)[],
): { value: RawBuilder<unknown>; list?: { name: string; array: RawBuilder<unknown> } } {
  const [first = null] = values
  if (values.every((value) => value === first)) return { value: sql`${first}::text` }
  return { value: sql.ref(`e.${name}`), list: { name, array: sql`${textList(values)}::text[]` } }
}
