import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { listFaults } from './faults.ts'

/** More than this is "more": a workbench need not know how many. */
const COUNTED = 200

export interface FaultsOwed {
  readonly count: number
  readonly more: boolean
  /** The first day by which one of them is due. */
  readonly dueOn: string | null
}

/** Open faults that are the actor's to mend, of all standards. */
export async function faultsOwed(engine: Engine, tx: Tx, actor: Actor): Promise<FaultsOwed> {
  let count = 0
  let more = false
  let dueOn: string | null = null
  // Most people have none, and what they may read need not be worked out for that.
  const [any] = await tx.run(sql`
    SELECT 1 FROM standard_faults WHERE college_id = ${tx.collegeId} AND assignee_id = ${actor.accountId} AND mended_at IS NULL LIMIT 1`)
  if (!any) return { count, more, dueOn }
  for (const standard of engine.catalogue.standards.keys()) {
    const page = await listFaults(engine, tx, actor, { standard, assignee: actor.accountId, limit: COUNTED })
    count += page.rows.length
    more ||= page.next !== null
    for (const fault of page.rows)
      if (fault.dueOn !== null && (dueOn === null || fault.dueOn < dueOn)) dueOn = fault.dueOn
  }
  return { count, more, dueOn }
}
