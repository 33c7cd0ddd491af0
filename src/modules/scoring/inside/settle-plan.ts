import { sql } from 'kysely'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { table } from '../../../engine/records/stored.ts'
import { type AdoptedScore, adoptScores } from '../../plan/index.ts'
import { keptScheme } from './kept-scheme.ts'
import { score } from './score.ts'
import { SHEETS } from './sheets.ts'
import type { ScoreValues } from './values.ts'

/**
 * A plan's scores are those of the school's sheet that was confirmed last; when none is left, those that it gave are
 * taken back.
 * @param sheet number of the sheet that was just confirmed or opened again
 * @throws Refusal 409 when the sheet does not weigh the very levels that the plan has
 */
export async function settlePlan(engine: Engine, tx: Tx, plan: string, sheet: string): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${`plan scores ${plan}`}))`)
  const sheets = await tx.run<{ number: string; scheme: string; frozen: string }>(sql`
    SELECT number, scheme, frozen FROM ${table(getRegister(engine, SHEETS))}
    WHERE college_id = ${tx.collegeId} AND plan = ${plan} AND round = 'school' AND state = 'confirmed'
      AND deleted_at IS NULL AND frozen IS NOT NULL
    ORDER BY updated_at DESC, id DESC`)
  for (const { number, scheme: kept, frozen } of sheets) {
    const { scheme } = await keptScheme(tx, kept)
    const { levels } = score(scheme, JSON.parse(frozen) as ScoreValues)
    const given = levels.flatMap(({ level, points, weight }): AdoptedScore[] => {
      const kind = level === 'school' ? 'school' : level.startsWith('group') ? 'group' : null
      return kind === null ? [] : [{ kind, points, weight }]
    })
    // A scheme of other levels says nothing of the plan's.
    if (given.length === levels.length) return adoptScores(engine, tx, plan, number, given)
  }
  await adoptScores(engine, tx, plan, sheet, null)
}
