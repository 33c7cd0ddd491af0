import { sql } from 'kysely'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import { accountsOf } from '../../credit-bank/index.ts'

/** Shows a certificate on its page, or no longer, as its holder wants. @throws Refusal 404 when it is not theirs */
export async function shareBadge(
  engine: Engine,
  tx: Tx,
  learner: string,
  id: string,
  isShared: boolean,
): Promise<void> {
  const withheld = isShared ? null : new Date().toISOString()
  const changed = await tx.change(sql`
    UPDATE badges SET withheld_at = ${withheld}::timestamptz
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND learner_id = ANY(${await accountsOf(engine, tx, [learner])}::uuid[])`)
  if (changed === 0) throw unknownRecord()
}

/** A certificate as it was signed, and the token of its page, for its holder: shown there or not. @throws Refusal 404 */
export async function ownBadge(
  engine: Engine,
  tx: Tx,
  learner: string,
  id: string,
): Promise<{ readonly token: string; readonly text: string }> {
  const [row] = await tx.run<{ token: string; text: string }>(sql`
    SELECT token, credential AS text FROM badges
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND learner_id = ANY(${await accountsOf(engine, tx, [learner])}::uuid[])`)
  if (!row) throw unknownRecord()
  return row
}
