import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { readableTitles } from '../../../engine/records/readable-titles.ts'
import type { StandardTable } from '../../../language/standard.ts'
import type { RejectedOf, RejectedRow } from './wire-platform.ts'

/** More rows of one table than this are not listed: they have the same cause. */
const LISTED = 500

/** Tables with rows that the platform rejected. */
export const countRejected = (tx: Tx, standard: string): Promise<RejectedOf[]> =>
  tx.run<RejectedOf>(sql`
    SELECT table_name AS "table", count(*) AS rows FROM standard_reported
    WHERE college_id = ${tx.collegeId} AND standard = ${standard} AND state = 'rejected' GROUP BY table_name ORDER BY table_name`)

/** Rows of a table that the platform rejected: its words, the column, and the record to mend. */
export async function listRejected(engine: Engine, tx: Tx, actor: Actor, table: StandardTable): Promise<RejectedRow[]> {
  const rows = await tx.run<{
    record_id: string
    column_name: string | null
    message: string | null
    batch: string
  }>(sql`
    SELECT record_id, column_name, message, batch_id AS batch FROM standard_reported
    WHERE college_id = ${tx.collegeId} AND standard = ${table.standard} AND table_name = ${table.name} AND state = 'rejected'
    ORDER BY record_id LIMIT ${LISTED}`)
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
