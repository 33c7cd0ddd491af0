import { sql } from 'kysely'
import type { Guard } from '../../../engine/records/guards.ts'
import { accountsOf } from '../../credit-bank/index.ts'

/**
 * A revoked outcome takes every certificate along that proves it, also those of an account that was merged since: in the
 * same transaction, nobody has to think of it.
 */
export const outcomeGuard: Guard = {
  registers: ['learning-outcomes'],
  async hear(engine, tx, actor, written) {
    const gone = written.filter(({ before, after }) => after.state === 'revoked' && before?.state !== 'revoked')
    if (gone.length === 0) return []
    const learners = await accountsOf(
      engine,
      tx,
      gone.map(({ after }) => String(after.values['learner'])),
    )
    await tx.run(sql`
      UPDATE badges SET revoked_at = ${new Date().toISOString()}, revoked_by = ${actor.accountId}, reason = '学习成果认定已撤销'
      WHERE college_id = ${tx.collegeId} AND revoked_at IS NULL AND outcomes && ${gone.map(({ id }) => id)}::uuid[]
        AND learner_id = ANY(${learners}::uuid[])`)
    return []
  },
}
