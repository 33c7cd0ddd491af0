import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { visibleSql } from '../../../../engine/records/list.ts'
import { table } from '../../../../engine/records/stored.ts'
import { notAllowed } from '../../../../engine/refusal.ts'
import type { WireSpending, WireSpendingLine } from '../../wire-money.ts'
import { moneyRegisters } from '../money.ts'
import { moneyTable, openPlan, type PlanScope, taskTables } from '../plan-scope.ts'
import { RATES, rateSql } from '../rates.ts'
import { canClaim } from './can-claim.ts'
import { HOLDING } from './claim-states.ts'
import { claimedOfCommitments } from './room.ts'

const AMOUNTS = ['budget', 'held', 'committed', 'arrived', 'spent'] as const

interface Row extends Record<string, unknown> {
  readonly grouped: 'total' | 'source' | 'year' | 'unit' | 'task'
  readonly source: string | null
  readonly year: number | null
  readonly id: string | null
  readonly name: string | null
  readonly number: string | null
}

/** Registers whose sums the page shows: who may not read one of them would see a wrong picture. */
const READ = [...moneyRegisters, 'plan-claims', 'plan-commitments'] as const

/**
 * A plan's money on its way, up to the plan's day: granted, held, committed, arrived, spent; in all, by source, year, unit
 * and task. One statement.
 * @param plan its id or its code
 * @throws Refusal 403, 404
 */
export async function spendingOf(engine: Engine, tx: Tx, actor: Actor, plan: string): Promise<WireSpending> {
  const scope = await openPlan(engine, tx, actor, plan)
  if (!READ.every((name) => scope.canRead(name)))
    throw notAllowed({ zh: '查看计划的资金', en: 'see the money of plans' })
  const found = await selectLines(scope)
  const by = (kind: Row['grouped']) => found.filter((row) => row.grouped === kind)
  const part = (row: Row) => ({ id: row.id!, name: row.name ?? '' })
  const source = (await collegeRegister(engine, tx, 'plan-budgets')).fields['source']
  const labels = source?.kind === 'choice' ? source.codes.values : {}
  return {
    plan: scope.plan,
    canClaim: canClaim(engine, actor),
    total: lineOf(by('total')[0]!),
    // In the order of the code list, not of the alphabet.
    bySource: Object.entries(labels).flatMap(([name, label]) =>
      by('source').flatMap((row) => (row.source === name ? [{ source: name, label, ...lineOf(row) }] : [])),
    ),
    byYear: by('year').map((row) => ({ year: row.year!, ...lineOf(row) })),
    byUnit: by('unit').map((row) => ({ part: part(row), ...lineOf(row) })),
    byTask: by('task').map((row) => ({ part: part(row), number: row.number ?? '', ...lineOf(row) })),
  }
}

async function selectLines(scope: PlanScope): Promise<Row[]> {
  const { engine, tx, actor, plan } = scope
  const claims = await collegeRegister(engine, tx, 'plan-claims')
  const sums = sql.join(AMOUNTS.map((amount) => sql`coalesce(sum(${sql.ref(amount)}), 0) AS ${sql.ref(amount)}`))
  const shown = sql.join(AMOUNTS.map((amount) => sql`round(${sql.ref(amount)}, 2)::text AS ${sql.ref(amount)}`))
  const rates = sql.join(RATES.map((rate) => sql`${rateSql(rate)}::text AS ${sql.ref(rate.name)}`))
  return tx.run<Row>(sql`
    WITH RECURSIVE ${await taskTables(scope)}, ${await moneyTable(scope)},
    way AS (
      SELECT college_id, task, source, year, budget, 0 AS held, 0 AS committed, arrived, spent FROM line
      UNION ALL
      SELECT college_id, task, source, year, 0, amount, 0, 0, 0 FROM ${table(claims)} AS c
      WHERE ${visibleSql(claims, actor, {}, tx)} AND state = ANY(${[...HOLDING]}::text[]) AND year <= ${yearOf(plan.asOf)}
      UNION ALL
      SELECT k.college_id, k.task, k.source, k.year, 0, 0, greatest(0, k.amount - coalesce(drawn.claimed, 0)), 0, 0
      FROM ${await scope.rows('plan-commitments')} AS k
        LEFT JOIN (${claimedOfCommitments(engine, tx)}) AS drawn ON drawn.commitment = k.id
      WHERE k.year <= ${yearOf(plan.asOf)}),
    -- Every task with everything above it, itself included: what is below a task is spent from its budget.
    up AS (
      SELECT college_id, id AS task, id AS above, 0 AS depth FROM task
      UNION ALL
      SELECT up.college_id, up.task, task.parent, up.depth + 1
      FROM up JOIN task ON task.college_id = up.college_id AND task.id = up.above
      WHERE task.parent IS NOT NULL AND up.depth < 12),
    grouped AS (
      SELECT CASE WHEN grouping(way.source) = 0 THEN 'source' WHEN grouping(way.year) = 0 THEN 'year'
          WHEN grouping(task.unit) = 0 THEN 'unit' ELSE 'total' END AS grouped,
        way.source, way.year, task.unit AS id, ${sums}
      FROM way JOIN task ON task.college_id = way.college_id AND task.id = way.task
      GROUP BY GROUPING SETS ((), (way.source), (way.year), (task.unit))
      UNION ALL
      SELECT 'task', NULL, NULL, up.above, ${sums}
      FROM way JOIN up ON up.college_id = way.college_id AND up.task = way.task GROUP BY up.above)
    SELECT grouped, source, year, grouped.id, coalesce(u.name, t.name) AS name, t.number, ${shown},
      round(budget - held - committed - spent, 2)::text AS room, ${rates}
    FROM grouped
      LEFT JOIN ${table(getRegister(engine, 'units'))} AS u ON u.college_id = ${tx.collegeId} AND u.id = grouped.id AND grouped = 'unit'
      LEFT JOIN ${table(getRegister(engine, 'plan-tasks'))} AS t ON t.college_id = ${tx.collegeId} AND t.id = grouped.id AND grouped = 'task'
    ORDER BY year, u."order", t.number, grouped.id`)
}

const yearOf = (day: string) => Number(day.slice(0, 4))

function lineOf(row: Row): WireSpendingLine {
  return {
    budget: String(row['budget']),
    held: String(row['held']),
    committed: String(row['committed']),
    arrived: String(row['arrived']),
    spent: String(row['spent']),
    room: String(row['room']),
    rates: RATES.map(({ name, label, definition, numerator, denominator }) => ({
      name,
      label,
      definition,
      numerator: String(row[numerator]),
      denominator: String(row[denominator]),
      value: row[name] as string | null,
    })),
  }
}
