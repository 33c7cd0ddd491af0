import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { type Actor, may } from '../access/actor.ts'
import { reachesNothing, reachOf } from '../access/reach.ts'
import type { Engine } from '../engine.ts'
import { mayAdd } from './guards.ts'
import { visibleSql } from './list.ts'
import { table } from './stored.ts'

/** Beyond this, a menu says "more than". */
const COUNTED = 10_000

/** The registers open to the actor, with what they may do and how many records they see. */
export async function visibleCounts(
  engine: Engine,
  tx: Tx,
  actor: Actor,
): Promise<Record<string, { read: boolean; create: boolean; export: boolean; count: number; more: boolean }>> {
  const open = [...engine.catalogue.registers.values()].filter((r) => !reachesNothing(reachOf(r, actor, 'read')))
  if (open.length === 0) return {}
  const parts = open.map(
    (r) =>
      sql`SELECT ${r.name}::text AS name, (SELECT count(*) FROM (SELECT 1 FROM ${table(r)} WHERE ${visibleSql(r, actor, {}, tx)} LIMIT ${COUNTED + 1}) AS c) AS n`,
  )
  const rows = await tx.run<{ name: string; n: number }>(sql`${sql.join(parts, sql` UNION ALL `)}`)
  const counts = new Map(rows.map((r) => [r.name, r.n]))
  return Object.fromEntries(
    open.map((r) => [
      r.name,
      {
        read: true,
        create: mayAdd(engine, actor, r.name) && !reachesNothing(reachOf(r, actor, 'write')),
        export: may(engine.catalogue, actor, 'data.export'),
        count: Math.min(counts.get(r.name) ?? 0, COUNTED),
        more: (counts.get(r.name) ?? 0) > COUNTED,
      },
    ]),
  )
}
