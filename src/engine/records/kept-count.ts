import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../../database/connection.ts'

interface Kept {
  readonly n: number
  readonly seen: string
  readonly at: number
}

const KEPT_MS = 10_000
const MOST_KEPT = 1000
const kept = new WeakMap<Database, Map<string, Kept>>()

/**
 * Counts rows, unless the same was counted just now and nobody has written since. PostgreSQL says what a statement sees of
 * everybody's writing (`Tx.seen`), and two that see the same count the same: nothing is guessed, and no other program
 * need be told of a change.
 * @param what says all that the count depends on besides the rows; null where nothing says it, and it is counted anew
 * @param rows the statement whose rows are counted
 */
export async function keptCount(
  database: Database,
  tx: Tx,
  what: string | null,
  rows: RawBuilder<unknown>,
): Promise<number> {
  const counts = kept.get(database) ?? new Map<string, Kept>()
  kept.set(database, counts)
  const known = what === null ? undefined : counts.get(what)
  const at = Date.now()
  if (known && at - known.at < KEPT_MS) {
    const [now] = await tx.run<{ seen: string | null }>(sql`SELECT ${tx.seen} AS seen`)
    if (now?.seen === known.seen) return known.n
  }
  const [row] = await tx.run<{ n: number; seen: string | null }>(
    sql`SELECT count(*) AS n, ${tx.seen} AS seen FROM (${rows}) AS counted`,
  )
  const { n, seen } = row!
  if (counts.size >= MOST_KEPT) counts.clear()
  if (what !== null && seen !== null) counts.set(what, { n, seen, at })
  return n
}
