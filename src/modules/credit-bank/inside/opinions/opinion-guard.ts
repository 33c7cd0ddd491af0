import { sql } from 'kysely'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { sendNotices } from '../../../../engine/notices/notices.ts'
import { act } from '../../../../engine/records/act.ts'
import type { Guard, GuardProblem, Written } from '../../../../engine/records/guards.ts'
import { tableOf } from '../fact-sql.ts'
import { personOf } from '../accounts/own-account.ts'
import { appealOf } from './appeal-of.ts'

const EXPERTS_WORDS = ['recommendation', 'level', 'credits', 'reason']
/** Whoever should look at something else is asked anew. */
const ASKED = ['outcome', 'expert', 'number']

/** Who may be asked about which outcome, and that an opinion is the expert's own. Tells the expert of a question. */
export const opinionGuard: Guard = {
  registers: ['outcome-opinions'],
  async hear(engine, tx, actor, written) {
    if (actor.system) return []
    const problems: GuardProblem[] = []
    for (const one of written) {
      const found = ownWords(one)
      if (found.length === 0 && one.action === 'create') found.push(...(await askable(engine, tx, one)))
      problems.push(...found)
    }
    return problems
  },
  withholds: async (_engine, _tx, _actor, _register, records) =>
    new Map(
      records.map(({ id, state }) => [id, ['delete', 'restore', ...(state === 'assigned' ? [] : ['update'])]] as const),
    ),
}

function ownWords({ id, action, before, after }: Written): GuardProblem[] {
  if (action === 'delete' || action === 'restore' || (action === 'update' && before?.state !== 'assigned'))
    return [
      {
        id,
        message: {
          zh: '专家意见不能停用、恢复或改动：不再需要的，请撤回',
          en: 'An opinion is not changed or taken out of use: withdraw it when it is not wanted',
        },
      },
    ]
  const differs = (field: string) => (after.values[field] ?? null) !== (before?.values[field] ?? null)
  return [
    ...EXPERTS_WORDS.filter(differs).map((field) => ({
      id,
      field,
      message: { zh: '由专家本人填写', en: 'The expert alone fills this in' },
    })),
    ...ASKED.filter((field) => before !== null && differs(field)).map((field) => ({
      id,
      field,
      message: { zh: '不能改动：请撤回后另行邀请', en: 'This does not change: withdraw it and ask anew' },
    })),
  ]
}

/** May this expert be asked about this outcome? Then they are told. */
async function askable(engine: Engine, tx: Tx, { id, after }: Written): Promise<GuardProblem[]> {
  const { outcome, expert, dueOn } = after.values as { outcome: string; expert: string; dueOn: string }
  // Held until the end, so that nobody is asked about an outcome that is being decided.
  const [about] = await tx.run<{ name: string; learner: string; state: string }>(sql`
    SELECT name, learner, state FROM ${tableOf(engine, 'learning-outcomes')}
    WHERE college_id = ${tx.collegeId} AND id = ${outcome} AND deleted_at IS NULL FOR SHARE`)
  if (about?.state !== 'registered')
    return [
      {
        id,
        field: 'outcome',
        message: {
          zh: '只有待认定的成果可以请专家评议',
          en: 'Experts are asked about outcomes that wait to be accredited',
        },
      },
    ]
  const wrong = (zh: string, en: string): GuardProblem[] => [{ id, field: 'expert', message: { zh, en } }]
  if ((await personOf(engine, tx, about.learner)) === expert)
    return wrong('成果是这位专家本人的：请另请专家', 'The outcome is this expert’s own: ask another')
  const accounts = await tx.run<{ id: string }>(
    sql`SELECT id FROM accounts WHERE college_id = ${tx.collegeId} AND person_id = ${expert} AND NOT disabled`,
  )
  if (accounts.length === 0)
    return wrong(
      '这位专家没有登录账号：请系统管理员先开账号（校外专家用“评分专家”角色）',
      'This expert has no account: ask the administrator for one (role “scoring expert” for somebody from outside)',
    )
  const appeal = await appealOf(tx, outcome)
  if (appeal && accounts.some((account) => account.id === appeal.refusedBy))
    return wrong('申诉由未作出原决定的人评议：请另请专家', 'Who refused the outcome gives no opinion of the appeal')
  const [same] = await tx.run(sql`
    SELECT 1 FROM ${tableOf(engine, 'outcome-opinions')} WHERE college_id = ${tx.collegeId} AND outcome = ${outcome}
      AND expert = ${expert} AND id <> ${id} AND state IN ('assigned', 'answered') AND deleted_at IS NULL
      AND created_at >= ${appeal?.at ?? '-infinity'}::timestamptz`)
  if (same) return wrong('已请过这位专家', 'This expert was asked already')
  await sendNotices(
    tx,
    accounts.map((account) => account.id),
    {
      kind: 'credit-bank.opinion-asked',
      text: {
        zh: `请您评议学习成果“${about.name}”，${dueOn} 前答复`,
        en: `Your opinion of the outcome “${about.name}” is asked for, by ${dueOn}`,
      },
      link: '/credit-bank?tab=opinions',
    },
  )
  return []
}

/** Once an outcome is decided, nobody need answer any more. */
export const decidedGuard: Guard = {
  registers: ['learning-outcomes'],
  async hear(engine, tx, actor, written) {
    const decided = written.filter(
      ({ before, after }) => before?.state === 'registered' && (after.state !== 'registered' || after.deletedAt),
    )
    if (decided.length > 0) await withdrawOpen(engine, tx, actor, decided)
    return []
  },
}

async function withdrawOpen(engine: Engine, tx: Tx, actor: Actor, decided: readonly Written[]): Promise<void> {
  const open = await tx.run<{ id: string }>(sql`
    SELECT id FROM ${tableOf(engine, 'outcome-opinions')} WHERE college_id = ${tx.collegeId} AND state = 'assigned'
      AND outcome = ANY(${decided.map(({ id }) => id)}::uuid[]) AND deleted_at IS NULL`)
  for (const { id } of open)
    await act(engine, tx, asSystem(actor.collegeId, '成果已作出决定'), {
      register: 'outcome-opinions',
      id,
      action: 'withdraw',
      comment: '成果已作出决定',
    })
}
