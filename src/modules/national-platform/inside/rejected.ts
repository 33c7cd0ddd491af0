import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { readableTitles } from '../../../engine/records/readable-titles.ts'
import { remarksInReach } from '../../../engine/standards/columns-in-reach.ts'
import type { StandardTable } from '../../../language/standard.ts'
import type { RejectedOf, RejectedRow } from './wire-platform.ts'

/** More rows of one table than this are not listed: they have the same cause. */
const LISTED = 500

/** Tables with rows that the platform rejected, as far as the actor may see them. */
export async function countRejected(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  tables: readonly StandardTable[],
): Promise<RejectedOf[]> {
  const within = tables.flatMap((own) => remarksInReach(engine, tx, actor, own) ?? [])
  if (within.length === 0) return []
  return tx.run<RejectedOf>(sql`
    SELECT f.table_name AS "table", count(*) AS rows FROM standard_reported AS f
    WHERE f.college_id = ${tx.collegeId} AND f.standard = ${tables[0]!.standard} AND f.state = 'rejected' AND (${sql.join(within, sql` OR `)})
    GROUP BY f.table_name ORDER BY f.table_name`)
}

/**
 * Rows of a table that the platform rejected: its words, the column, and the record to mend. The words may repeat the
 * value, so they are shown to whoever may read it, as faults are.
 */
export async function listRejected(engine: Engine, tx: Tx, actor: Actor, table: StandardTable): Promise<RejectedRow[]> {
  const within = remarksInReach(engine, tx, actor, table)
  if (within === null) return []
  const rows = await tx.run<{
    record_id: string
    column_name: string | null
    message: string | null
    batch: string
  }>(sql`
    SELECT f.record_id, f.column_name, f.message, f.batch_id AS batch FROM standard_reported AS f
    WHERE f.college_id = ${tx.collegeId} AND f.standard = ${table.standard} AND f.state = 'rejected' AND ${within}
    ORDER BY f.record_id LIMIT ${LISTED}`)
  const ids = rows.map((row) => row.record_id)
  const titles = await readableTitles(engine, tx, actor, table.register, ids)
  return rows.map((row) => ({
    recordId: row.record_id,
    register: table.register,
    title: titles.get(row.record_id) ?? null,
    column: row.column_name,
    columnLabel: table.columns.find(([, name]) => name === row.column_name)?.[2] ?? row.column_name,
    message: row.message,
    batch: row.batch,
  }))
}
