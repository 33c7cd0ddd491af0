import { sql } from 'kysely'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { tableOf } from '../fact-sql.ts'

/**
 * Learners with every account that was merged into theirs, however often: what other tables keep of those is theirs, and
 * no longer when the merger is undone.
 */
export async function accountsOf(engine: Engine, tx: Tx, learners: readonly string[]): Promise<string[]> {
  const rows = await tx.run<{ id: string }>(sql`
    WITH RECURSIVE own AS (
      SELECT unnest(${[...learners]}::uuid[]) AS id
      UNION SELECT m.absorbed FROM own JOIN ${tableOf(engine, 'learner-merges')} AS m
        ON m.college_id = ${tx.collegeId} AND m.kept = own.id AND m.state IN ('merged', 'confirmed') AND m.deleted_at IS NULL)
    SELECT id FROM own`)
  return rows.map(({ id }) => id)
}
