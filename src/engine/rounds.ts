import { sql } from 'kysely'
import type { Database } from '../database/connection.ts'

/** How many colleges are looked at in one round although nobody here wrote in them. */
const FEW = 20

/** Which colleges background work looks at, one round after the other. */
export interface Rounds {
  /**
   * Those in which this program wrote, and a few of the others in turn: what another program wrote and left, or this one
   * before it was killed, is found within a time that grows with the colleges; the cost of a round does not.
   */
  next(): Promise<string[]>
  /** What was written before a moment (ms) needs no further look. */
  done(before: number): void
}

/** Rounds over the colleges of a database, from now on. @param few for tests */
export function createRounds(database: Database, few = FEW): Rounds {
  const written = new Map<string, number>()
  database.onWrite((college) => written.set(college, Date.now()))
  let last: string | null = null
  return {
    async next() {
      const others: { id: string }[] = await database.run<{ id: string }>(
        sql`SELECT id FROM colleges WHERE ${last}::uuid IS NULL OR id > ${last}::uuid ORDER BY id LIMIT ${few}`,
      )
      // Behind the last one the turn begins again.
      last = others.length < few ? null : others.at(-1)!.id
      return [...new Set([...written.keys(), ...others.map(({ id }) => id)])]
    },
    done(before) {
      for (const [college, at] of written) if (at < before) written.delete(college)
    },
  }
}
