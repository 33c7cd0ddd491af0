import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import { type Engine, getRegister } from '../engine.ts'
import { act } from '../records/act.ts'
import { getRecord } from '../records/list.ts'
import { getPeriod } from './periods.ts'

/** Closes an edition against any further change of its figures, or opens it again; by the periods register's own access. */
export async function lockPeriod(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  code: string,
  locked: boolean,
  comment?: string,
): Promise<void> {
  const { id } = await getPeriod(tx, code)
  const { version } = await getRecord(tx, actor, getRegister(engine, 'periods'), id)
  await act(engine, tx, actor, {
    register: 'periods',
    id,
    action: 'update',
    version,
    values: { locked },
    ...(comment ? { comment } : {}),
  })
}
