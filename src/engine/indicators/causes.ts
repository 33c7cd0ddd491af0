import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Indicator } from '../../language/indicator.ts'
import type { WireHistory } from '../../language/wire.ts'
import type { Actor } from '../access/actor.ts'
import { reachesNothing, reachOf } from '../access/reach.ts'
import type { Engine } from '../engine.ts'
import { readableHistory } from '../history/read.ts'
import { registersBehind } from './compute.ts'
import { FIGURE } from './refresh.ts'
import { titlesOf } from '../records/present.ts'
import { findRecord } from '../records/list.ts'

/** A change of a record that may have moved a figure since somebody last stood by it. */
export interface Cause extends WireHistory {
  readonly register: string
  readonly recordId: string
  readonly title: string
}

const MOST = 30

/** Changes of records behind a figure since it was last reviewed, approved or accepted: who, when, what and why. */
export async function causesOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  indicator: Indicator,
  figureIdentity: string,
): Promise<Cause[]> {
  const [since] = await tx.run<{ at: string }>(
    sql`SELECT at FROM history WHERE college_id = ${tx.collegeId} AND subject = ${FIGURE} AND subject_id = ${figureIdentity}
        AND action IN ('review', 'approve', 'publish', 'enter', 'accept') ORDER BY id DESC LIMIT 1`,
  )
  if (!since) return []
  const open = [...registersBehind(engine.catalogue, indicator)].filter(
    (name) => !reachesNothing(reachOf(engine.catalogue.registers.get(name)!, actor, 'read')),
  )
  const rows = await tx.run<{
    id: string
    subject: string
    subject_id: string
    at: string
    actor_id: string
    actor_name: string
    action: string
    reason: string | null
    before: Record<string, unknown> | null
    after: Record<string, unknown> | null
  }>(sql`
    SELECT id, subject, subject_id, at, actor_id, actor_name, action, reason, before, after FROM history
    WHERE college_id = ${tx.collegeId} AND subject = ANY(${open}::text[]) AND at > ${since.at} ORDER BY id DESC LIMIT ${MOST}`)
  const found: Cause[] = []
  for (const row of rows) {
    const register = engine.catalogue.registers.get(row.subject)!
    // Only records within the actor's reach are named.
    if (!(await findRecord(tx, actor, register, row.subject_id))) continue
    const title = (await titlesOf(engine, tx, row.subject, [row.subject_id])).get(row.subject_id) ?? ''
    const [change] = readableHistory(register, actor, [
      {
        id: row.id,
        at: row.at,
        actor: row.actor_id,
        actorName: row.actor_name,
        action: row.action,
        reason: row.reason,
        before: row.before,
        after: row.after,
      },
    ])
    found.push({ ...change!, register: row.subject, recordId: row.subject_id, title })
  }
  return found
}
