import type { Tx } from '../database/connection.ts'
import { getAccountByName } from '../engine/access/accounts.ts'
import { type Actor, asSystem } from '../engine/access/actor.ts'
import { heldAt } from '../engine/access/find-session.ts'
import type { Engine } from '../engine/engine.ts'
import { unitTree } from '../engine/units.ts'

/**
 * Whoever a command acts as: an account with the roles valid today, or the system when none is named.
 * @throws Refusal 404 when there is no such account
 */
export async function actingAs(engine: Engine, tx: Tx, account: string | undefined, reason: string): Promise<Actor> {
  const system = asSystem(tx.collegeId, reason)
  if (account === undefined || account === 'system') return system
  const found = await getAccountByName(engine, tx, system, account)
  const tree = await unitTree(engine.database, tx)
  const held = found.assignments.filter((a) => a.isValid && tree.units.has(a.unitId))
  return {
    collegeId: tx.collegeId,
    accountId: found.id,
    personId: found.personId,
    name: found.personName,
    lang: found.lang,
    held: held.map((a) => heldAt(tree, a.role, a.unitId)),
  }
}
