import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Actor } from '../access/actor.ts'
import { getCollegeSettings } from '../college-settings.ts'
import { FIGURE, figureId } from './refresh.ts'

/**
 * Four eyes: of these reviewed figures, those that the actor reviewed and so may not approve, as `<code>/<unit>`.
 * Empty where the college lets one person do both. History says who reviewed: nothing else is to be trusted in this.
 */
export async function ownReviews(
  tx: Tx,
  actor: Actor,
  reviewed: readonly { readonly period: string; readonly code: string; readonly unit_id: string }[],
): Promise<ReadonlySet<string>> {
  if (reviewed.length === 0 || actor.system || !(await getCollegeSettings(tx)).separateApproval) return new Set()
  const keys = new Map(reviewed.map((r) => [figureId(r.period, r.code, r.unit_id), `${r.code}/${r.unit_id}`]))
  const rows = await tx.run<{ subject_id: string; actor_id: string }>(sql`
    SELECT DISTINCT ON (subject_id) subject_id, actor_id FROM history
    WHERE college_id = ${tx.collegeId} AND subject = ${FIGURE} AND subject_id = ANY(${[...keys.keys()]}::text[]) AND action = 'review'
    ORDER BY subject_id, id DESC`)
  return new Set(rows.filter((r) => r.actor_id === actor.accountId).map((r) => keys.get(r.subject_id)!))
}
