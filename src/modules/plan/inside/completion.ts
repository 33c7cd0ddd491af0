import { sql } from 'kysely'
import type { WireCompletion, WirePlanFigures } from '../wire.ts'
import { percentSql } from './rates.ts'
import { type PlanScope, taskTables } from './plan-scope.ts'

interface Row extends WireCompletion {
  readonly grouped: 'total' | 'level' | 'unit'
  readonly id: string | null
  readonly name: string | null
}

/**
 * How many leaf tasks are done, for the plan, each level and each unit: one statement. Done is what was reported as
 * 100 % and approved by the plan's day; what still waits for a review is not.
 */
export async function completionOf(scope: PlanScope): Promise<WirePlanFigures['completion']> {
  const { tx } = scope
  const found = await tx.run<Row & Record<string, unknown>>(sql`
    WITH ${await taskTables(scope)},
    leaf AS (
      SELECT task.*, coalesce(reported.percent = 100, false) AS done, task."to" <= ${scope.plan.asOf} AS is_due
      FROM task LEFT JOIN reported ON reported.college_id = task.college_id AND reported.task = task.id
      WHERE kind = 'leaf'),
    grouped AS (
      SELECT CASE WHEN grouping(level) = 0 THEN 'level' WHEN grouping(unit) = 0 THEN 'unit' ELSE 'total' END AS grouped,
        coalesce(level, unit) AS id, count(*) AS leaves, count(*) FILTER (WHERE done) AS completed,
        count(*) FILTER (WHERE is_due) AS due, count(*) FILTER (WHERE is_due AND done) AS due_completed
      FROM leaf GROUP BY GROUPING SETS ((), (level), (unit)))
    SELECT grouped, grouped.id, coalesce(l.name, u.name) AS name, leaves, completed, due, due_completed AS "dueCompleted",
      ${percentSql(sql.ref('completed'), sql.ref('leaves'))}::text AS rate,
      ${percentSql(sql.ref('due_completed'), sql.ref('due'))}::text AS "dueRate"
    FROM grouped
      LEFT JOIN records.plan_levels AS l ON l.college_id = ${tx.collegeId} AND l.id = grouped.id AND grouped = 'level'
      LEFT JOIN records.units AS u ON u.college_id = ${tx.collegeId} AND u.id = grouped.id AND grouped = 'unit'
    ORDER BY l.kind DESC, l.code, u."order", grouped.id`)
  const plain = ({ grouped: _grouped, id: _id, name: _name, ...completion }: Row): WireCompletion => completion
  const by = (kind: Row['grouped']) =>
    found
      .filter((row) => row.grouped === kind)
      .map((row) => ({ part: { id: row.id!, name: row.name ?? '' }, ...plain(row) }))
  return { total: plain(found.find((row) => row.grouped === 'total')!), byLevel: by('level'), byUnit: by('unit') }
}
