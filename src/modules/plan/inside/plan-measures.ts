import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { WireCompletion, WirePlan, WireMoneyLine, WireLevelScore } from '../wire.ts'
import { completionOf } from './completion.ts'
import { levelScores } from './level-scores.ts'
import { moneyOf } from './money.ts'
import { openPlan, type PlanScope } from './plan-scope.ts'
import { type Landmark, landmarksOf, type PlanTarget, targetsOf } from './plan-targets.ts'

/** Whose tasks are looked at; all of the plan's when absent. */
export interface Duty {
  readonly owner?: string
  readonly units?: readonly string[]
}

/** Everything that a plan can be scored from, of the tasks that the actor may see. */
export interface PlanMeasures {
  readonly plan: WirePlan
  readonly levels: readonly WireLevelScore[]
  readonly completion: { readonly total: WireCompletion; readonly byLevel: ReadonlyMap<string, WireCompletion> }
  /** Null for those who may not read the plan's money. */
  readonly money: { readonly total: WireMoneyLine; readonly byLevel: ReadonlyMap<string, WireMoneyLine> } | null
  readonly targets: readonly PlanTarget[]
  readonly landmarks: readonly Landmark[]
}

/** @throws Refusal 403, 404 */
export async function planMeasures(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  duty: Duty = {},
): Promise<PlanMeasures> {
  const scope = narrowed(await openPlan(engine, tx, actor, plan), duty)
  const completion = await completionOf(scope)
  const money = await moneyOf(scope)
  const byPart = <T>(parts: readonly (T & { readonly part: { readonly id: string } })[]) =>
    new Map(parts.map((one) => [one.part.id, one]))
  return {
    plan: scope.plan,
    levels: await levelScores(scope),
    completion: { total: completion.total, byLevel: byPart(completion.byLevel) },
    money: money && { total: money.total, byLevel: byPart(money.byLevel) },
    targets: await targetsOf(scope),
    landmarks: await landmarksOf(scope),
  }
}

function narrowed(scope: PlanScope, { owner, units }: Duty): PlanScope {
  if (owner === undefined && units === undefined) return scope
  const own = owner === undefined ? sql`true` : sql`owner = ${owner}`
  const within = units === undefined ? sql`true` : sql`unit = ANY(${[...units]}::uuid[])`
  return {
    ...scope,
    rows: async (name) =>
      name === 'plan-tasks'
        ? sql`(SELECT * FROM ${await scope.rows(name)} AS every WHERE ${own} AND ${within})`
        : scope.rows(name),
  }
}
