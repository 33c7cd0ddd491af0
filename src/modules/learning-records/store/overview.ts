import { sql } from 'kysely'
import { type Actor, may } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { defineJob, type JobContext } from '../../../engine/jobs/define-job.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed } from '../../../engine/refusal.ts'
import type { Json } from '../statement/check-statement.ts'
import { keyOf } from '../statement/mentions.ts'
import type { Period, WireCount, WireOverview, WireWords } from '../wire.ts'
import { definitionsOf } from './activities.ts'
import { dayOf } from './count-statements.ts'
import { ensureMonth } from './months.ts'

const LISTED = 12

/** Sums without anybody's name: for those who see figures before they are approved, and for who manages the programs. */
const maySeeSums = (engine: Engine, actor: Actor) =>
  may(engine.catalogue, actor, 'settings.manage') || may(engine.catalogue, actor, 'figures.read-unapproved')

/** What came in the last days, from sums: no statement is read. @throws Refusal 403 */
export async function overview(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  period: Period = 30,
  now = new Date(),
): Promise<WireOverview> {
  if (!maySeeSums(engine, actor))
    throw notAllowed({ zh: '查看学习记录总览', en: 'see the overview of learning records' })
  const first = dayOf(new Date(now.getTime() - (period - 1) * 86_400_000).toISOString())
  const since = `${first}T00:00:00+08:00`
  const rows = await tx.run<{ day: string; statements: number; succeeded: number; failed: number }>(sql`
    SELECT to_char(hour AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, sum(statements)::integer AS statements, sum(succeeded)::integer AS succeeded, sum(failed)::integer AS failed
    FROM learning_counts WHERE college_id = ${tx.collegeId} AND kind = 'verb' AND hour >= ${since} GROUP BY day ORDER BY day`)
  const people = await tx.run<{ day: string; actors: number }>(sql`
    SELECT day, count(*)::integer AS actors FROM learning_actors WHERE college_id = ${tx.collegeId} AND day >= ${first} GROUP BY day`)
  const [all] = await tx.run<{ actors: number }>(
    // Grouped rather than DISTINCT, which PostgreSQL would sort for.
    sql`SELECT count(*)::integer AS actors FROM (SELECT actor FROM learning_actors WHERE college_id = ${tx.collegeId} AND day >= ${first} GROUP BY actor) AS each`,
  )
  const most = (kind: 'verb' | 'activity' | 'course') =>
    tx.run<{ name: string; statements: number }>(sql`
      SELECT name, sum(statements)::integer AS statements FROM learning_counts
      WHERE college_id = ${tx.collegeId} AND kind = ${kind} AND hour >= ${since} GROUP BY name ORDER BY statements DESC, name LIMIT ${LISTED}`)
  const [verbs, activities, courses] = [await most('verb'), await most('activity'), await most('course')]
  const known = await definitionsOf(
    tx,
    [...activities, ...courses].map(({ name }) => name),
  )
  const named = ({ name, statements }: { name: string; statements: number }): WireCount => ({
    id: name,
    name: (known.get(name)?.['name'] as WireWords | undefined) ?? null,
    statements,
  })
  const said = await displaysOf(
    tx,
    verbs.map(({ name }) => name),
  )
  const sum = (name: 'statements' | 'succeeded' | 'failed') => rows.reduce((n, row) => n + row[name], 0)
  const came = new Map(rows.map((row) => [row.day, row.statements]))
  const actors = new Map(people.map((row) => [row.day, row.actors]))
  return {
    statements: sum('statements'),
    succeeded: sum('succeeded'),
    failed: sum('failed'),
    actors: all!.actors,
    days: Array.from({ length: period }, (_, i) => {
      const day = dayOf(new Date(Date.parse(since) + i * 86_400_000).toISOString())
      return { day, statements: came.get(day) ?? 0, actors: actors.get(day) ?? 0 }
    }),
    verbs: verbs.map(({ name, statements }) => ({ id: name, name: said.get(name) ?? null, statements })),
    activities: activities.map(named),
    courses: courses.map(named),
    maySeeStatements: may(engine.catalogue, actor, 'settings.manage'),
  }
}

/** What verbs are called, by the latest statement of each. */
async function displaysOf(tx: Tx, verbs: readonly string[]): Promise<ReadonlyMap<string, WireWords>> {
  const found = new Map<string, WireWords>()
  for (const verb of verbs) {
    const [row] = await tx.run<{ statement: string }>(
      sql`SELECT statement FROM learning_statements WHERE college_id = ${tx.collegeId} AND verb_key = ${keyOf(verb)} ORDER BY place DESC LIMIT 1`,
    )
    const display = row && ((JSON.parse(row.statement) as { verb: Json }).verb['display'] as WireWords | undefined)
    if (display) found.set(verb, display)
  }
  return found
}

const WHOLE = '00000000-0000-7000-8000-000000000000'

/** Counts of past hours, one row a batch, become one row an hour; those of past days one row a day. */
export const addUpCounts = defineJob({
  name: 'add-up-learning-counts',
  label: { zh: '汇总学习记录计数', en: 'Adding up counts of learning records' },
  retries: 3,
  timetable: '12 * * * *',
  isDue: async (tx) =>
    (await tx.run(sql`SELECT 1 FROM learning_counts WHERE college_id = ${tx.collegeId} LIMIT 1`)).length > 0,
  run: async ({ engine, college }: JobContext) => {
    const now = new Date()
    // Before it begins: whoever writes first in it then waits for nobody.
    await ensureMonth(engine, new Date(now.getTime() + 3 * 86_400_000).toISOString())
    return engine.database.inCollege(college, async (tx) => {
      const hour = `${now.toISOString().slice(0, 13)}:00:00Z`
      // Midnight in Shanghai, where the days of an overview begin.
      const today = `${new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)}T00:00:00+08:00`
      const rows = await tx.change(sql`
        WITH gone AS (
          DELETE FROM learning_counts WHERE college_id = ${tx.collegeId} AND hour < ${hour}
            AND (batch <> ${WHOLE}::uuid OR hour < ${today} AND hour <> date_trunc('day', hour, 'Asia/Shanghai'))
          RETURNING college_id, kind, CASE WHEN hour < ${today} THEN date_trunc('day', hour, 'Asia/Shanghai') ELSE hour END AS at, name, statements, succeeded, failed)
        INSERT INTO learning_counts AS c (college_id, kind, hour, name, batch, statements, succeeded, failed)
        SELECT college_id, kind, at, name, ${WHOLE}::uuid, sum(statements), sum(succeeded), sum(failed) FROM gone GROUP BY college_id, kind, at, name
        ON CONFLICT (college_id, kind, hour, name, batch) DO UPDATE
          SET statements = c.statements + excluded.statements, succeeded = c.succeeded + excluded.succeeded, failed = c.failed + excluded.failed`)
      return { rows }
    })
  },
  tell: ({ rows }) => ({ zh: `汇总为 ${rows} 行`, en: `Added up to ${rows} rows` }),
})
