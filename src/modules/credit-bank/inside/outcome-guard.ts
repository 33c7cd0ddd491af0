import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { today } from '../../../engine/access/today.ts'
import type { Engine } from '../../../engine/engine.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../engine/records/guards.ts'
import type { Label } from '../../../language/label.ts'
import { isOwnAccount, personOf, writesOwnOnly } from './accounts/own-account.ts'
import { type Entry, heldOf, lockLearner, post } from './ledger.ts'

/** What may be added to an outcome once it was looked at. */
const LATE_FIELDS = ['evidence', 'note']
const OPEN = ['registered', 'refused']

/** Watches over learning outcomes and posts their credits: issued when accredited, taken back when revoked, lapsed when they run out. */
export const outcomeGuard: Guard = {
  registers: ['learning-outcomes'],
  async hear(engine, tx, actor, written) {
    const problems: GuardProblem[] = []
    for (const one of written) {
      const found = await problemsOf(engine, tx, actor, one)
      problems.push(...found)
      if (found.length === 0) problems.push(...(await follow(tx, actor, one)))
    }
    return problems
  },
}

const problem = (id: string, message: Label, field?: string): GuardProblem => ({
  id,
  message,
  ...(field ? { field } : {}),
})

async function problemsOf(engine: Engine, tx: Tx, actor: Actor, one: Written): Promise<readonly GuardProblem[]> {
  const { id, action, before, after } = one
  const { issuedOn, learner } = after.values as { issuedOn: string; learner: string }
  const problems: GuardProblem[] = []
  if (issuedOn > today() && action !== 'delete')
    problems.push(
      problem(
        id,
        {
          zh: `取得日期 ${issuedOn} 在今天之后，请核对`,
          en: `It was issued on ${issuedOn}, after today: check the date`,
        },
        'issuedOn',
      ),
    )
  if (actor.system) return problems
  // An outcome is brought to one's own account, and not handed to another's afterwards.
  const isBrought = action === 'create' || (action === 'update' && before?.values['learner'] !== learner)
  if (isBrought || (action === 'accredit' && before !== null)) {
    const person = await personOf(engine, tx, learner)
    const isOwn = isOwnAccount(actor, { id: learner, person })
    if (action === 'accredit' && isOwn)
      problems.push(
        problem(id, {
          zh: '不能认定自己的成果：请由另一位审核人员办理',
          en: 'Nobody accredits an outcome of their own: another reviewer has to',
        }),
      )
    if (isBrought && !isOwn && writesOwnOnly(engine, actor, 'learning-outcomes'))
      problems.push(
        problem(
          id,
          { zh: '只能登记自己账户的学习成果', en: 'You may only register outcomes of your own account' },
          'learner',
        ),
      )
  }
  if (before === null || OPEN.includes(before.state)) return problems
  if (action === 'delete' || action === 'restore')
    problems.push(
      problem(id, {
        zh: '已认定的成果不能停用或恢复：请撤销认定',
        en: 'An accredited outcome is not taken out of use: revoke it',
      }),
    )
  if (before.state === after.state)
    for (const [name, value] of Object.entries(after.values))
      if (!LATE_FIELDS.includes(name) && JSON.stringify(value ?? null) !== JSON.stringify(before.values[name] ?? null))
        problems.push(
          problem(
            id,
            {
              zh: '成果认定后内容不能改：请撤销认定，再按正确内容重新登记',
              en: 'An accredited outcome does not change: revoke it and register it again as it should be',
            },
            name,
          ),
        )
  return problems
}

/** What follows in the ledger from a new state. */
async function follow(tx: Tx, actor: Actor, { id, before, after }: Written): Promise<readonly GuardProblem[]> {
  if (before?.state === after.state) return []
  const { learner, credits } = after.values as { learner: string; credits: string }
  const posting = { by: actor.accountId, at: new Date().toISOString() }
  if (after.state === 'accredited') {
    await post(tx, learner, [issue(id, credits)], posting)
    return []
  }
  if (after.state !== 'expired' && after.state !== 'revoked') return []
  await lockLearner(tx, learner)
  const held = await heldOf(tx, learner, id)
  if (after.state === 'revoked' && !new Exact(held).eq(credits)) return [await stillUsed(tx, learner, id)]
  if (new Exact(held).gt(0))
    await post(
      tx,
      learner,
      [
        {
          key: `${after.state}/${id}`,
          from: 'held',
          to: after.state === 'expired' ? 'lapsed' : 'issued',
          credits: held,
          outcome: id,
        },
      ],
      posting,
    )
  return []
}

/** The credits of an outcome come into being when it is accredited. */
export const issue = (outcome: string, credits: string): Entry => ({
  key: `issue/${outcome}`,
  from: 'issued',
  to: 'held',
  credits,
  outcome,
})

/** The consequence of a revocation is shown before it happens: conversions made of the outcome come first. */
async function stillUsed(tx: Tx, learner: string, outcome: string): Promise<GuardProblem> {
  const [use] = await tx.run<{ target: string; credits: string }>(sql`
    SELECT target, credits::text AS credits FROM credit_entries
    WHERE college_id = ${tx.collegeId} AND learner_id = ${learner} AND outcome_id = ${outcome} AND to_account = 'converted'
    ORDER BY posted_at DESC LIMIT 1`)
  return problem(outcome, {
    zh: `成果已转换为“${use?.target}”${use?.credits} 学分：请先冲销该转换，再撤销认定`,
    en: `It has become “${use?.target}”, ${use?.credits} credits: reverse that conversion first, then revoke`,
  })
}
