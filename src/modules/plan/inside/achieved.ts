import { type RawBuilder, sql } from 'kysely'
import type { PlanScope } from './plan-scope.ts'

/**
 * The targets of the plan's tasks as `target`, and how far each is reached as `achieved`, 0 to 100: for WITH. The last
 * year of each measure that has come; values of indicators are the college's, once approved.
 * @param root the college's unit
 */
export async function achievedTables({ rows, plan }: PlanScope, root: string): Promise<RawBuilder<unknown>> {
  return sql`
    target AS (
      SELECT DISTINCT ON (t.task, t.name) t.college_id, t.id, t.task, t.name, t.aspect, t.direction, t.base, t.target,
        coalesce(t.actual, f.value) AS actual
      FROM ${await rows('plan-targets')} AS t
        LEFT JOIN figures AS f ON f.college_id = t.college_id AND f.code = t.indicator AND f.period = t.year::text
          AND f.unit_id = ${root} AND f.status IN ('approved', 'published')
      WHERE t.year <= ${Number(plan.asOf.slice(0, 4))} ORDER BY t.task, t.name, t.year DESC),
    achieved AS (
      SELECT college_id, id, task, greatest(0, least(100,
        CASE WHEN base IS NOT NULL THEN 100 * (actual - base) / nullif(target - base, 0)
          WHEN direction = 'up' THEN 100 * actual / nullif(target, 0)
          WHEN actual <= target THEN 100
          ELSE 100 * target / nullif(actual, 0) END)) AS achieved, actual IS NOT NULL AS is_valued
      FROM target)`
}
