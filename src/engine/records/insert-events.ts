import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import { snake, tableOf } from '../../database/plan.ts'
import { sqlOf } from '../../fields/sqls.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { append } from '../history/append.ts'
import type { NewRow } from './write-rows.ts'

/** Rows in one piece of the stream to PostgreSQL. */
const PIECE = 2000

/**
 * Appends events: rows by COPY, one entry of history and outbox for the batch. Every row must have been checked.
 * @param taken what becomes of an event whose key is there already: the whole batch is refused, or the event is passed over
 * @returns how many were written
 * @throws the database's error when a key is taken and `taken` is 'refuse': the caller explains it
 */
export async function insertEvents(
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  rows: readonly NewRow[],
  reason: string | null = null,
  taken: 'refuse' | 'skip' = 'refuse',
): Promise<number> {
  const at = new Date().toISOString()
  const batch = v7()
  if (rows.length === 0) return 0
  await ensureMonths(tx, register, rows)
  const names = Object.keys(register.fields)
  const head = ['college_id', 'id', 'state', 'version', 'unit_id', 'owner_id', 'created_by', 'created_at', 'updated_at']
  const columns = [...head, ...names.map(snake)]
  const list = columns.map((name) => `"${name}"`).join(', ')
  const writers = names.map((name) => {
    const { write } = sqlOf(register.fields[name]!)
    return (row: NewRow) => {
      const value = row.values[name]
      return value === null || value === undefined ? NULL : cell(write(value))
    }
  })
  const end = `${actor.accountId ?? NULL}\t${at}\t${at}`
  const line = (row: NewRow) =>
    `${tx.collegeId}\t${row.id}\t${row.state}\t1\t${row.unitId}\t${row.ownerId ?? NULL}\t${end}\t${writers.map((w) => w(row)).join('\t')}\n`
  function* pieces() {
    for (let start = 0; start < rows.length; start += PIECE)
      yield rows
        .slice(start, start + PIECE)
        .map(line)
        .join('')
  }
  // COPY knows no policies of colleges: rows come through a table of this transaction, and INSERT holds them to the policy.
  const table = `records."${tableOf(register)}"`
  await tx.client.query(`CREATE TEMP TABLE arriving ON COMMIT DROP AS SELECT ${list} FROM ${table} WITH NO DATA`)
  await pipeline(Readable.from(pieces()), tx.client.query(copyFrom(`COPY arriving (${list}) FROM STDIN`)))
  const { rowCount } = await tx.client.query(
    `INSERT INTO ${table} (${list}) SELECT ${list} FROM arriving${taken === 'skip' ? ' ON CONFLICT DO NOTHING' : ''}`,
  )
  await tx.client.query('DROP TABLE arriving')
  const written = rowCount ?? 0
  if (written === 0) return 0
  await append(tx, actor, at, [
    { subject: register.name, subjectId: batch, action: 'append', after: { rows: written }, reason },
  ])
  return written
}

const NULL = '\\N'

/** One value in COPY's text format. */
function cell(value: unknown): string {
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (Array.isArray(value)) return cell(`{${value.map((v) => JSON.stringify(String(v))).join(',')}}`)
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => ESCAPED[c]!) : text
}
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** The parts of the table in which the rows will lie. */
export async function ensureMonths(
  tx: Tx,
  register: AnyRegister,
  rows: readonly Pick<NewRow, 'values'>[],
): Promise<void> {
  const months = new Set(rows.map((row) => String(row.values[register.eventsAt!]).slice(0, 7)))
  for (const month of months)
    await tx.run(sql`SELECT records.ensure_month(${tableOf(register)}, ${`${month}-01`}::date)`)
}
