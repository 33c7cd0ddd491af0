import { sql } from 'kysely'
import { asSystem, type Actor } from '../../../../engine/access/actor.ts'
import { today } from '../../../../engine/access/today.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import type { Guard, GuardProblem, Written } from '../../../../engine/records/guards.ts'
import { tableOf } from '../fact-sql.ts'
import { closeAccount } from './close-account.ts'
import { isOwnAccount, personOf, writesOwnOnly } from './own-account.ts'

/** What a learner says of themselves: only of their own account; what is accepted happens in the same transaction. */
export const accountGuard: Guard = {
  registers: ['credit-consents', 'learner-requests', 'life-events'],
  async hear(engine, tx, actor, written) {
    const problems: GuardProblem[] = []
    for (const one of written) {
      problems.push(...(await foreign(engine, tx, actor, one)))
      if (problems.length > 0) continue
      if (one.register === 'life-events') problems.push(...(await follow(engine, tx, one)))
      if (one.register === 'learner-requests' && one.action === 'accept') await carryOut(engine, tx, one)
    }
    return problems
  },
}

async function foreign(engine: Engine, tx: Tx, actor: Actor, one: Written): Promise<GuardProblem[]> {
  if (actor.system) return []
  const { id, register, action, before, after } = one
  const learner = String(after.values['learner'])
  const isOwn = isOwnAccount(actor, { id: learner, person: await personOf(engine, tx, learner) })
  if (action === 'accept' || action === 'refuse')
    return isOwn
      ? [
          {
            id,
            message: {
              zh: '不能办理自己的申请：请由另一位人员办理',
              en: 'Nobody decides on a request of their own: somebody else has to',
            },
          },
        ]
      : []
  const isMoved = before === null || before.values['learner'] !== learner
  return isMoved && !isOwn && writesOwnOnly(engine, actor, register)
    ? [
        {
          id,
          field: 'learner',
          message: { zh: '只能填写自己账户的内容', en: 'You may only write for your own account' },
        },
      ]
    : []
}

/** The latest event says where the learner stands. */
async function follow(engine: Engine, tx: Tx, { id, after }: Written): Promise<GuardProblem[]> {
  const { learner, on } = after.values as { learner: string; on: string }
  if (on > today()) return [{ id, field: 'on', message: { zh: `日期 ${on} 在今天之后`, en: `${on} is after today` } }]
  const [latest] = await tx.run<{ stage: string; now: string }>(sql`
    SELECT e.stage, l.stage AS now FROM ${tableOf(engine, 'life-events')} AS e
      JOIN ${tableOf(engine, 'credit-learners')} AS l ON l.college_id = e.college_id AND l.id = e.learner AND l.deleted_at IS NULL
    WHERE e.college_id = ${tx.collegeId} AND e.learner = ${learner} AND e.deleted_at IS NULL ORDER BY e.on DESC, e.id DESC LIMIT 1`)
  if (latest && latest.stage !== latest.now)
    await act(engine, tx, asSystem(tx.collegeId, '人生阶段变化'), {
      register: 'credit-learners',
      id: learner,
      action: 'update',
      values: { stage: latest.stage },
    })
  return []
}

async function carryOut(engine: Engine, tx: Tx, { after }: Written): Promise<void> {
  const { number, learner, kind, name, identity, phone } = after.values as Record<string, string | null>
  if (kind === 'closing') return closeAccount(engine, tx, learner!)
  await act(engine, tx, asSystem(tx.collegeId, `更正申请 ${number}`), {
    register: 'credit-learners',
    id: learner!,
    action: 'update',
    values: { ...(name ? { name } : {}), ...(identity ? { identity } : {}), ...(phone ? { phone } : {}) },
    comment: number!,
  })
}
