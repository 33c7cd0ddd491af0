import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import { notAllowed } from '../../../engine/refusal.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { unitTree } from '../../../engine/units.ts'
import { COUNTED, type Counted, type WireCounted, type WireCountedRow } from '../wire-counted.ts'
import { achievedTables } from './achieved.ts'
import { openPlan, type PlanScope, taskTables } from './plan-scope.ts'

/** More nobody reads in one go; count and total are of all. */
const MOST = 2000

export interface CountedFilter {
  readonly source?: string | undefined
  readonly level?: string | undefined
  readonly unit?: string | undefined
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly taskId: string
  readonly number: string
  readonly name: string
  readonly unit: string
  readonly what: string
  readonly at: string
  readonly of: string | null
  readonly value: string | null
  readonly detail: string | null
  readonly count: number
  readonly total: string | null
}

/**
 * The rows that a figure of a plan was made of: by the same conditions as the figure itself.
 * @throws Refusal 403 without the register; 404
 */
export async function countedRows(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  planCode: string,
  what: Counted,
  filter: CountedFilter,
): Promise<WireCounted> {
  const scope = await openPlan(engine, tx, actor, planCode)
  const register = await collegeRegister(engine, tx, COUNTED[what])
  if (!scope.canRead(register.name))
    throw notAllowed({ zh: `查看“${register.label.zh}”`, en: `see "${register.label.en}"` })
  const field = register.fields[what === 'results' ? 'level' : 'source']
  const labels = field?.kind === 'choice' ? field.codes.values : {}
  const found = await tx.run<Row>(sql`
    WITH ${await taskTables(scope)}, ${await lineTables(engine, scope, what, Object.keys(labels))}
    SELECT line.id, task.id AS "taskId", task.number, task.name, units.name AS unit, line.what, line.at, line."of",
      line.value::text AS value, line.detail, count(*) OVER () AS count,
      round(${what === 'targets' ? sql`avg(line.value) OVER ()` : sql`sum(line.value) OVER ()`}, 2)::text AS total
    FROM line
      JOIN task ON task.college_id = line.college_id AND task.id = line.task
      JOIN records.units AS units ON units.college_id = task.college_id AND units.id = task.unit
    WHERE ${matching(filter)}
    ORDER BY task.number, line.at, line.what, line.id LIMIT ${MOST}`)
  return {
    plan: scope.plan,
    what,
    total: what === 'results' ? null : (found[0]?.total ?? null),
    count: found[0]?.count ?? 0,
    rows: found.map(({ id, taskId, number, name, unit, what: said, at, of, value, detail }): WireCountedRow => ({
      id,
      task: { id: taskId, number, name },
      unit,
      what: said,
      at,
      of: of === null ? null : (labels[of] ?? { zh: of, en: of }),
      value,
      detail,
    })),
  }
}

function matching({ source, level, unit }: CountedFilter): RawBuilder<unknown> {
  return sql.join(
    [
      sql`true`,
      ...(source === undefined && level === undefined ? [] : [sql`line."of" = ${source ?? level}`]),
      ...(unit === undefined ? [] : [sql`task.unit = ${unit}`]),
    ],
    sql` AND `,
  )
}

/** The rows as `line`: for WITH. Money, targets and results are told by the day of the plan's figures. */
async function lineTables(
  engine: Engine,
  scope: PlanScope,
  what: Counted,
  order: readonly string[],
): Promise<RawBuilder<unknown>> {
  const rows = await scope.rows(COUNTED[what])
  const { plan, tx } = scope
  const year = Number(plan.asOf.slice(0, 4))
  const money = (said: string, at: RawBuilder<unknown>, when: RawBuilder<unknown>) => sql`
    line AS (
      SELECT college_id, id, task, ${sql.ref(said)} AS what, ${at}::text AS at, source AS "of", amount AS value,
        NULL::text AS detail
      FROM ${rows} AS r WHERE ${when})`
  switch (what) {
    case 'budget':
      return money('number', sql`year`, sql`year <= ${year}`)
    case 'arrived':
      return money('number', sql`arrived_on`, sql`arrived_on <= ${plan.asOf}`)
    case 'spent':
      return money('purpose', sql`paid_on`, sql`paid_on <= ${plan.asOf}`)
    case 'targets': {
      const { root } = await unitTree(engine.database, tx)
      return sql`
        ${await achievedTables(scope, root.id)},
        line AS (
          SELECT t.college_id, t.id, t.task, t.name AS what, r.year::text AS at, NULL::text AS "of",
            CASE WHEN a.is_valued THEN round(a.achieved, 2) END AS value,
            concat_ws(' / ', coalesce(trim_scale(t.actual)::text, '—'), trim_scale(t.target)::text) AS detail
          FROM target AS t
            JOIN achieved AS a ON a.college_id = t.college_id AND a.id = t.id
            JOIN ${rows} AS r ON r.college_id = t.college_id AND r.id = t.id)`
    }
    case 'results':
      // One result counts once, where it claims most.
      return sql`
        line AS (
          SELECT DISTINCT ON (r.result) r.college_id, r.id, r.task, r.name AS what, r.granted_on::text AS at,
            r.level AS "of", NULL::numeric AS value, r.result AS detail
          FROM ${rows} AS r JOIN task ON task.college_id = r.college_id AND task.id = r.task
          WHERE r.granted_on <= ${plan.asOf}
          ORDER BY r.result, array_position(${[...order]}::text[], r.level), r.id)`
  }
}
