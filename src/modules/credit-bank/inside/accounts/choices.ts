import { sql } from 'kysely'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { today } from '../../../../engine/access/today.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { Label } from '../../../../language/label.ts'
import type { WireChoices } from '../../wire.ts'
import { tableOf } from '../fact-sql.ts'

/** Names proposed to whoever registers an outcome. */
const SHOWN = 500

/** What somebody who registers an outcome chooses from: words of the register, and names that somebody converts. */
export async function choices(engine: Engine, tx: Tx): Promise<WireChoices> {
  const wordsOf = (name: string): { value: string; label: Label }[] => {
    const field = getRegister(engine, 'learning-outcomes').fields[name]
    return field?.kind === 'choice'
      ? Object.entries(field.codes.values).map(([value, label]) => ({ value, label }))
      : []
  }
  const names = await tx.run<{ kind: string; name: string }>(sql`
    SELECT DISTINCT outcome_kind AS kind, outcome_name AS name FROM ${tableOf(engine, 'conversion-rules')}
    WHERE college_id = ${tx.collegeId} AND state = 'approved' AND deleted_at IS NULL AND ("until" IS NULL OR "until" >= ${today()}::date)
    ORDER BY outcome_name, outcome_kind LIMIT ${SHOWN}`)
  return { kinds: wordsOf('kind'), levels: wordsOf('level'), grades: wordsOf('grade'), names }
}
