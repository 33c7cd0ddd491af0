import type { Actor } from '../../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../../engine/access/reach.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { visibleSql } from '../../../../engine/records/list.ts'
import { table } from '../../../../engine/records/stored.ts'
import { notAllowed } from '../../../../engine/refusal.ts'
import { sql } from 'kysely'
import type { WireClaimChoices, WireClaimOption } from '../../wire-money.ts'
import { openPlan } from '../plan-scope.ts'
import { canClaim } from './can-claim.ts'
import { claimedOfCommitments } from './room.ts'

/**
 * What the form of a claim offers: tasks that are not finished, sources and kinds as the college has them, contracts.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function claimChoices(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<WireClaimChoices> {
  if (!canClaim(engine, actor)) throw notAllowed({ zh: '报账', en: 'make claims' })
  const scope = await openPlan(engine, tx, actor, plan)
  const register = await collegeRegister(engine, tx, 'plan-claims')
  const codesOf = (field: string): WireClaimOption[] => {
    const declared = register.fields[field]
    if (declared?.kind !== 'choice') return []
    const { values, closed } = declared.codes
    return Object.entries(values)
      .filter(([value]) => !closed?.[value])
      .map(([value, label]) => ({ value, label }))
  }
  const tasks = await tx.run<WireClaimChoices['tasks'][number] & Record<string, unknown>>(sql`
    WITH RECURSIVE task AS (SELECT id, number, name, kind, parent, unit FROM ${await scope.rows('plan-tasks')} AS t WHERE plan = ${scope.plan.id}),
    done AS (
      SELECT task, (array_agg(percent ORDER BY month DESC))[1] = 100 AS done
      FROM ${await scope.rows('task-progress')} AS p GROUP BY task),
    down AS (
      SELECT id AS top, id, kind, 0 AS depth FROM task
      UNION ALL
      SELECT down.top, t.id, t.kind, down.depth + 1 FROM down JOIN task AS t ON t.parent = down.id WHERE down.depth < 12)
    SELECT task.id, task.number, task.name, task.unit FROM task
      JOIN down ON down.top = task.id LEFT JOIN done ON done.task = down.id
    WHERE task.kind <> 'board'
    GROUP BY task.id, task.number, task.name, task.unit
    HAVING NOT coalesce(bool_and(coalesce(done.done, false)) FILTER (WHERE down.kind = 'leaf'), false)
    ORDER BY task.number LIMIT 1000`)
  const commitments = getRegister(engine, 'plan-commitments')
  const contracts = reachesNothing(reachOf(commitments, actor, 'read'))
    ? []
    : await tx.run<WireClaimChoices['contracts'][number] & Record<string, unknown>>(sql`
        SELECT k.id, k.number, k.name, k.task, k.year, k.source, (k.amount - coalesce(drawn.claimed, 0))::text AS open
        FROM (SELECT * FROM ${table(commitments)} WHERE ${visibleSql(commitments, actor, {}, tx)} AND state = 'approved') AS k
          JOIN ${await scope.rows('plan-tasks')} AS t ON t.college_id = k.college_id AND t.id = k.task AND t.plan = ${scope.plan.id}
          LEFT JOIN (${claimedOfCommitments(engine, tx)}) AS drawn ON drawn.commitment = k.id
        ORDER BY k.number`)
  return { plan: scope.plan, sources: codesOf('source'), kinds: codesOf('kind'), tasks, contracts }
}
