import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { reachOf } from '../../../../engine/access/reach.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { tableOf } from '../fact-sql.ts'

/** Is it the account of whoever acts: as a person of the college, or as a citizen who signed in to it? */
export const isOwnAccount = (actor: Actor, learner: { readonly id: string; readonly person: string | null }): boolean =>
  actor.accountId === learner.id || (learner.person !== null && learner.person === actor.personId)

/** Does the actor write records of their own only? */
export function writesOwnOnly(engine: Engine, actor: Actor, register: string): boolean {
  const reach = reachOf(getRegister(engine, register), actor, 'write')
  return !reach.all && reach.units.length === 0
}

/** The person of the college that a learner is; null when they are none. */
export async function personOf(engine: Engine, tx: Tx, learner: string): Promise<string | null> {
  const [row] = await tx.run<{ person: string | null }>(sql`
    SELECT person FROM ${tableOf(engine, 'credit-learners')} WHERE college_id = ${tx.collegeId} AND id = ${learner}`)
  return row?.person ?? null
}
