import { type RawBuilder, sql } from 'kysely'
import { type Actor, hasRole } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { tableOf } from '../fact-sql.ts'

/** What the actor was asked and may still answer: `q` from outcome-opinions, with its outcome `o`, whatever became of that. */
export const openOpinions = (engine: Engine, tx: Tx, actor: Actor): RawBuilder<unknown> => sql`
  FROM ${tableOf(engine, 'outcome-opinions')} AS q
    JOIN ${tableOf(engine, 'learning-outcomes')} AS o ON o.college_id = q.college_id AND o.id = q.outcome AND o.deleted_at IS NULL
  WHERE q.college_id = ${tx.collegeId} AND q.expert = ${actor.personId} AND q.state IN ('assigned', 'answered') AND q.deleted_at IS NULL`

/** How many opinions are open for whoever asks; null for who is no expert. */
export async function countOpinions(engine: Engine, tx: Tx, actor: Actor): Promise<number | null> {
  const none = hasRole(actor, ['scoring-expert']) ? 0 : null
  if (actor.personId === null) return none
  const [row] = await tx.run<{ n: number }>(
    sql`SELECT count(*)::integer AS n ${openOpinions(engine, tx, actor)} AND o.state = 'registered'`,
  )
  return row!.n || none
}
