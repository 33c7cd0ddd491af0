import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { unitTree } from '../../../engine/units.ts'
import type { WirePlanTask, WirePlanTasks } from '../wire.ts'
import { achievedTables } from './achieved.ts'
import { levelScores } from './level-scores.ts'
import { lightOf } from './lights.ts'
import { moneyRegisters } from './money.ts'
import { atDay, moneyTable, openPlan, type PlanScope, taskTables } from './plan-scope.ts'
import { percentSql } from './rates.ts'

/** A tree of plans is four levels deep; what is deeper than this is a circle. */
const DEEPEST = 12

interface Row extends Record<string, unknown> {
  readonly unitId: string
  readonly unitName: string
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly budget: string | null
  readonly arrived: string | null
  readonly spent: string | null
  readonly used: string | null
}

/**
 * The tree of a plan as the actor may see it, each task with what is below it: progress, achievement and money rolled up,
 * and a light with its reasons. One statement.
 * @param plan its id or its code
 * @param asOf another day than the plan's own
 * @throws Refusal 403, 404
 */
export async function planTasks(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  asOf?: string,
): Promise<WirePlanTasks> {
  const opened = await openPlan(engine, tx, actor, plan)
  const scope = asOf === undefined ? opened : atDay(opened, asOf)
  const hasMoney = moneyRegisters.every((name) => scope.canRead(name))
  const found = await selectTasks(scope, hasMoney)
  return {
    plan: scope.plan,
    levels: await levelScores(scope),
    tasks: found.map(({ unitId, unitName, ownerId, ownerName, budget, arrived, spent, used, ...row }) => {
      const task = {
        ...(row as unknown as Omit<WirePlanTask, 'unit' | 'owner' | 'money' | 'light'>),
        unit: { id: unitId, name: unitName },
        owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' },
      }
      return {
        ...task,
        money: hasMoney ? { budget: budget ?? '0.00', arrived: arrived ?? '0.00', spent: spent ?? '0.00', used } : null,
        light: lightOf({ ...task, used }, scope.plan.asOf),
      }
    }),
  }
}

async function selectTasks(scope: PlanScope, hasMoney: boolean): Promise<Row[]> {
  const { engine, tx } = scope
  const { root } = await unitTree(engine.database, tx)
  const noMoney = sql`line AS (
    SELECT NULL::uuid AS college_id, NULL::uuid AS task, 0 AS budget, 0 AS arrived, 0 AS spent WHERE false)`
  return tx.run<Row>(sql`
    WITH RECURSIVE ${await taskTables(scope)}, ${hasMoney ? await moneyTable(scope) : noMoney},
    -- What a task weighs below its parent; all the same where no weight is given.
    share AS (
      SELECT college_id, id, parent, coalesce(weight, 100.0 / count(*) OVER (PARTITION BY parent)) / 100 AS share FROM task),
    -- Every task with everything above it, itself included, and what it weighs there.
    up AS (
      SELECT college_id, id AS task, id AS above, 1::numeric AS share, 0 AS depth FROM task
      UNION ALL
      SELECT up.college_id, up.task, share.parent, round(up.share * share.share, 12), up.depth + 1
      FROM up JOIN share ON share.college_id = up.college_id AND share.id = up.above
      WHERE share.parent IS NOT NULL AND up.depth < ${DEEPEST}),
    progress AS (
      SELECT up.above AS id, count(*) AS leaves, count(*) FILTER (WHERE reported.percent = 100) AS completed,
        round(sum(up.share * coalesce(reported.percent, 0)) / nullif(sum(up.share), 0), 2) AS progress,
        max(reported.month) AS reported
      FROM up JOIN task ON task.college_id = up.college_id AND task.id = up.task AND task.kind = 'leaf'
        LEFT JOIN reported ON reported.college_id = up.college_id AND reported.task = up.task
      GROUP BY up.above),
    money AS (
      SELECT up.above AS id, sum(budget) AS budget, sum(arrived) AS arrived, sum(spent) AS spent
      FROM up JOIN line ON line.college_id = up.college_id AND line.task = up.task GROUP BY up.above),
    ${await achievedTables(scope, root.id)},
    goal AS (
      SELECT up.above AS id, count(*) AS targets, count(*) FILTER (WHERE is_valued) AS valued,
        round(avg(achieved) FILTER (WHERE is_valued), 2) AS achieved
      FROM up JOIN achieved ON achieved.college_id = up.college_id AND achieved.task = up.task GROUP BY up.above)
    SELECT task.id, task.number, task.name, task.kind, task.parent, task.level, task."from", task."to",
      task.unit AS "unitId", units.name AS "unitName", task.owner AS "ownerId", people.name AS "ownerName",
      coalesce(leaves, 0) AS leaves, coalesce(completed, 0) AS completed, progress.progress::text AS progress,
      progress.reported, goal.achieved::text AS achieved, coalesce(targets, 0) AS targets, coalesce(valued, 0) AS valued,
      round(budget, 2)::text AS budget, round(arrived, 2)::text AS arrived, round(spent, 2)::text AS spent,
      ${percentSql(sql.ref('spent'), sql.ref('budget'))}::text AS used
    FROM task
      JOIN records.units AS units ON units.college_id = task.college_id AND units.id = task.unit
      JOIN records.plan_levels AS levels ON levels.college_id = task.college_id AND levels.id = task.level
      LEFT JOIN records.people AS people ON people.college_id = task.college_id AND people.id = task.owner
      LEFT JOIN progress ON progress.id = task.id
      LEFT JOIN money ON money.id = task.id
      LEFT JOIN goal ON goal.id = task.id
    ORDER BY levels.kind DESC, levels.code, task.number`)
}
