import { sql } from 'kysely'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { WirePlanFigures } from '../wire.ts'
import { type PlanScope, taskTables } from './plan-scope.ts'

/** Results by level: claims of one result count once, at the highest level that any of them names. */
export async function resultsOf(scope: PlanScope): Promise<WirePlanFigures['results']> {
  const { engine, tx, rows, plan } = scope
  const level = (await collegeRegister(engine, tx, 'plan-results')).fields['level']
  const labels = level?.kind === 'choice' ? level.codes.values : {}
  // The code list names the levels from the highest down.
  const order = Object.keys(labels)
  const found = await tx.run<{ level: string; count: number; claims: number }>(sql`
    WITH ${await taskTables(scope)},
    claim AS (
      SELECT r.result, r.level FROM ${await rows('plan-results')} AS r
        JOIN task ON task.college_id = r.college_id AND task.id = r.task
      WHERE r.granted_on <= ${plan.asOf}),
    highest AS (
      SELECT result, min(array_position(${order}::text[], level)) AS place, count(*) AS claims FROM claim GROUP BY result)
    SELECT (${order}::text[])[place] AS level, count(*) AS count, sum(claims)::int AS claims FROM highest GROUP BY place`)
  const sum = (of: 'count' | 'claims') => found.reduce((total, row) => total + row[of], 0)
  return {
    byLevel: order.map((name) => ({
      level: name,
      label: labels[name]!,
      count: found.find((row) => row.level === name)?.count ?? 0,
    })),
    claims: sum('claims'),
    results: sum('count'),
  }
}
