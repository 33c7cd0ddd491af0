import { hash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'

/** A table that is only ever added to, and what its rows are sealed by. */
interface SealedTable {
  /** Kept in every seal: never given to another table. */
  readonly number: number
  readonly table: string
  /** Everything a row says but its id and what follows here, in one text that no other row could have. */
  readonly rest: RawBuilder<unknown>
  /** When it says that it happened. */
  readonly at: RawBuilder<unknown>
  /** What it is about, for whoever has to be told where a row is missing: no values. */
  readonly subject: RawBuilder<unknown>
  readonly record: RawBuilder<unknown>
}

const epoch = (column: string) => sql`extract(epoch FROM ${sql.ref(column)})`
/** Columns as a JSON array: moments (@) as seconds, so that no time zone shows. */
const array = (text: string) =>
  sql`jsonb_build_array(${sql.join(
    text.split(' ').map((name) => (name.startsWith('@') ? epoch(name.slice(1)) : sql.ref(name))),
  )})::text`

const HISTORY = 1

export const sealedTables: readonly SealedTable[] = [
  {
    number: HISTORY,
    table: 'history',
    // Made by the thousand: put together as cheaply as can be. Only the last part is free text.
    rest: sql`coalesce(actor_id::text, '') || chr(31) || action || chr(31) || actor_name`,
    at: epoch('at'),
    subject: sql`subject`,
    record: sql`subject_id`,
  },
  {
    number: 2,
    table: 'audit',
    rest: array('@at kind actor_id actor_name subject detail address'),
    at: epoch('at'),
    subject: sql`kind`,
    record: sql`''`,
  },
  {
    number: 3,
    table: 'credit_entries',
    rest: array(
      'learner_id key from_account to_account credits outcome_id conversion_id institution_id category target turn target_turn reverses @posted_at posted_by',
    ),
    at: epoch('posted_at'),
    subject: sql`from_account || ' → ' || to_account`,
    record: sql`outcome_id::text`,
  },
  {
    number: 4,
    table: 'credit_decisions',
    rest: array('learner_id conversion_id rule_id rule_version facts checks @decided_at decided_by'),
    at: epoch('decided_at'),
    subject: sql`'decision'`,
    record: sql`conversion_id::text`,
  },
  {
    number: 5,
    table: 'publications',
    rest: array('report_id hash figures files published_by published_by_name @published_at'),
    at: epoch('published_at'),
    subject: sql`'report'`,
    record: sql`report_id::text`,
  },
  {
    number: 6,
    table: 'code_changes',
    rest: array(
      'list value version action zh en official @valid_from @retired_from is_void @at actor_id actor_name reason',
    ),
    at: epoch('at'),
    subject: sql`list`,
    record: sql`value`,
  },
]

/** A row as its seal knows it. */
export interface SealedRow {
  /** Of its table: see sealedTables. */
  readonly number: number
  readonly id: string
  /** SHA-256 of what it says, without its id. */
  readonly hash: Buffer
  /** When it says that it happened, in milliseconds. */
  readonly at: number
  readonly subject: string
  readonly record: string
  /** Its values were erased: only their hash is there. */
  readonly isErased: boolean
  /** Something is left of values that are said to be erased. */
  readonly isHalfErased: boolean
}

interface Read {
  readonly number: number
  readonly id: string
  readonly at: string
  readonly subject: string
  readonly record: string
  readonly rest: string
  /** Of history, whose values may be erased; JSON as PostgreSQL prints it. */
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  readonly salt: string | null
  readonly erased: string | null
}

const VALUES = sql`before::text AS before, after::text AS after, reason, salt::text AS salt, encode(erased, 'hex') AS erased`
const NO_VALUES = sql`NULL, NULL, NULL, NULL, NULL`

/**
 * Rows of all sealed tables of the college with ids in an interval, by id.
 * @param after the interval begins above this id
 * @param upto and ends with this one
 */
export async function readSealedRows(tx: Tx, after: string, upto: string, limit: number): Promise<SealedRow[]> {
  const branches = sealedTables.map(
    // Each branch by its own index, cut off by itself: no row is put into words that is not taken.
    ({ number, table, rest, at, subject, record }) =>
      sql`(SELECT ${sql.lit(number)} AS number, id, ${at}::text AS at, ${subject} AS subject, ${record} AS record, ${rest} AS rest,
      ${table === 'history' ? VALUES : NO_VALUES}
      FROM ${sql.table(table)} WHERE college_id = ${tx.collegeId} AND id > ${after}::uuid AND id <= ${upto}::uuid ORDER BY id LIMIT ${sql.lit(limit)})`,
  )
  const rows = await tx.run<Read>(
    sql`${sql.join(branches, sql` UNION ALL `)} ORDER BY id, number LIMIT ${sql.lit(limit)}`,
  )
  return rows.map((row) => ({
    number: row.number,
    id: row.id,
    hash: hashOf(row),
    at: Number(row.at) * 1000,
    subject: row.subject,
    record: row.record,
    isErased: row.erased !== null,
    isHalfErased: row.erased !== null && valuesOf(row).some((value) => value !== null),
  }))
}

const valuesOf = ({ before, after, reason, salt }: Read) => [before, after, reason, salt]

/** Over the hash of its values where it may lose them, so that its seal survives their erasure (as erase_history has it). */
function hashOf(row: Read): Buffer {
  const { number, subject, record, at, rest } = row
  // No text of PostgreSQL's has a zero byte: nothing can be moved from one value to the next.
  const values = () => valuesOf(row).map((value) => (value === null ? '' : `=${value}`))
  const kept = number !== HISTORY ? '' : (row.erased ?? hash('sha256', values().join('\0')))
  return hash('sha256', `${number}\n${subject}\x1f${record}\x1f${at}\x1f${rest}\n${kept}`, 'buffer')
}
