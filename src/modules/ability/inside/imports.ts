import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Actor, may } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import type { Engine } from '../../../engine/engine.ts'
import { mayOpenFile } from '../../../engine/files/may-open.ts'
import { openFile } from '../../../engine/files/store.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import { SheetError } from '../../../engine/sheets/sheet-error.ts'
import { type Columns, guessColumns, headersKey } from '../reading/columns.ts'
import { type FileRow, type FileRows, fileRows } from '../reading/file-rows.ts'
import { type ReadRow, readRow, type RowProblem } from '../reading/read-row.ts'
import type { Dictionary } from '../understanding/find-skills.ts'
import type { WireImport, WirePreview } from '../wire.ts'
import { keepRows } from './keep-rows.ts'
import { dictionaryOf, type OwnDictionary } from './own-dictionary.ts'

/** Whoever writes reports brings advertisements in. @throws Refusal 403 */
export function checkMayBring(engine: Engine, actor: Actor): void {
  if (!may(engine.catalogue, actor, 'reports.write'))
    throw notAllowed({ zh: '导入招聘信息', en: 'bring in advertisements' })
}

interface Sent {
  readonly sha256: string
  readonly fileName: string
}

/** Reads a sent file. @throws Refusal 404, 422 */
async function rowsOf(engine: Engine, tx: Tx, { sha256, fileName }: Sent): Promise<FileRows> {
  const { stream } = await openFile(engine, tx, sha256)
  try {
    return await fileRows(new Uint8Array(await buffer(stream)), fileName)
  } catch (error) {
    if (error instanceof SheetError) throw new Refusal('invalid', error.text)
    throw error
  }
}

/** What a sent file holds and how its columns are likely meant: as mapped the last time, else by their names. */
export async function previewFile(engine: Engine, tx: Tx, actor: Actor, sent: Sent): Promise<WirePreview> {
  checkMayBring(engine, actor)
  if (!(await mayOpenFile(engine, tx, actor, sent.sha256)))
    throw new Refusal('not-found', {
      zh: '没有找到这个文件，请重新选择',
      en: 'This file was not found: choose it again',
    })
  const { headers, rows, unread } = await rowsOf(engine, tx, sent)
  const [known] = await tx.run<{ columns: Columns }>(sql`
    SELECT columns FROM advertisement_columns WHERE college_id = ${tx.collegeId} AND headers = ${headersKey(headers)}`)
  return {
    headers: headers.filter(Boolean),
    total: rows.length,
    unread: unread.length,
    columns: known?.columns ?? guessColumns(headers),
    isRemembered: known !== undefined,
    first: rows.slice(0, 3).map(({ cells }) => headers.map((_, at) => (cells[at] ?? '').slice(0, 120))),
  }
}

/** Remembers the columns and notes the import; the job does the rest. @throws Refusal 403, 404, 409, 422 */
export async function beginImport(engine: Engine, tx: Tx, actor: Actor, sent: Sent, columns: Columns): Promise<string> {
  const { headers, total } = await previewFile(engine, tx, actor, sent)
  const missing = Object.values(columns)
    .flat()
    .find((header) => !headers.includes(header))
  if (missing !== undefined)
    throw new Refusal('invalid', { zh: `文件里没有“${missing}”这一列`, en: `The file has no column "${missing}"` })
  if (columns.title === undefined && columns.text === undefined)
    throw new Refusal('invalid', {
      zh: '请至少指定职位名称或职位描述所在的列',
      en: 'Say which column holds the title or the text',
    })
  const [same] = await tx.run<{ id: string }>(sql`
    SELECT id FROM advertisement_imports WHERE college_id = ${tx.collegeId} AND sha256 = ${sent.sha256} AND state <> 'failed'`)
  if (same)
    throw new Refusal('conflict', {
      zh: '这个文件已经导入过，不会重复计数',
      en: 'This file was brought in before and is not counted twice',
    })
  const at = new Date().toISOString()
  await tx.run(sql`
    INSERT INTO advertisement_columns (college_id, headers, columns, changed_at, changed_by)
    VALUES (${tx.collegeId}, ${headersKey(headers)}, ${JSON.stringify(columns)}, ${at}, ${actor.name})
    ON CONFLICT (college_id, headers) DO UPDATE SET columns = excluded.columns, changed_at = excluded.changed_at, changed_by = excluded.changed_by`)
  const id = v7()
  await tx.run(sql`
    INSERT INTO advertisement_imports (college_id, id, file_name, sha256, columns, state, total, done, kept, again, problems, started_at, started_by)
    VALUES (${tx.collegeId}, ${id}, ${sent.fileName}, ${sent.sha256}, ${JSON.stringify(columns)}, 'running', ${total}, 0, 0, 0, '{}', ${at}, ${actor.name})`)
  return id
}

/** Rows kept in one transaction. */
const BATCH = 2000
/** Rows read before others have their turn. */
const TURN = 50

interface Batch {
  readonly rows: readonly ReadRow[]
  readonly problems: readonly RowProblem[]
}

async function readBatch(
  headers: readonly string[],
  columns: Columns,
  rows: readonly FileRow[],
  day: string,
  dictionary: Dictionary,
): Promise<Batch> {
  const kept: ReadRow[] = []
  const problems: RowProblem[] = []
  for (const [at, row] of rows.entries()) {
    if (at % TURN === 0) await setImmediate()
    const { read, problems: of } = readRow(headers, columns, row, day, dictionary)
    problems.push(...of)
    if (read !== undefined) kept.push(read)
  }
  return { rows: kept, problems }
}

/**
 * Reads and keeps what is left of an import, in short transactions.
 * @returns how many advertisements were kept and how many were postings of known ones
 */
export async function runImport(
  engine: Engine,
  college: string,
  id: string,
  progress: (done: number, total: number) => Promise<void> = async () => {},
  signal?: AbortSignal,
): Promise<{ kept: number; again: number }> {
  const { rows, headers, unread, columns } = await engine.database.inCollege(college, async (tx) => {
    const [one] = await tx.run<{ file_name: string; sha256: string; columns: Columns }>(sql`
      SELECT file_name, sha256, columns FROM advertisement_imports WHERE college_id = ${college} AND id = ${id}`)
    if (!one) throw new Error(`There is no import ${id}`)
    return { ...(await rowsOf(engine, tx, { sha256: one.sha256, fileName: one.file_name })), columns: one.columns }
  })
  const problems: Partial<Record<RowProblem | 'not-json', number>> =
    unread.length > 0 ? { 'not-json': unread.length } : {}
  const day = today()
  let kept = 0
  let again = 0
  let own = await engine.database.inCollege(college, (tx) => dictionaryOf(tx))
  const read = (from: number) => readBatch(headers, columns, rows.slice(from, from + BATCH), day, own.dictionary)
  let batch = await read(0)
  for (let from = 0; from < rows.length && !signal?.aborted;) {
    const done = Math.min(from + BATCH, rows.length)
    const keep = async (tx: Tx): Promise<OwnDictionary> => {
      // Whoever decides on a term waits for this row: what is kept here is read by the terms in force, or anew.
      await tx.run(sql`SELECT id FROM advertisement_imports WHERE college_id = ${college} AND id = ${id} FOR UPDATE`)
      const inForce = await dictionaryOf(tx, own)
      if (inForce !== own) return inForce
      for (const problem of batch.problems) problems[problem] = (problems[problem] ?? 0) + 1
      const counts = await keepRows(tx, id, batch.rows)
      kept += counts.kept
      again += counts.again
      await tx.run(sql`
        UPDATE advertisement_imports SET done = ${done}, kept = kept + ${counts.kept}, again = again + ${counts.again}, problems = ${JSON.stringify(problems)}
        WHERE college_id = ${college} AND id = ${id}`)
      return own
    }
    // The next rows are read while the database keeps these.
    const [inForce, next] = await Promise.all([engine.database.inCollege(college, keep), read(done)])
    if (inForce !== own) {
      own = inForce
      batch = await read(from)
      continue
    }
    batch = next
    from = done
    await progress(done, rows.length)
  }
  if (!signal?.aborted)
    await engine.database.inCollege(college, (tx) =>
      tx.run(sql`
        UPDATE advertisement_imports SET state = 'done', finished_at = ${new Date().toISOString()}
        WHERE college_id = ${college} AND id = ${id}`),
    )
  return { kept, again }
}

/** What was brought in, the latest first, with what could not be read. */
export async function listImports(tx: Tx): Promise<WireImport[]> {
  const rows = await tx.run<{
    id: string
    file_name: string
    state: WireImport['state']
    total: number
    done: number
    kept: number
    again: number
    problems: Record<string, number>
    started_at: Date
    started_by: string
  }>(sql`
    SELECT id, file_name, state, total, done, kept, again, problems, started_at, started_by FROM advertisement_imports
    WHERE college_id = ${tx.collegeId} ORDER BY id DESC LIMIT 50`)
  return rows.map(({ file_name, started_at, started_by, ...row }) => ({
    ...row,
    fileName: file_name,
    startedAt: new Date(started_at).toISOString(),
    startedBy: started_by,
  }))
}
