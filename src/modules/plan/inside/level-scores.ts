import { sql } from 'kysely'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { WireLevelScore } from '../wire.ts'
import type { PlanScope } from './plan-scope.ts'

/** The levels of a plan, the school's first, with the scores that the college gave itself. A scoring module hands its own to `weigh`. */
export async function levelScores({ tx, rows, plan }: PlanScope): Promise<WireLevelScore[]> {
  return tx.run<WireLevelScore & Record<string, unknown>>(sql`
    SELECT id, kind, name, weight::text, score::text FROM ${await rows('plan-levels')} AS l
    WHERE plan = ${plan.id} ORDER BY kind DESC, code`)
}

/**
 * The total of levels by their weights: 0.3 × 98.06 + 0.7 × 98.61 = 98.445 → "98.45". Decimals, rounded half up once,
 * at the end (教职成厅函〔2024〕1号).
 * @returns two decimals; null while a level has no score, or the weights are not 100 together
 */
export function weigh(levels: readonly Pick<WireLevelScore, 'weight' | 'score'>[]): string | null {
  const weights = levels.reduce((sum, level) => sum.plus(level.weight), new Exact(0))
  if (!weights.eq(100)) return null
  let total = new Exact(0)
  for (const { weight, score } of levels) {
    if (score === null) return null
    total = total.plus(new Exact(weight).times(score))
  }
  return total.div(100).toFixed(2)
}
