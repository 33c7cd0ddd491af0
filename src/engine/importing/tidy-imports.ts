import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Engine } from '../engine.ts'
import { removeSheets } from './stored-sheet.ts'

const DAY_MS = 86_400_000
/** How long a preview can still be accepted. */
const PREVIEW_DAYS = 7

/**
 * Takes away previews that nobody accepted in a week, and sheets whose preview was taken away by an earlier run: a
 * sheet goes only once it is certain that no import has it. An import that somebody is deciding just now is left alone.
 */
export async function tidyImports(
  engine: Engine,
  tx: Tx,
  now = Date.now(),
): Promise<{ previews: number; sheets: number }> {
  const before = now - PREVIEW_DAYS * DAY_MS
  const sheets = await removeSheets(engine, tx.collegeId, before, async (ids) => {
    const rows = await tx.run<{ id: string }>(
      sql`SELECT id FROM imports WHERE college_id = ${tx.collegeId} AND id::text = ANY(${[...ids]}::text[])`,
    )
    return new Set(rows.map((row) => row.id))
  })
  const previews = await tx.change(sql`
    DELETE FROM imports WHERE college_id = ${tx.collegeId} AND id IN (
      SELECT id FROM imports WHERE college_id = ${tx.collegeId} AND state <> 'accepted' AND created_at < ${new Date(before).toISOString()}
      FOR UPDATE SKIP LOCKED)`)
  return { previews, sheets }
}
