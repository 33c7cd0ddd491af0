import type { Actor } from '../../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { getRecord } from '../../../../engine/records/list.ts'
import { notAllowed } from '../../../../engine/refusal.ts'
import type { WireRoom } from '../../wire-money.ts'
import { canClaim } from './can-claim.ts'
import { type Cell, roomOf } from './room.ts'

/** What a task may still spend, for whoever may claim for it. @throws Refusal 403; 404 when the task is out of sight */
export async function showRoom(engine: Engine, tx: Tx, actor: Actor, cell: Cell): Promise<WireRoom> {
  if (!canClaim(engine, actor)) throw notAllowed({ zh: '报账', en: 'make claims' })
  await getRecord(tx, actor, getRegister(engine, 'plan-tasks'), cell.task)
  return roomOf(engine, tx, cell)
}
