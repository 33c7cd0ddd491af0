import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { Actor } from '../access/actor.ts'
import { reachesNothing, reachOf } from '../access/reach.ts'
import { type Engine, getRegister } from '../engine.ts'
import { getRecord, visibleSql } from './list.ts'
import { refersTo, table } from './stored.ts'

/** Which records refer to this one, by register and field, as far as the actor may see them. */
export async function referringRecords(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  registerName: string,
  id: string,
): Promise<{ register: string; field: string; label: Label; count: number }[]> {
  await getRecord(tx, actor, getRegister(engine, registerName), id)
  const found = []
  for (const other of engine.catalogue.registers.values()) {
    if (reachesNothing(reachOf(other, actor, 'read'))) continue
    for (const [name, field] of Object.entries(other.fields)) {
      if (field.kind !== 'reference' || field.register !== registerName) continue
      const [row] = await tx.run<{ n: number }>(
        sql`SELECT count(*) AS n FROM ${table(other)} WHERE ${visibleSql(other, actor, {}, tx)} AND ${refersTo(other, name, [id])}`,
      )
      if (row && row.n > 0) found.push({ register: other.name, field: name, label: field.label, count: row.n })
    }
  }
  return found
}
