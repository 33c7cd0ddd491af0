import type { Tx } from '../database/connection.ts'
import type { Actor } from './access/actor.ts'
import { type Engine, getRegister } from './engine.ts'
import { getRecord } from './records/list.ts'

/** Makes sure that the actor may see a record before anything that hangs on it is shown or added. @throws Refusal 404 */
export async function seeRecord(engine: Engine, tx: Tx, actor: Actor, register: string, id: string): Promise<void> {
  await getRecord(tx, actor, getRegister(engine, register), id)
}
