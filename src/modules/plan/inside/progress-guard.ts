import { sql } from 'kysely'
import { today } from '../../../engine/access/today.ts'
import { getRegister } from '../../../engine/engine.ts'
import type { Guard, GuardProblem, Written } from '../../../engine/records/guards.ts'
import { table } from '../../../engine/records/stored.ts'

/** What a report depends on: other changes of it break no rule of this file. */
const JUDGED = ['task', 'month', 'percent', 'reason'] as const

const isJudged = ({ before, after, action }: Written) =>
  after.deletedAt === null &&
  (before === null ||
    action === 'submit' ||
    action === 'restore' ||
    JUDGED.some((name) => before.values[name] !== after.values[name]))

interface Report extends Record<string, unknown> {
  readonly id: string
  readonly month: string
  readonly percent: number
  readonly reason: string | null
  readonly number: string
  readonly kind: string
  readonly from: string
  readonly earlier: { readonly month: string; readonly percent: number } | null
  readonly finishedIn: string | null
}

/**
 * A monthly report is of a leaf task, of a month that has begun, not before the task begins nor after it was finished;
 * and says why where progress falls.
 */
export const progressGuard: Guard = {
  registers: ['task-progress'],
  async hear(engine, tx, _actor, written) {
    const judged = written.filter(isJudged)
    if (judged.length === 0) return []
    const tasks = [...new Set(judged.map(({ after }) => String(after.values['task'])))].sort()
    // Two months of one task may be reported at once: who comes second sees the first. Sorted, so that nobody waits in a circle.
    for (const task of tasks) await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext(${`progress ${task}`}))`)
    const progress = table(getRegister(engine, 'task-progress'))
    const reports = await tx.run<Report>(sql`
      SELECT p.id, p.month, p.percent, p.reason, t.number, t.kind, t."from",
        (SELECT json_build_object('month', e.month, 'percent', e.percent) FROM ${progress} AS e
          WHERE e.college_id = p.college_id AND e.task = p.task AND e.month < p.month AND e.deleted_at IS NULL AND e.state <> 'draft'
          ORDER BY e.month DESC LIMIT 1) AS earlier,
        (SELECT min(e.month) FROM ${progress} AS e
          WHERE e.college_id = p.college_id AND e.task = p.task AND e.month < p.month AND e.deleted_at IS NULL
            AND e.state = 'approved' AND e.percent = 100) AS "finishedIn"
      FROM ${progress} AS p
        JOIN ${table(getRegister(engine, 'plan-tasks'))} AS t ON t.college_id = p.college_id AND t.id = p.task
      WHERE p.college_id = ${tx.collegeId} AND p.id = ANY(${judged.map(({ id }) => id)}::uuid[])`)
    return reports.flatMap(mistakesOf)
  },
}

function mistakesOf({ id, month, percent, reason, number, kind, from, earlier, finishedIn }: Report): GuardProblem[] {
  const problems: GuardProblem[] = []
  const now = today().slice(0, 7)
  if (kind !== 'leaf')
    problems.push({
      id,
      field: 'task',
      message: {
        zh: `${number} 不是任务点：进度只在任务点上填报，请选择它下面的任务点`,
        en: `${number} is no leaf task: progress is reported of leaf tasks. Choose one below it`,
      },
    })
  if (month > now)
    problems.push({
      id,
      field: 'month',
      message: {
        zh: `${month} 还没有到，最多填报到 ${now}`,
        en: `${month} has not come yet: report ${now} or before`,
      },
    })
  if (month < from.slice(0, 7))
    problems.push({
      id,
      field: 'month',
      message: {
        zh: `${number} 从 ${from} 开始，不填报此前的月份`,
        en: `${number} begins on ${from}: months before that are not reported`,
      },
    })
  if (finishedIn !== null)
    problems.push({
      id,
      field: 'task',
      message: {
        zh: `${number} 已在 ${finishedIn} 完成并审定，不再填报；确需更正的，请双高办重新打开 ${finishedIn} 的填报`,
        en: `${number} was finished and approved in ${finishedIn}: nothing more is reported. To correct it, ask the office to reopen the report of ${finishedIn}`,
      },
    })
  if (earlier !== null && percent < earlier.percent && !reason?.trim())
    problems.push({
      id,
      field: 'reason',
      message: {
        zh: `累计进度 ${percent}% 低于 ${earlier.month} 填报的 ${earlier.percent}%，请写明回退原因`,
        en: `Progress of ${percent} % is below the ${earlier.percent} % of ${earlier.month}: say why it fell`,
      },
    })
  return problems
}
