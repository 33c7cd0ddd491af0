import { sql } from 'kysely'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { WireMoneyLine, WirePlanMoney } from '../wire.ts'
import { moneyTable, type PlanScope, taskTables } from './plan-scope.ts'
import { RATES, rateSql } from './rates.ts'

interface Row extends Record<string, unknown> {
  readonly grouped: 'total' | 'source' | 'year' | 'level' | 'unit'
  readonly source: string | null
  readonly year: number | null
  readonly id: string | null
  readonly name: string | null
}

/** What arrives, is budgeted and is spent is kept in three registers: a plan's money is for those who may read all. */
export const moneyRegisters = ['plan-budgets', 'plan-arrivals', 'plan-payments'] as const

/**
 * Budget (with adjustments), arrivals and spending up to the plan's day: in all, by source, year, level and unit of the
 * task, with every rate of each. One statement. Null for an actor who may not read money.
 */
export async function moneyOf(scope: PlanScope): Promise<WirePlanMoney | null> {
  if (!moneyRegisters.every((name) => scope.canRead(name))) return null
  const { tx, engine } = scope
  const rates = RATES.map((rate) => sql`${rateSql(rate)}::text AS ${sql.ref(rate.name)}`)
  const found = await tx.run<Row>(sql`
    WITH ${await taskTables(scope)}, ${await moneyTable(scope)},
    grouped AS (
      SELECT CASE WHEN grouping(line.source) = 0 THEN 'source' WHEN grouping(line.year) = 0 THEN 'year'
          WHEN grouping(task.level) = 0 THEN 'level' WHEN grouping(task.unit) = 0 THEN 'unit' ELSE 'total' END AS grouped,
        line.source, line.year, coalesce(task.level, task.unit) AS id, coalesce(sum(budget), 0) AS budget,
        coalesce(sum(arrived), 0) AS arrived, coalesce(sum(spent), 0) AS spent
      FROM line JOIN task ON task.college_id = line.college_id AND task.id = line.task
      GROUP BY GROUPING SETS ((), (line.source), (line.year), (task.level), (task.unit)))
    SELECT grouped, source, year, grouped.id, coalesce(l.name, u.name) AS name, ${sql.join(
      (['budget', 'arrived', 'spent'] as const).flatMap((amount) => [
        sql`round(${sql.ref(amount)}, 2)::text AS ${sql.ref(amount)}`,
        sql`round(${sql.ref(amount)} / 10000, 2)::text AS ${sql.ref(`${amount}10k`)}`,
      ]),
    )}, ${sql.join(rates)}
    FROM grouped
      LEFT JOIN records.plan_levels AS l ON l.college_id = ${tx.collegeId} AND l.id = grouped.id AND grouped = 'level'
      LEFT JOIN records.units AS u ON u.college_id = ${tx.collegeId} AND u.id = grouped.id AND grouped = 'unit'
    ORDER BY year, l.kind DESC, l.code, u."order", grouped.id`)
  const by = (kind: Row['grouped']) => found.filter((row) => row.grouped === kind)
  const source = (await collegeRegister(engine, tx, 'plan-budgets')).fields['source']
  const labels = source?.kind === 'choice' ? source.codes.values : {}
  return {
    total: lineOf(by('total')[0]!),
    // In the order of the code list, not of the alphabet.
    bySource: Object.entries(labels).flatMap(([name, label]) =>
      by('source').flatMap((row) => (row.source === name ? [{ source: name, label, ...lineOf(row) }] : [])),
    ),
    byYear: by('year').map((row) => ({ year: row.year!, ...lineOf(row) })),
    byLevel: by('level').map((row) => ({ part: { id: row.id!, name: row.name ?? '' }, ...lineOf(row) })),
    byUnit: by('unit').map((row) => ({ part: { id: row.id!, name: row.name ?? '' }, ...lineOf(row) })),
  }
}

function lineOf(row: Row): WireMoneyLine {
  const money = (amount: string) => ({
    yuan: String(row[amount]),
    tenThousandYuan: String(row[`${amount}10k`]),
  })
  return {
    budget: money('budget'),
    arrived: money('arrived'),
    spent: money('spent'),
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
