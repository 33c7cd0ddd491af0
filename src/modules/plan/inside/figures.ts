import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { WirePlanFigures } from '../wire.ts'
import { completionOf } from './completion.ts'
import { levelScores, weigh } from './level-scores.ts'
import { moneyOf } from './money.ts'
import { openPlan } from './plan-scope.ts'
import { resultsOf } from './results.ts'

/**
 * The figures of a plan as the actor may see them: completion, money under each definition, scores, results.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function planFigures(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<WirePlanFigures> {
  const scope = await openPlan(engine, tx, actor, plan)
  const levels = await levelScores(scope)
  return {
    plan: scope.plan,
    completion: await completionOf(scope),
    money: await moneyOf(scope),
    scores: { levels, total: weigh(levels) },
    results: await resultsOf(scope),
  }
}
