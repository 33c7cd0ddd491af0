import { sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'

/** Months whose part of the table stands, by database. */
const standing = new WeakMap<Engine['database'], Set<string>>()

/** Makes the part of the table for a month, on its own: a write that is refused later does not take it away again. */
export async function ensureMonth({ database }: Pick<Engine, 'database'>, at: string): Promise<void> {
  const known = standing.get(database) ?? new Set()
  standing.set(database, known)
  const month = at.slice(0, 7)
  if (known.has(month)) return
  await database.run(sql`SELECT ensure_learning_month(${at}::timestamptz)`)
  known.add(month)
}
