import { sql } from 'kysely'
import { unitTree } from '../../../engine/units.ts'
import { achievedTables } from './achieved.ts'
import { type PlanScope, taskTables } from './plan-scope.ts'

/** A target that has come, of a task the actor may see. */
export interface PlanTarget {
  readonly level: string
  readonly name: string
  /** quantity, quality, benefit, satisfaction, landmarks; null for a task's own. */
  readonly aspect: string | null
  readonly target: string
  readonly actual: string | null
  /** Per cent, 0 to 100, exact; null without a value. */
  readonly achieved: string | null
}

/** The plan's targets up to its day, each once, in the order of their tasks. */
export async function targetsOf(scope: PlanScope): Promise<PlanTarget[]> {
  const { root } = await unitTree(scope.engine.database, scope.tx)
  return scope.tx.run<PlanTarget & Record<string, unknown>>(sql`
    WITH ${await taskTables(scope)}, ${await achievedTables(scope, root.id)}
    SELECT task.level, target.name, target.aspect, trim_scale(target.target)::text AS target,
      trim_scale(target.actual)::text AS actual, CASE WHEN is_valued THEN achieved.achieved::text END AS achieved
    FROM target JOIN achieved ON achieved.college_id = target.college_id AND achieved.id = target.id
      JOIN task ON task.college_id = target.college_id AND task.id = target.task
    ORDER BY task.number, target.name`)
}

/** A claim of a landmark result. */
export interface Landmark {
  readonly planLevel: string
  readonly result: string
  readonly level: string
  readonly rank: string
}

/** Approved claims of landmark results by the plan's day; claims of one result are told by its number. */
export async function landmarksOf(scope: PlanScope): Promise<Landmark[]> {
  return scope.tx.run<Landmark & Record<string, unknown>>(sql`
    WITH ${await taskTables(scope)}
    SELECT task.level AS "planLevel", r.result, r.level, r.rank
    FROM ${await scope.rows('plan-results')} AS r JOIN task ON task.college_id = r.college_id AND task.id = r.task
    WHERE r.landmark AND r.granted_on <= ${scope.plan.asOf} ORDER BY r.result, r.level, r.rank`)
}
