import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../../engine/module-server.ts'
import type { Columns } from '../reading/columns.ts'
import { readRow } from '../reading/read-row.ts'
import { keepRows } from './keep-rows.ts'

const COLUMNS: Columns = {
  title: ['title'],
  company: ['company'],
  place: ['place'],
  pay: ['pay'],
  education: ['education'],
  experience: ['experience'],
  date: ['date'],
  text: ['text'],
}
const HEADERS = Object.keys(COLUMNS)

/** Keeps advertisements that are at hand instead of in a file (the demo's), with the same reading as any import. */
export async function keepMade(
  tx: Tx,
  { file, rows }: { readonly file: string; readonly rows: readonly object[] },
  today: string,
): Promise<number> {
  const id = v7()
  const read = rows.flatMap((row, at) => {
    const cells = HEADERS.map((header) => String((row as Record<string, unknown>)[header] ?? ''))
    return readRow(HEADERS, COLUMNS, { number: at + 1, cells }, today).read ?? []
  })
  const at = new Date().toISOString()
  const { kept, again } = await keepRows(tx, id, read)
  await tx.run(sql`
    INSERT INTO advertisement_imports (college_id, id, file_name, sha256, columns, state, total, done, kept, again, problems, started_at, finished_at, started_by)
    VALUES (${tx.collegeId}, ${id}, ${file}, '', ${JSON.stringify(COLUMNS)}, 'done', ${rows.length}, ${rows.length}, ${kept}, ${again}, '{}', ${at}, ${at}, 'demo')`)
  return kept
}
