import { sql } from 'kysely'
import type { Guard } from '../../../engine/records/guards.ts'
import { accountsOf } from '../../credit-bank/index.ts'

/**
 * A closed account takes its certificates off their pages, and what they say of a person off the server. Files that the
 * learner kept still verify: their signature is their own, their place in the status list stays taken.
 */
export const closingGuard: Guard = {
  registers: ['learner-requests'],
  async hear(engine, tx, _actor, written) {
    const closed = written.flatMap(({ action, after }) =>
      action === 'accept' && after.values['kind'] === 'closing' ? [String(after.values['learner'])] : [],
    )
    if (closed.length > 0)
      await tx.run(sql`
        UPDATE badges SET withheld_at = coalesce(withheld_at, ${new Date().toISOString()}::timestamptz), credential = '{}'
        WHERE college_id = ${tx.collegeId} AND learner_id = ANY(${await accountsOf(engine, tx, closed)}::uuid[])`)
    return []
  },
}
