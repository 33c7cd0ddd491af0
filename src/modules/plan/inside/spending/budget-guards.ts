import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import type { Guard, GuardProblem, Written } from '../../../../engine/records/guards.ts'
import { table } from '../../../../engine/records/stored.ts'
import { reversalNumber } from './claim-guard.ts'
import { finishedProblems } from './is-finished.ts'
import { isFinance } from './is-finance.ts'
import { lockMoney } from './lock-money.ts'
import { type Cell, overspent } from './room.ts'
import { settle } from './settle.ts'

/** What a record adds to the money that may be spent, or takes from it, and in which cell. */
interface Share extends Cell {
  readonly amount: Exact
}

/** Registers whose approved records widen a cell, and those that narrow it. */
const SIGNS: Readonly<Record<string, 1 | -1>> = {
  'plan-budgets': 1,
  'budget-exceptions': 1,
  'plan-payments': -1,
  'plan-commitments': -1,
}

/**
 * Watches over what widens and narrows budgets: nothing is approved, lowered or withdrawn so that a task has spent, held
 * or committed more than it may. Then posts the ledger.
 */
export const budgetGuard: Guard = {
  registers: Object.keys(SIGNS),
  async hear(engine, tx, actor, written) {
    await lockMoney(tx)
    const problems: GuardProblem[] = []
    for (const one of written)
      if (!(actor.system && one.action === 'create')) problems.push(...(await problemsOf(engine, tx, actor, one)))
    if (problems.length === 0) await post(engine, tx, written)
    return problems
  },
}

/** Arrivals have no limit: they are posted. */
export const arrivalGuard: Guard = {
  registers: ['plan-arrivals'],
  async hear(engine, tx, _actor, written) {
    await lockMoney(tx)
    await post(engine, tx, written)
    return []
  },
}

async function post(engine: Engine, tx: Tx, written: readonly Written[]): Promise<void> {
  const { register } = written[0]!
  if (register !== 'budget-exceptions') await settle(engine, tx, { register, ids: written.map(({ id }) => id) })
}

async function problemsOf(engine: Engine, tx: Tx, actor: Actor, one: Written): Promise<readonly GuardProblem[]> {
  const own = [
    ...(one.register === 'plan-payments' && !actor.system ? await claimedProblems(engine, tx, one) : []),
    ...(one.register === 'plan-commitments' ? await contractProblems(engine, tx, actor, one) : []),
  ]
  if (own.length > 0) return own
  for (const cell of narrowed(one)) {
    const problems = await overspent(engine, tx, cell, one.id)
    if (problems.length > 0) return problems
  }
  return []
}

/** The cells in which a change leaves less than before. */
function narrowed({ register, before, after }: Written): readonly Cell[] {
  const sign = SIGNS[register]!
  const shares = [
    ...(before?.state === 'approved' ? [shareOf(before.values, -sign)] : []),
    ...(after.state === 'approved' && after.deletedAt === null ? [shareOf(after.values, sign)] : []),
  ]
  return [...Map.groupBy(shares, ({ task, year, source }) => `${task} ${year} ${source}`).values()]
    .filter((same) => same.reduce((sum, { amount }) => sum.plus(amount), new Exact(0)).lt(0))
    .map(([first]) => first!)
}

const shareOf = (values: Written['after']['values'], sign: number): Share => ({
  task: String(values['task']),
  year: Number(values['year']),
  source: String(values['source']),
  amount: new Exact(String(values['amount'])).times(sign),
})

/** A payment that a claim made goes the way of its claim. */
async function claimedProblems(
  engine: Engine,
  tx: Tx,
  { id, before, after }: Written,
): Promise<readonly GuardProblem[]> {
  const numbers = [before?.values['number'], after.values['number']].map(String)
  const [claim] = await tx.run<{ number: string }>(sql`
    SELECT number FROM ${table(getRegister(engine, 'plan-claims'))}
    WHERE college_id = ${tx.collegeId} AND (number = ANY(${numbers}::text[]) OR number || ${reversalNumber('')} = ANY(${numbers}::text[]))
    LIMIT 1`)
  return claim
    ? [
        {
          id,
          field: 'number',
          message: {
            zh: `这笔支出属于报账 ${claim.number}，不能在这里改动；请在报账中冲销`,
            en: `This payment belongs to claim ${claim.number}: reverse the claim instead of changing it here`,
          },
        },
      ]
    : []
}

async function contractProblems(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { id, action, before, after }: Written,
): Promise<readonly GuardProblem[]> {
  if (action === 'submit' || action === 'create') return finishedProblems(engine, tx, String(after.values['task']), id)
  const isTheirs =
    ['approve', 'return', 'cancel'].includes(action) || (action === 'update' && before?.state !== 'draft')
  return isTheirs && !isFinance(actor)
    ? [
        {
          id,
          message: {
            zh: '提交后的合同由财务部门的审核员办理',
            en: 'A contract that was submitted is in the hands of the finance office’s reviewers',
          },
        },
      ]
    : []
}
