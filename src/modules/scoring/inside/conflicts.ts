import { sql } from 'kysely'
import { today } from '../../../engine/access/today.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { unitTree } from '../../../engine/units.ts'

/**
 * Nobody scores a unit they are tied to: by a declared tie that holds today, by belonging to it, or by a post there.
 * A tie reaches the units above and below.
 * @throws Refusal 409 that names the unit of the tie
 */
export async function checkNoConflict(engine: Engine, tx: Tx, expert: string, unit: string): Promise<void> {
  const tree = await unitTree(engine.database, tx)
  // The root holds everybody: that somebody belongs to it says nothing of a unit below.
  const near = [...new Set([unit, ...tree.below(unit), ...tree.above(unit).filter((id) => id !== tree.root.id)])]
  const day = today()
  const ties = await tx.run<{ unit: string; declared: boolean }>(sql`
    SELECT unit, true AS declared FROM records.score_conflicts
    WHERE college_id = ${tx.collegeId} AND expert = ${expert} AND deleted_at IS NULL
      AND unit = ANY(${[...near, tree.root.id]}::uuid[]) AND since <= ${day} AND (until IS NULL OR until >= ${day})
    UNION ALL
    SELECT unit, false FROM records.people
    WHERE college_id = ${tx.collegeId} AND id = ${expert} AND deleted_at IS NULL AND unit = ANY(${near}::uuid[])
    UNION ALL
    SELECT unit, false FROM records.appointments
    WHERE college_id = ${tx.collegeId} AND person = ${expert} AND deleted_at IS NULL AND unit = ANY(${near}::uuid[])
      AND ("from" IS NULL OR "from" <= ${day}) AND ("to" IS NULL OR "to" >= ${day})`)
  const [tie] = ties
  if (!tie) return
  const name = tree.units.get(tie.unit)?.name ?? ''
  throw new Refusal(
    'conflict',
    tie.declared
      ? {
          zh: `应当回避：评分人与“${name}”有申报的利害关系。请另请专家，或在“评分回避”中更正`,
          en: `A conflict of interest with "${name}" is declared. Ask another expert, or correct it in "Conflicts of interest"`,
        }
      : {
          zh: `应当回避：评分人在“${name}”任职。请另请专家`,
          en: `The scorer works at "${name}": a conflict of interest. Ask another expert`,
        },
  )
}
