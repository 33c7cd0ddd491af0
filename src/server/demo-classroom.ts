import { sql } from 'kysely'
import { classroomHistory } from '../../demo/classroom-history.ts'
import type { DemoContext } from '../../demo/context.ts'
import { itemBank } from '../../demo/item-bank.ts'
import type { Tx } from '../database/connection.ts'
import type { Engine } from '../engine/engine.ts'
import { fillOnlineDays, refreshSome, takeLessons } from '../modules/teaching-analysis/index.ts'

/** The term in which the demo's lessons were held, and the day after it. */
const TERM = { from: '2023-09-01', to: '2024-01-20' } as const
/** What the demo's teacher answered to advice, by rule; the rest is still open. */
const ANSWERS = [
  ['preview-unopened', 'accepted', '上课前一天在班级群里提醒，并说明预习题会在课上用到'],
  ['same-few-speak', 'done', '改用随机点名'],
  ['item-ambiguous', 'done', '已改写题干'],
  ['item-too-easy', 'declined', '这道题用来开场，有意出得容易'],
  ['closed-too-soon', 'accepted', ''],
] as const

/** Lessons that were held with everything that happened in them, what followed for the registers, and advice on them. */
export async function loadClassroom(engine: Engine, tx: Tx, demo: DemoContext): Promise<number> {
  const history = classroomHistory(demo)
  for (const [table, rows] of Object.entries({ ...itemBank(demo), ...history })) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => sql.ref(name))
    await tx.run(sql`
      INSERT INTO ${sql.table(table)} (college_id, ${sql.join(columns)})
      SELECT ${tx.collegeId}::uuid, ${sql.join(columns)} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`)
  }
  await tx.run(sql`SELECT analyze_tables(NULL)`)
  const sessions = history.classroom_sessions.map(({ id }) => String(id))
  await takeLessons(engine, tx, sessions, `${TERM.to}T00:00:00.000Z`)
  await fillOnlineDays(engine, tx, TERM.from, TERM.to)
  for (let left = 1; left > 0;) ({ left } = await refreshSome(tx, new Date().toISOString()))
  // Without a time zone two hours are always the same: a Citus changes rows by nothing that depends on settings.
  const later = sql`(made_at AT TIME ZONE 'UTC' + interval '2 hours') AT TIME ZONE 'UTC'`
  for (const [rule, state, remark] of ANSWERS)
    await tx.run(sql`
      UPDATE teaching_advice SET state = ${state}, remark = ${remark}, answered_at = ${later}, revision = revision + 1
      WHERE college_id = ${tx.collegeId} AND rule = ${rule} AND state = 'open'`)
  return Object.values(history).reduce((sum, rows) => sum + rows.length, 0)
}
