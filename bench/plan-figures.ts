import pg from 'pg'
import { sql } from 'kysely'
import { declarations } from '../catalogue/index.gen.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { planFigures } from '../src/modules/plan/index.ts'
import { makeTestCollege } from '../src/testing/actors.ts'
import { openBench } from './college.ts'
import { fillPlans } from './plan-rows.ts'
import type { BenchRow } from './row.ts'

const PLANS = Number(process.env['BENCH_PLANS'] ?? 100)
const TASKS = 1000
const YEARS = 5
const TIMES = 3

/** As a person writes it for one plan: done and not done, money by every side that is printed, the weighed score. */
const BY_HAND = `
WITH t AS (SELECT id, kind, level, unit, "to" FROM records.plan_tasks WHERE college_id = $1 AND plan = $2 AND deleted_at IS NULL),
last AS (
  SELECT DISTINCT ON (p.task) p.task, p.percent FROM records.task_progress p JOIN t ON t.id = p.task
  WHERE p.college_id = $1 AND p.state = 'approved' AND p.deleted_at IS NULL AND p.month <= $3 ORDER BY p.task, p.month DESC),
m AS (
  SELECT task, source, year, amount AS budget, 0 AS arrived, 0 AS spent FROM records.plan_budgets WHERE college_id = $1 AND task IN (SELECT id FROM t) AND state = 'approved' AND deleted_at IS NULL
  UNION ALL SELECT task, source, year, 0, amount, 0 FROM records.plan_arrivals WHERE college_id = $1 AND task IN (SELECT id FROM t) AND state = 'approved' AND deleted_at IS NULL
  UNION ALL SELECT task, source, year, 0, 0, amount FROM records.plan_payments WHERE college_id = $1 AND task IN (SELECT id FROM t) AND state = 'approved' AND deleted_at IS NULL)
SELECT 'tasks' AS what, NULL AS source, NULL AS year, level, unit, count(*)::text AS a, count(*) FILTER (WHERE percent = 100)::text AS b, NULL AS c
FROM t LEFT JOIN last ON last.task = t.id WHERE kind = 'leaf' GROUP BY GROUPING SETS ((), (level), (unit))
UNION ALL
SELECT 'money', source, year, level, unit, sum(budget)::text, sum(arrived)::text, sum(spent)::text
FROM m JOIN t ON t.id = m.task GROUP BY GROUPING SETS ((), (source), (year), (level), (unit))
UNION ALL
SELECT 'score', NULL, NULL, NULL, NULL, round(sum(score * weight) / 100, 2)::text, NULL, NULL FROM records.plan_levels
WHERE college_id = $1 AND plan = $2 AND deleted_at IS NULL`

/** Completion, money under each definition, scores and results of every plan, against the same sums by hand. */
export async function benchPlanFigures(): Promise<BenchRow[]> {
  const db = await openBench(assembleCatalogue(declarations))
  const client = new pg.Client({ connectionString: db.appUrl })
  try {
    const college = await makeTestCollege(db.engine, 'plans')
    await fillPlans(db, college.id, college.east, { plans: PLANS, tasks: TASKS, years: YEARS })
    const actor = asSystem(college.id, 'bench')
    const plans = await db.engine.database.inCollege(college.id, (tx) =>
      tx.run<{ id: string }>(sql`SELECT id FROM records.plans WHERE college_id = ${college.id} ORDER BY id`),
    )
    await client.connect()
    const theirs = (plan: string) => client.query(BY_HAND, [college.id, plan, `${2018 + YEARS}-12`])
    const ours = (plan: string) =>
      db.engine.database.inCollege(college.id, (tx) => planFigures(db.engine, tx, actor, plan))
    await client.query(`SET app.college = '${college.id}'`)
    for (const { id } of plans.slice(0, 5)) {
      const [mine, hand] = [await ours(id), (await theirs(id)).rows as Record<string, string | null>[]]
      const whole = (what: string) =>
        hand.find(
          (row) =>
            row['what'] === what && [row['source'], row['year'], row['level'], row['unit']].every((v) => v === null),
        )!
      const money = mine.money!.total
      const pairs = [
        [mine.completion.total.leaves, whole('tasks')['a']],
        [mine.completion.total.completed, whole('tasks')['b']],
        [Number(money.budget.yuan), Number(whole('money')['a'])],
        [Number(money.arrived.yuan), Number(whole('money')['b'])],
        [Number(money.spent.yuan), Number(whole('money')['c'])],
        [mine.scores.total, whole('score')['a']],
      ]
      for (const [a, b] of pairs) if (String(a) !== String(b)) throw new Error(`${String(a)} is not ${String(b)}`)
    }
    let [mine, hand] = [Infinity, Infinity]
    for (let i = 0; i < TIMES; i++) {
      mine = Math.min(
        mine,
        await timed(async () => {
          for (const { id } of plans) await ours(id)
        }),
      )
      hand = Math.min(
        hand,
        await timed(async () => {
          for (const { id } of plans) await theirs(id)
        }),
      )
    }
    return [
      {
        name: `scores and rates of ${PLANS} plans × ${TASKS.toLocaleString('en')} tasks × ${YEARS} years, recomputed from records`,
        ours: `${(mine / 1000).toFixed(1)} s`,
        byHand: `${(hand / 1000).toFixed(1)} s`,
        ratio: (mine / hand).toFixed(2),
        aim: '≤ 1.50',
      },
    ]
  } finally {
    await client.end()
    await db.close()
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
