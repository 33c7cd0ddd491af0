import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { forgetFiles, removeForgotten } from '../../../engine/files/erase-files.ts'
import type { Tx } from '../../../engine/module-server.ts'

/**
 * Takes a report that was sent to be audited off the server's disk, once it is in memory: it may be anybody's, and no
 * record holds it. What others sent too, or something holds, stays theirs.
 */
export async function forgetSent(
  engine: Engine,
  withActor: <T>(work: (tx: Tx, actor: Actor) => Promise<T>) => Promise<T>,
  sha256s: readonly string[],
): Promise<void> {
  if (sha256s.length === 0) return
  const { college, gone } = await withActor(async (tx, actor) => {
    const lonely: string[] = []
    for (const sha256 of sha256s) {
      await tx.run(
        sql`DELETE FROM uploads WHERE college_id = ${tx.collegeId} AND account_id = ${actor.accountId} AND sha256 = ${sha256}`,
      )
      const others = await tx.run(
        sql`SELECT 1 FROM uploads WHERE college_id = ${tx.collegeId} AND sha256 = ${sha256} LIMIT 1`,
      )
      if (others.length === 0) lonely.push(sha256)
    }
    await forgetFiles(engine, tx, lonely)
    return { college: tx.collegeId, gone: lonely }
  })
  await removeForgotten(engine, college, gone)
}
