import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '../database/connection.ts'
import type { Engine } from './engine.ts'
import { tidyImports } from './importing/tidy-imports.ts'
import { forgetRuns } from './jobs/runs.ts'

const DAY_MS = 86_400_000
/** How long it can be seen what ran in the background. */
const RUNS_DAYS = 90

/** Takes away what nobody can use any more: ended sessions and challenges, old runs of jobs, uploads that broke off, imports that nobody accepted. */
export async function tidyUp(engine: Engine, tx: Tx, now = Date.now()) {
  const at = new Date(now).toISOString()
  return {
    sessions: await tx.change(sql`DELETE FROM sessions WHERE college_id = ${tx.collegeId} AND expires_at < ${at}`),
    challenges: await tx.change(sql`DELETE FROM challenges WHERE college_id = ${tx.collegeId} AND expires_at < ${at}`),
    runs: await forgetRuns(tx, new Date(now - RUNS_DAYS * DAY_MS)),
    uploads: removeBrokenUploads(join(engine.filesDir, 'incoming'), now - DAY_MS),
    ...(await tidyImports(engine, tx, now)),
  }
}

/** A process that was killed while it received a file leaves it under `incoming`. */
function removeBrokenUploads(inbox: string, before: number): number {
  if (!existsSync(inbox)) return 0
  const old = readdirSync(inbox).flatMap((name) => {
    const file = join(inbox, name)
    const found = statSync(file, { throwIfNoEntry: false })
    return found && found.mtimeMs < before ? [file] : []
  })
  for (const file of old) rmSync(file, { force: true })
  return old.length
}
