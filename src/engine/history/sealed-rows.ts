import { hash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'

/** A table that is only ever added to, and what its rows are sealed by. */
interface SealedTable {
  /** Kept in every seal: never given to another table. */
  readonly number: number
  readonly table: string
  /** Everything a row says but its id, as a JSON array: moments as seconds, so that no time zone shows. */
  readonly says: RawBuilder<unknown>
  /** When it says that it happened. */
  readonly at: RawBuilder<unknown>
  /** What it is about, for whoever has to be told where a row is missing: no values. */
  readonly subject: RawBuilder<unknown>
  readonly record: RawBuilder<unknown>
}

const epoch = (column: string) => sql`extract(epoch FROM ${sql.ref(column)})`
const array = (text: string) =>
  sql`jsonb_build_array(${sql.join(
    text.split(' ').map((name) => (name.startsWith('@') ? epoch(name.slice(1)) : sql.ref(name))),
  )})::text`

/** The values of a row of history, which may be erased: their hash stays then. */
const HISTORY_VALUES = sql`coalesce(encode(erased, 'hex'), jsonb_build_array(before, after, reason, salt)::text)`

export const sealedTables: readonly SealedTable[] = [
  {
    number: 1,
    table: 'history',
    says: array('subject subject_id @at actor_id actor_name action'),
    at: epoch('at'),
    subject: sql`subject`,
    record: sql`subject_id`,
  },
  {
    number: 2,
    table: 'audit',
    says: array('@at kind actor_id actor_name subject detail address'),
    at: epoch('at'),
    subject: sql`kind`,
    record: sql`''`,
  },
  {
    number: 3,
    table: 'credit_entries',
    says: array(
      'learner_id key from_account to_account credits outcome_id conversion_id institution_id category target turn target_turn reverses @posted_at posted_by',
    ),
    at: epoch('posted_at'),
    subject: sql`from_account || ' → ' || to_account`,
    record: sql`outcome_id::text`,
  },
  {
    number: 4,
    table: 'credit_decisions',
    says: array('learner_id conversion_id rule_id rule_version facts checks @decided_at decided_by'),
    at: epoch('decided_at'),
    subject: sql`'decision'`,
    record: sql`conversion_id::text`,
  },
  {
    number: 5,
    table: 'publications',
    says: array('report_id hash figures files published_by published_by_name @published_at'),
    at: epoch('published_at'),
    subject: sql`'report'`,
    record: sql`report_id::text`,
  },
  {
    number: 6,
    table: 'code_changes',
    says: array(
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
  readonly says: string
  readonly values: string | null
  readonly at: string
  readonly subject: string
  readonly record: string
  readonly is_erased: boolean
  readonly is_half: boolean
}

/**
 * Rows of all sealed tables of the college with ids in an interval, by id.
 * @param after the interval begins above this id
 * @param upto and ends with this one
 */
export async function readSealedRows(tx: Tx, after: string, upto: string, limit: number): Promise<SealedRow[]> {
  const branches = sealedTables.map(({ number, table, says, at, subject, record }) => {
    const isHistory = table === 'history'
    const values = isHistory ? HISTORY_VALUES : sql`NULL`
    const erased = isHistory ? sql`erased IS NOT NULL` : sql`false`
    const half = isHistory ? sql`erased IS NOT NULL AND num_nonnulls(before, after, reason, salt) > 0` : sql`false`
    // Each branch by its own index, cut off by itself: no row is put into words that is not taken.
    return sql`(SELECT ${sql.lit(number)} AS number, id, ${says} AS says, ${values} AS values, ${at}::text AS at, ${subject} AS subject, ${record} AS record,
      ${erased} AS is_erased, ${half} AS is_half
      FROM ${sql.table(table)} WHERE college_id = ${tx.collegeId} AND id > ${after}::uuid AND id <= ${upto}::uuid ORDER BY id LIMIT ${sql.lit(limit)})`
  })
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
    isErased: row.is_erased,
    isHalfErased: row.is_half,
  }))
}

/** Over the hash of its values where it may lose them, so that its seal survives their erasure. */
function hashOf({ number, says, values, is_erased }: Read): Buffer {
  const kept = values === null ? '' : is_erased ? values : hash('sha256', values)
  return hash('sha256', `${number}\n${says}\n${kept}`, 'buffer')
}
