import { sql } from 'kysely'
import { getRegister } from '../../../engine/engine.ts'
import type { Guard, GuardProblem } from '../../../engine/records/guards.ts'
import { column, isSame, table } from '../../../engine/records/stored.ts'
import { CLOSED, lockYears, YEARLY } from './year-guard.ts'

/** Where a task stands: what of it decides to which plan, level and task its years belong. */
const PLACE = ['plan', 'level', 'parent', 'kind'] as const

/**
 * What a closed year holds stays where it is: a task with records of such a year, its own or of tasks below it, is
 * neither taken out of use, nor brought back, nor moved. Whoever comes by a change request meets the same.
 */
export const closedTaskGuard: Guard = {
  registers: ['plan-tasks'],
  async hear(engine, tx, _actor, written) {
    const moved = written.filter(
      ({ action, before, after }) =>
        before !== null &&
        (action === 'delete' ||
          action === 'restore' ||
          PLACE.some((name) => !isSame(before.values[name], after.values[name]))),
    )
    if (moved.length === 0) return []
    await lockYears(tx)
    const of = (name: string) => table(getRegister(engine, name))
    const kept = sql.join(
      Object.entries(YEARLY).map(
        ([register, field]) => sql`
          SELECT task, left(${column(field)}::text, 4) AS year FROM ${of(register)}
          WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND task IN (SELECT id FROM down)`,
      ),
      sql` UNION ALL `,
    )
    const plans = [...new Set(moved.flatMap(({ before, after }) => [before!.values['plan'], after.values['plan']]))]
    const found = await tx.run<{ id: string; number: string; year: number; plan: string }>(sql`
      WITH RECURSIVE down AS (
        SELECT id AS root, id, 0 AS depth FROM ${of('plan-tasks')}
        WHERE college_id = ${tx.collegeId} AND id = ANY(${moved.map(({ id }) => id)}::uuid[])
        UNION ALL
        SELECT down.root, t.id, down.depth + 1 FROM down
          JOIN ${of('plan-tasks')} AS t ON t.college_id = ${tx.collegeId} AND t.parent = down.id
        WHERE down.depth < 12),
      kept AS (${kept})
      SELECT DISTINCT ON (root.id) root.id, root.number, y.year, p.name AS plan
      FROM down
        JOIN kept ON kept.task = down.id
        JOIN ${of('plan-tasks')} AS root ON root.college_id = ${tx.collegeId} AND root.id = down.root
        JOIN ${of('plan-years')} AS y ON y.college_id = ${tx.collegeId} AND y.deleted_at IS NULL
          AND y.state = ANY(${[...CLOSED]}::text[]) AND y.plan = ANY(${plans}::uuid[]) AND y.year::text = kept.year
        JOIN ${of('plans')} AS p ON p.college_id = ${tx.collegeId} AND p.id = y.plan
      ORDER BY root.id, y.year`)
    return found.map(({ id, number, year, plan }): GuardProblem => ({
      id,
      message: {
        zh: `任务 ${number} 有“${plan}”${year} 年度的进度、资金、目标或成果，而该年度已关闭：不能停用，也不能移到别处；确需调整的，请双高办在“计划年度”中申请重新打开`,
        en: `Task ${number} holds progress, money, targets or results of ${year} of “${plan}”, which is closed: it is neither taken out of use nor moved. Ask the office to have the year reopened in “Years of plans”`,
      },
    }))
  },
}
