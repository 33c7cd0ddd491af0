import { sql } from 'kysely'
import { type Actor, may } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { defineJob, type JobContext } from '../../../engine/jobs/define-job.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed } from '../../../engine/refusal.ts'
import type { WireOverview } from '../wire.ts'
import { definitionsOf } from './activities.ts'

const DAYS = 30
const LISTED = 12

/** What came in the last 30 days, from sums: no statement is read. @throws Refusal 403 */
export async function overview(engine: Engine, tx: Tx, actor: Actor, now = new Date()): Promise<WireOverview> {
  if (!may(engine.catalogue, actor, 'settings.manage'))
    throw notAllowed({ zh: '查看学习记录总览', en: 'see the overview of learning records' })
  const since = new Date(now.getTime() - DAYS * 86_400_000).toISOString()
  const rows = await tx.run<{ day: string; statements: number; succeeded: number; failed: number }>(sql`
    SELECT to_char(hour AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, sum(statements)::integer AS statements, sum(succeeded)::integer AS succeeded, sum(failed)::integer AS failed
    FROM learning_counts WHERE college_id = ${tx.collegeId} AND kind = 'verb' AND hour >= ${since} GROUP BY day ORDER BY day`)
  const most = (kind: string) =>
    tx.run<{ name: string; statements: number }>(sql`
      SELECT name, sum(statements)::integer AS statements FROM learning_counts
      WHERE college_id = ${tx.collegeId} AND kind = ${kind} AND hour >= ${since} GROUP BY name ORDER BY statements DESC, name LIMIT ${LISTED}`)
  const verbs = await most('verb')
  const activities = await most('activity')
  const known = await definitionsOf(
    tx,
    activities.map((a) => a.name),
  )
  const sum = (name: 'statements' | 'succeeded' | 'failed') => rows.reduce((n, row) => n + row[name], 0)
  return {
    statements: sum('statements'),
    succeeded: sum('succeeded'),
    failed: sum('failed'),
    days: rows.map(({ day, statements }) => ({ day, statements })),
    verbs: verbs.map(({ name, statements }) => ({ verb: name, statements })),
    activities: activities.map(({ name: activity, statements }) => ({
      activity,
      name: (known.get(activity)?.['name'] as Record<string, string> | undefined) ?? null,
      statements,
    })),
  }
}

const WHOLE = '00000000-0000-7000-8000-000000000000'

/** Counts of past hours, one row a batch, become one row an hour; those of past days one row a day. */
export const addUpCounts = defineJob({
  name: 'add-up-learning-counts',
  label: { zh: '汇总学习记录计数', en: 'Adding up counts of learning records' },
  retries: 3,
  timetable: '12 * * * *',
  run: ({ engine, college }: JobContext) =>
    engine.database.inCollege(college, async (tx) => {
      const now = new Date()
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
    }),
  tell: ({ rows }) => ({ zh: `汇总为 ${rows} 行`, en: `Added up to ${rows} rows` }),
})
