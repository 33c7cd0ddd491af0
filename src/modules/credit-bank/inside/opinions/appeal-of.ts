import { sql } from 'kysely'
import type { Tx } from '../../../../engine/module-server.ts'

/** When the learner appealed last, and the account that had refused the outcome before; null without an appeal. */
export async function appealOf(
  tx: Tx,
  outcome: string,
): Promise<{ readonly at: string; readonly refusedBy: string | null } | null> {
  const steps = await tx.run<{ action: string; at: string; by: string | null }>(sql`
    SELECT action, at, actor_id AS by FROM history
    WHERE college_id = ${tx.collegeId} AND subject = 'learning-outcomes' AND subject_id = ${outcome} AND action IN ('refuse', 'appeal')
    ORDER BY id DESC LIMIT 50`)
  const last = steps.findIndex(({ action }) => action === 'appeal')
  if (last === -1) return null
  return { at: steps[last]!.at, refusedBy: steps.slice(last).find(({ action }) => action === 'refuse')?.by ?? null }
}
