import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../../engine/module-server.ts'
import type { StandardRow } from '../../../engine/standards/standard-rows.ts'
import type { Label } from '../../../language/label.ts'
import type { StandardTable } from '../../../language/standard.ts'
import type { PlatformFault } from './platform-client.ts'
import type { Batch, BatchState } from './wire-platform.ts'

/*
 * What was sent, batch by batch and row by row. A batch is written down before it is sent: whatever happens in
 * between, the same rows go out under the same number until the platform has answered.
 */

/** What a row says, as a short text to compare by. */
export const hashOf = ({ values }: StandardRow): Buffer => createHash('sha256').update(JSON.stringify(values)).digest()

/** Those rows that were never accepted as they stand now, and are not on their way so. */
export async function unreported(
  tx: Tx,
  table: StandardTable,
  rows: readonly StandardRow[],
): Promise<readonly StandardRow[]> {
  const known = await tx.run<{
    record_id: string
    hash: Buffer | null
    sending_hash: Buffer | null
    state: string
  }>(sql`
    SELECT record_id, hash, sending_hash, state FROM standard_reported
    WHERE college_id = ${tx.collegeId} AND standard = ${table.standard} AND table_name = ${table.name} AND record_id = ANY(${rows.map((r) => r.id)}::uuid[])`)
  const hashes = new Map(known.map((k) => [k.record_id, k]))
  return rows.filter((row) => {
    const was = hashes.get(row.id)
    if (!was) return true
    const now = hashOf(row)
    // A rejected row goes out again when it has changed: nothing is gained by repeating what was refused.
    const last = was.state === 'accepted' ? was.hash : was.sending_hash
    return !last?.equals(now)
  })
}

/** Writes a batch down: from here on it will be sent, whatever happens. */
export async function prepareBatch(tx: Tx, table: StandardTable, rows: readonly StandardRow[]): Promise<string> {
  const id = v7()
  await tx.run(sql`
    INSERT INTO standard_batches (college_id, id, standard, table_name, state, rows, prepared_at)
    VALUES (${tx.collegeId}, ${id}, ${table.standard}, ${table.name}, 'prepared', ${rows.length}, ${new Date().toISOString()})`)
  await tx.run(sql`
    INSERT INTO standard_reported (college_id, standard, table_name, record_id, sending_hash, batch_id, state)
    SELECT ${tx.collegeId}::uuid, ${table.standard}, ${table.name}, r.id, decode(r.hash, 'hex'), ${id}::uuid, 'sending'
    FROM unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => hashOf(r).toString('hex'))}::text[]) AS r(id, hash)
    ON CONFLICT (college_id, standard, table_name, record_id)
    DO UPDATE SET sending_hash = excluded.sending_hash, batch_id = excluded.batch_id, state = 'sending', column_name = NULL, message = NULL`)
  return id
}

/** Nothing had changed: that this was looked at is written down too. */
export async function noteNothing(tx: Tx, table: StandardTable): Promise<void> {
  const at = new Date().toISOString()
  await tx.run(sql`
    INSERT INTO standard_batches (college_id, id, standard, table_name, state, rows, prepared_at, sent_at, checked_at)
    VALUES (${tx.collegeId}, ${v7()}, ${table.standard}, ${table.name}, 'accepted', 0, ${at}, ${at}, ${at})`)
}

/** The records of a batch that are on their way in it and in no later one. */
export async function recordsOf(tx: Tx, batch: string): Promise<string[]> {
  const rows = await tx.run<{ record_id: string }>(
    sql`SELECT record_id FROM standard_reported WHERE college_id = ${tx.collegeId} AND batch_id = ${batch} ORDER BY record_id`,
  )
  return rows.map((row) => row.record_id)
}

/** Rows of a batch changed between its writing down and its sending: what was sent is what they say now. */
export async function noteSentRows(tx: Tx, batch: string, rows: readonly StandardRow[]): Promise<void> {
  await tx.run(sql`
    UPDATE standard_reported AS r SET sending_hash = decode(n.hash, 'hex')
    FROM unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => hashOf(row).toString('hex'))}::text[]) AS n(id, hash)
    WHERE r.college_id = ${tx.collegeId} AND r.batch_id = ${batch} AND r.record_id = n.id`)
}

export async function noteAttempt(tx: Tx, batch: string, error: Label | null): Promise<void> {
  await tx.run(sql`
    UPDATE standard_batches SET attempts = attempts + 1, error = ${error && JSON.stringify(error)}::jsonb WHERE college_id = ${tx.collegeId} AND id = ${batch}`)
}

export async function noteReceipt(tx: Tx, batch: string, receipt: string): Promise<void> {
  await tx.run(sql`
    UPDATE standard_batches SET state = 'sent', receipt = ${receipt}, sent_at = ${new Date().toISOString()}, error = NULL
    WHERE college_id = ${tx.collegeId} AND id = ${batch}`)
}

/** The platform refuses the batch as a whole: its rows wait until somebody has mended what is wrong. */
export async function noteFailure(tx: Tx, batch: string, error: Label): Promise<void> {
  await tx.run(
    sql`UPDATE standard_batches SET state = 'failed', error = ${JSON.stringify(error)}::jsonb WHERE college_id = ${tx.collegeId} AND id = ${batch}`,
  )
}

/** Back from 32 capital letters and digits to the record. */
const idOfKey = (key: string) => key.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** What the platform's check found, row by row: the others are accepted. */
export async function noteResult(tx: Tx, batch: string, faults: readonly PlatformFault[]): Promise<void> {
  const ids = faults.map((f) => idOfKey(f.key))
  await tx.run(sql`
    UPDATE standard_reported SET state = 'accepted', hash = sending_hash, column_name = NULL, message = NULL
    WHERE college_id = ${tx.collegeId} AND batch_id = ${batch} AND NOT record_id::text = ANY(${ids})`)
  await tx.run(sql`
    UPDATE standard_reported AS r SET state = 'rejected', column_name = f.column_name, message = f.message
    FROM unnest(${ids}::text[], ${faults.map((f) => f.column)}::text[], ${faults.map((f) => f.message)}::text[]) AS f(id, column_name, message)
    WHERE r.college_id = ${tx.collegeId} AND r.batch_id = ${batch} AND r.record_id::text = f.id`)
  await tx.run(sql`
    UPDATE standard_batches SET state = ${faults.length > 0 ? 'faulty' : 'accepted'}, rejected = ${new Set(ids).size}, checked_at = ${new Date().toISOString()}
    WHERE college_id = ${tx.collegeId} AND id = ${batch}`)
}

interface BatchRow {
  readonly id: string
  readonly table_name: string
  readonly state: BatchState
  readonly rows: number
  readonly rejected: number
  readonly attempts: number
  readonly prepared_at: string
  readonly sent_at: string | null
  readonly checked_at: string | null
  readonly receipt: string | null
  readonly error: Label | null
}

const PAGE = 50

export interface BatchesRequest {
  readonly standard: string
  readonly table?: string
  readonly states?: readonly BatchState[]
  readonly after?: string
  readonly oldestFirst?: boolean
  readonly limit?: number
}

/** Batches, newest first unless asked otherwise, page by page. */
export async function listBatches(tx: Tx, request: BatchesRequest): Promise<Batch[]> {
  const { after, oldestFirst } = request
  const rows = await tx.run<BatchRow>(sql`
    SELECT id, table_name, state, rows, rejected, attempts, prepared_at, sent_at, checked_at, receipt, error FROM standard_batches
    WHERE college_id = ${tx.collegeId} AND standard = ${request.standard}
      ${request.table ? sql`AND table_name = ${request.table}` : sql``}
      ${request.states ? sql`AND state = ANY(${[...request.states]})` : sql``}
      ${after ? (oldestFirst ? sql`AND id > ${after}` : sql`AND id < ${after}`) : sql``}
    ORDER BY id ${oldestFirst ? sql`ASC` : sql`DESC`} LIMIT ${request.limit ?? PAGE}`)
  return rows.map((row) => ({
    id: row.id,
    table: row.table_name,
    state: row.state,
    rows: row.rows,
    rejected: row.rejected,
    attempts: row.attempts,
    preparedAt: row.prepared_at,
    sentAt: row.sent_at,
    checkedAt: row.checked_at,
    receipt: row.receipt,
    error: row.error,
  }))
}
