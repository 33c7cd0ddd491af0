import { sql } from 'kysely'
import type { Engine } from '../../../../engine/engine.ts'
import { today } from '../../../../engine/access/today.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { WireChoices } from '../../wire.ts'
import { tableOf } from '../fact-sql.ts'
import { wordsOf } from '../words-of.ts'

/** Names proposed to whoever registers an outcome. */
const SHOWN = 500

/** What somebody who registers an outcome chooses from: words of the register, and names that somebody converts. */
export async function choices(engine: Engine, tx: Tx): Promise<WireChoices> {
  const words = (name: string) => wordsOf(engine, 'learning-outcomes', name)
  const names = await tx.run<{ kind: string; name: string }>(sql`
    SELECT DISTINCT outcome_kind AS kind, outcome_name AS name FROM ${tableOf(engine, 'conversion-rules')}
    WHERE college_id = ${tx.collegeId} AND state = 'approved' AND deleted_at IS NULL AND ("until" IS NULL OR "until" >= ${today()}::date)
    ORDER BY outcome_name, outcome_kind LIMIT ${SHOWN}`)
  return { kinds: words('kind'), levels: words('level'), grades: words('grade'), names }
}
