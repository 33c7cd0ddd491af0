import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { forgetUploads, removeForgotten } from '../../../engine/files/erase-files.ts'
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
    const gone = await forgetUploads(engine, tx, actor.accountId, sha256s)
    return { college: tx.collegeId, gone }
  })
  await removeForgotten(engine, college, gone)
}
