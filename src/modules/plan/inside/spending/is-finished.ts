import { sql } from 'kysely'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { GuardProblem } from '../../../../engine/records/guards.ts'
import { table } from '../../../../engine/records/stored.ts'

/**
 * Refuses new money for a task that is out of use, or finished: whose leaf tasks, or itself, were all approved at 100 %.
 * @param id the record to blame
 */
export async function finishedProblems(
  engine: Engine,
  tx: Tx,
  task: string,
  id: string,
): Promise<readonly GuardProblem[]> {
  const of = (register: string) => table(getRegister(engine, register))
  const [row] = await tx.run<{ number: string; isGone: boolean; isFinished: boolean | null }>(sql`
    WITH RECURSIVE down AS (
      SELECT id, kind, number, deleted_at IS NOT NULL AS gone, 0 AS depth FROM ${of('plan-tasks')} WHERE college_id = ${tx.collegeId} AND id = ${task}
      UNION ALL
      SELECT t.id, t.kind, t.number, false, down.depth + 1 FROM down
        JOIN ${of('plan-tasks')} AS t ON t.college_id = ${tx.collegeId} AND t.parent = down.id AND t.deleted_at IS NULL
      WHERE down.depth < 12),
    reported AS (
      SELECT DISTINCT ON (task) task, percent FROM ${of('task-progress')}
      WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND state = 'approved' AND task IN (SELECT id FROM down)
      ORDER BY task, month DESC)
    SELECT (SELECT number FROM down WHERE depth = 0) AS number, (SELECT gone FROM down WHERE depth = 0) AS "isGone",
      bool_and(coalesce(reported.percent, 0) = 100) AS "isFinished"
    FROM down LEFT JOIN reported ON reported.task = down.id WHERE down.kind = 'leaf'`)
  if (row?.isGone)
    return [
      {
        id,
        field: 'task',
        message: {
          zh: `任务 ${row.number} 已停用，不能报账或签约：请换一项任务`,
          en: `Task ${row.number} is out of use: nothing can be claimed or committed for it. Choose another task`,
        },
      },
    ]
  if (row?.isFinished !== true) return []
  return [
    {
      id,
      field: 'task',
      message: {
        zh: `任务 ${row.number} 已经完成，不能再报账或签约。如确有尾款，请双高办先退回它的进度`,
        en: `Task ${row.number} is finished: nothing more can be claimed or committed for it. For a last payment, the office first reopens its progress`,
      },
    },
  ]
}
