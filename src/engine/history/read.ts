import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { WireHistory } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import { mayReadField } from '../records/allowed.ts'

interface HistoryRow {
  readonly id: string
  readonly at: string
  readonly actor_id: string | null
  readonly actor_name: string
  readonly action: string
  readonly reason: string | null
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

const asWire = (row: HistoryRow): WireHistory => ({
  id: row.id,
  at: row.at,
  actor: row.actor_id ?? '',
  actorName: row.actor_name,
  action: row.action,
  reason: row.reason,
  before: row.before,
  after: row.after,
})

/** What happened to a subject, newest first. */
export async function historyOf(tx: Tx, subject: string, subjectId: string, limit = 200): Promise<WireHistory[]> {
  const rows = await tx.run<HistoryRow>(
    sql`SELECT id, at, actor_id, actor_name, action, reason, before, after FROM history
        WHERE college_id = ${tx.collegeId} AND subject = ${subject} AND subject_id = ${subjectId} ORDER BY id DESC LIMIT ${limit}`,
  )
  return rows.map(asWire)
}

/** The last steps of many subjects of one kind, each newest first, by subject id. */
export async function historiesOf(
  tx: Tx,
  subject: string,
  subjectIds: readonly string[],
  most: number,
): Promise<Map<string, WireHistory[]>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await tx.run<HistoryRow & { readonly subject_id: string }>(sql`
    SELECT subject_id, id, at, actor_id, actor_name, action, reason, before, after FROM (
      SELECT *, row_number() OVER (PARTITION BY subject_id ORDER BY id DESC) AS place FROM history
      WHERE college_id = ${tx.collegeId} AND subject = ${subject} AND subject_id = ANY(${[...subjectIds]}::text[])) AS steps
    WHERE place <= ${most} ORDER BY id DESC`)
  return new Map([...Map.groupBy(rows, (r) => r.subject_id)].map(([id, steps]) => [id, steps.map(asWire)]))
}

/** The last `count` changes, newest first: what was missed by somebody who edited an older version. */
export const changesSince = (tx: Tx, subject: string, subjectId: string, count: number): Promise<WireHistory[]> =>
  historyOf(tx, subject, subjectId, Math.max(1, Math.min(count, 50)))

/** History without the values of fields that the actor may not read. */
export function readableHistory(register: AnyRegister, actor: Actor, history: readonly WireHistory[]): WireHistory[] {
  const open = (values: Readonly<Record<string, unknown>> | null) =>
    values &&
    Object.fromEntries(
      Object.entries(values).filter(([name]) => !(name in register.fields) || mayReadField(register, actor, name)),
    )
  return history.map((h) => ({ ...h, before: open(h.before), after: open(h.after) }))
}
