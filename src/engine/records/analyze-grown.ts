import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import { tableOf } from '../../database/plan.ts'

/** Below this the planner guesses well enough. */
const MANY = 5000
/** PostgreSQL itself analyzes a table within minutes after a tenth of it changed: only what came at once is for us. */
const GROWN = 4

/**
 * Tells the planner of rows that came at once, so that what reads them next need not guess at an empty table.
 * @param table a register, or a table of the engine that grew with it
 * @param written rows since it was last asked
 * @returns whether the table was analyzed
 */
export async function analyzeGrown(tx: Tx, table: { readonly name: string }, written: number): Promise<boolean> {
  if (written < MANY) return false
  const name = tableOf(table)
  const [known] = await tx.run<{ rows: number }>(sql`
    SELECT greatest(reltuples, 0)::bigint AS rows FROM pg_class
    WHERE oid = coalesce(to_regclass(${`records.${name}`}), to_regclass(${`public.${name}`}))`)
  if (!known || written < GROWN * known.rows) return false
  await tx.run(sql`SELECT analyze_tables(${[name]}::text[])`)
  return true
}
