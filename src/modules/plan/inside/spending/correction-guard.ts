import { sql } from 'kysely'
import { asSystem } from '../../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../../engine/records/guards.ts'
import { table } from '../../../../engine/records/stored.ts'
import { planTasks } from '../task-rows.ts'
import { alertsOf } from './alerts.ts'

/** The closing check of correction orders: something was done, somebody else looks at it, and the alert has gone out. */
export const correctionGuard: Guard = {
  registers: ['plan-corrections'],
  async hear(engine, tx, actor, written) {
    const problems: GuardProblem[] = []
    for (const one of written) {
      const { id, action, after } = one
      const text = (field: string) => (typeof after.values[field] === 'string' ? (after.values[field] as string) : null)
      if ((action === 'report' || action === 'close') && text('done') === null)
        problems.push({ id, field: 'done', message: { zh: '请先填写整改结果', en: 'Say first what was done' } })
      if (action !== 'close') continue
      if (actor.personId !== null && actor.personId === text('responsible'))
        problems.push({
          id,
          message: { zh: '责任人不能核查自己的整改', en: 'Whoever is responsible does not check their own correction' },
        })
      problems.push(...(await standingProblems(engine, tx, one)))
    }
    return problems
  },
}

async function standingProblems(engine: Engine, tx: Tx, { id, after }: Written): Promise<readonly GuardProblem[]> {
  const { alert, task } = after.values as { alert: string | null; task: string }
  if (alert === null) return []
  const [row] = await tx.run<{ plan: string }>(sql`
    SELECT plan FROM ${table(getRegister(engine, 'plan-tasks'))} WHERE college_id = ${tx.collegeId} AND id = ${task}`)
  // A unit closes nothing by seeing less: the check looks at everything.
  const found = await planTasks(engine, tx, asSystem(tx.collegeId, '整改核查'), row!.plan)
  const watched = found.tasks.find((one) => one.id === task)
  const standing = watched && alertsOf(watched, found.plan.asOf).find(({ rule }) => rule.name === alert)
  return standing
    ? [
        {
          id,
          field: 'alert',
          message: {
            zh: `预警尚未解除，不能销号：${standing.reason.zh}`,
            en: `The alert still stands, so the order is not closed: ${standing.reason.en}`,
          },
        },
      ]
    : []
}
