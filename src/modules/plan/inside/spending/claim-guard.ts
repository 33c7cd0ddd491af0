import { sql } from 'kysely'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { act } from '../../../../engine/records/act.ts'
import type { Guard, GuardProblem, Written } from '../../../../engine/records/guards.ts'
import { type Stored, table } from '../../../../engine/records/stored.ts'
import { createMany } from '../../../../engine/records/write-many.ts'
import { today } from '../../../../engine/access/today.ts'
import { type ClaimLimits, claimLimits, needsOf } from './claim-limits.ts'
import { HOLDING } from './claim-states.ts'
import { finishedProblems } from './is-finished.ts'
import { isFinance } from './is-finance.ts'
import { lockMoney } from './lock-money.ts'
import { claimedOfCommitments, overspent } from './room.ts'
import { settle } from './settle.ts'

interface Claim {
  readonly number: string
  readonly task: string
  readonly unit: string
  readonly claimant: string | null
  readonly year: number
  readonly source: string
  readonly kind: string
  readonly amount: string
  readonly purpose: string
  readonly commitment: string | null
  readonly decision: string | null
  readonly paidOn: string | null
}

/** Steps by which others decide on a claim: never the one whose claim it is. */
const DECIDING = ['review', 'approve', 'report', 'pay', 'reverse', 'return']
/** Steps that are taken at the office of finance, by the state they lead out of. */
const FINANCE_STEPS: Readonly<Record<string, readonly string[]>> = {
  'unit-reviewed': ['approve', 'report'],
  approved: ['pay'],
  paid: ['reverse'],
}
/** What may still be filled in once a claim was submitted. */
const LATE_FIELDS = ['paidOn', 'decision']
/** Fees to persons are proven by a signed list. */
const WITHOUT_INVOICES = ['labour']
/** States in which a claim may be taken out of use: nothing is held or paid. */
const IDLE = ['draft', 'cancelled']
/** States in which nothing is filled in any more. */
const SETTLED = ['reversed', 'paid', 'cancelled']

/**
 * Watches over claims: limits, four eyes, invoices, the room in the budget, the contract; makes the payment when a claim
 * is paid and takes it back when it is reversed; posts the ledger.
 */
export const claimGuard: Guard = {
  registers: ['plan-claims'],
  async hear(engine, tx, actor, written) {
    await lockMoney(tx)
    const problems: GuardProblem[] = []
    for (const one of written) problems.push(...(await problemsOf(engine, tx, actor, one)))
    if (problems.length > 0) return problems
    for (const one of written) await carryOut(engine, tx, actor, one)
    for (const one of written) problems.push(...(await roomProblems(engine, tx, one)))
    if (problems.length > 0) return problems
    await settle(engine, tx, { register: 'plan-claims', ids: written.map(({ id }) => id) })
    const contracts = written.flatMap(({ before, after }) =>
      [before?.values['commitment'], after.values['commitment']].filter((id) => typeof id === 'string'),
    )
    if (contracts.length > 0) await settle(engine, tx, { register: 'plan-commitments', ids: contracts })
    return []
  },
  async withholds(engine, tx, actor, _register, records) {
    const limits = await claimLimits(engine, tx)
    return new Map(records.map((record) => [record.id, heldOf(actor, record, limits)]))
  },
}

/** What of a claim the actor cannot do, whatever is filled in: their own is decided on by others, finance's steps by finance. */
function heldOf(actor: Actor, { state, values, createdBy }: Stored, limits: ClaimLimits): string[] {
  const isOwn = createdBy === actor.accountId || (actor.personId !== null && values['claimant'] === actor.personId)
  const { leader } = needsOf(limits, String(values['amount']))
  return [
    ...(isOwn ? DECIDING : []),
    ...(isFinance(actor) ? [] : (FINANCE_STEPS[state] ?? [])),
    ...(state === 'unit-reviewed' ? [leader === null ? 'report' : 'approve'] : []),
    ...(IDLE.includes(state) ? [] : ['delete']),
    ...(SETTLED.includes(state) ? ['update'] : []),
  ]
}

const claimOf = ({ after }: Written) => after.values as unknown as Claim

async function problemsOf(engine: Engine, tx: Tx, actor: Actor, one: Written): Promise<readonly GuardProblem[]> {
  const { action, id, before } = one
  const claim = claimOf(one)
  // What the system makes in a later state happened elsewhere, and is only kept here.
  if (action === 'create' && actor.system) return []
  if (action === 'create') return finishedProblems(engine, tx, claim.task, id)
  if (action === 'update') return updateProblems(engine, tx, actor, one)
  if (action === 'delete')
    return IDLE.includes(before!.state)
      ? []
      : [
          {
            id,
            message: {
              zh: '已提交或已支付的报账不能停用：请先撤回、撤销，或由财务冲销',
              en: 'A claim under way or paid cannot be taken out of use: withdraw, cancel or reverse it first',
            },
          },
        ]
  if (action === 'submit')
    return [...(await finishedProblems(engine, tx, claim.task, id)), ...(await invoiceProblems(engine, tx, id, claim))]
  if (!DECIDING.includes(action)) return []
  return [
    ...(await ownClaimProblems(engine, tx, actor, one)),
    ...financeProblems(actor, one),
    ...(action === 'approve' ? await limitProblems(engine, tx, one) : []),
    ...(action === 'pay' && claim.paidOn === null
      ? [{ id, field: 'paidOn', message: { zh: '请先填写支付日期', en: 'Fill in the day of payment first' } }]
      : []),
  ]
}

async function updateProblems(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { id, before, after }: Written,
): Promise<readonly GuardProblem[]> {
  const changed = Object.keys(after.values).filter(
    (name) => JSON.stringify(after.values[name] ?? null) !== JSON.stringify(before?.values[name] ?? null),
  )
  if (after.state === 'draft')
    return changed.includes('task') ? finishedProblems(engine, tx, String(after.values['task']), id) : []
  const late = SETTLED.includes(after.state) ? [] : LATE_FIELDS
  const closed = changed.filter((name) => !late.includes(name))
  if (closed.length === 0 || actor.system) return []
  return closed.map((field) => ({
    id,
    field,
    message: {
      zh: '报账提交后内容不能改：请撤回或退回后修改',
      en: 'A claim that was submitted does not change: withdraw it or have it returned first',
    },
  }))
}

async function ownClaimProblems(engine: Engine, tx: Tx, actor: Actor, one: Written): Promise<readonly GuardProblem[]> {
  if (actor.system) return []
  const [row] = await tx.run<{ by: string | null }>(sql`
    SELECT created_by AS by FROM ${table(getRegister(engine, 'plan-claims'))}
    WHERE college_id = ${tx.collegeId} AND id = ${one.id}`)
  const isOwn = row?.by === actor.accountId || (actor.personId !== null && claimOf(one).claimant === actor.personId)
  return isOwn
    ? [
        {
          id: one.id,
          message: {
            zh: '不能审批、支付或冲销自己的报账：请由另一位有权限的人办理',
            en: 'Nobody decides on a claim of their own: somebody else who may do it has to',
          },
        },
      ]
    : []
}

/** Roles say who may take a step; that finance’s steps are taken at the office of finance, the rule below says. */
function financeProblems(actor: Actor, { id, action, before }: Written): readonly GuardProblem[] {
  const isTheirs = FINANCE_STEPS[before?.state ?? '']?.includes(action) ?? false
  return isTheirs && !isFinance(actor)
    ? [
        {
          id,
          message: { zh: '这一步由财务部门的审核员办理', en: 'This step is taken by a reviewer of the finance office' },
        },
      ]
    : []
}

async function limitProblems(engine: Engine, tx: Tx, one: Written): Promise<readonly GuardProblem[]> {
  const claim = claimOf(one)
  const { leader, decision } = needsOf(await claimLimits(engine, tx), claim.amount)
  if (one.before?.state === 'unit-reviewed' && leader !== null)
    return [
      {
        id: one.id,
        field: 'amount',
        message: {
          zh: `${yuan(leader)} 元及以上的报账须由校领导批准：请选择“报校领导审批”`,
          en: `The leaders approve claims of ${yuan(leader)} yuan and more: choose "Pass on to the leaders"`,
        },
      },
    ]
  if (one.before?.state === 'reviewed' && decision !== null && claim.decision === null)
    return [
      {
        id: one.id,
        field: 'decision',
        message: {
          zh: `${yuan(decision)} 元及以上属“三重一大”，请先填写会议决议编号`,
          en: `From ${yuan(decision)} yuan on the leaders’ meeting decides: fill in the number of its decision first`,
        },
      },
    ]
  return []
}

const yuan = (amount: string) => new Exact(amount).toFixed()

async function invoiceProblems(engine: Engine, tx: Tx, id: string, claim: Claim): Promise<readonly GuardProblem[]> {
  if (WITHOUT_INVOICES.includes(claim.kind)) return []
  const [row] = await tx.run<{ sum: string; n: number }>(sql`
    SELECT coalesce(sum(amount), 0)::numeric(18, 2)::text AS sum, count(*) AS n
    FROM ${table(getRegister(engine, 'plan-invoices'))}
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND claim = ${id}`)
  if (new Exact(row!.sum).gte(claim.amount)) return []
  return [
    {
      id,
      field: 'amount',
      message: {
        zh: `${row!.n} 张发票合计 ${row!.sum} 元，少于报账金额 ${claim.amount} 元：请补充发票或调减金额`,
        en: `${row!.n} invoices come to ${row!.sum} yuan, less than the claim of ${claim.amount}: add invoices or lower the amount`,
      },
    },
  ]
}

/** A claim that holds or spends must fit into its budget, and into its contract. */
async function roomProblems(engine: Engine, tx: Tx, one: Written): Promise<readonly GuardProblem[]> {
  if (one.action !== 'submit' && one.action !== 'pay') return []
  const claim = claimOf(one)
  return [...(await contractProblems(engine, tx, one.id, claim)), ...(await overspent(engine, tx, claim, one.id))]
}

async function contractProblems(engine: Engine, tx: Tx, id: string, claim: Claim): Promise<readonly GuardProblem[]> {
  if (claim.commitment === null) return []
  const [contract] = await tx.run<{
    number: string
    state: string
    fits: boolean
    amount: string
    claimed: string
  }>(sql`
    SELECT k.number, k.state, (k.task = ${claim.task} AND k.year = ${claim.year} AND k.source = ${claim.source}) AS fits,
      k.amount::text AS amount, c.claimed::text AS claimed
    FROM ${table(getRegister(engine, 'plan-commitments'))} AS k
      JOIN (${claimedOfCommitments(engine, tx)}) AS c ON c.commitment = k.id
    WHERE k.college_id = ${tx.collegeId} AND k.id = ${claim.commitment}`)
  if (!contract) return []
  const problem = (zh: string, en: string) => [{ id, field: 'commitment', message: { zh, en } }]
  if (contract.state !== 'approved')
    return problem(
      `合同 ${contract.number} 尚未批准或已经结束`,
      `Contract ${contract.number} is not approved, or is over`,
    )
  if (!contract.fits)
    return problem(
      `报账的任务、年度和资金来源须与合同 ${contract.number} 相同`,
      `Task, year and source of the claim are those of contract ${contract.number}`,
    )
  return new Exact(contract.claimed).gt(contract.amount)
    ? problem(
        `合同 ${contract.number} 金额 ${contract.amount} 元，连同本次已报账 ${contract.claimed} 元，超出合同`,
        `Contract ${contract.number} is of ${contract.amount} yuan; with this one ${contract.claimed} are claimed`,
      )
    : []
}

/** What follows from a step: the payment, its reversal, invoices that are free again. */
async function carryOut(engine: Engine, tx: Tx, actor: Actor, one: Written): Promise<void> {
  const claim = claimOf(one)
  if (one.action === 'pay') await writePayment(engine, tx, actor, claim, claim.number, claim.amount, claim.paidOn!)
  if (one.action === 'reverse') {
    // It takes back what that year spent, so it belongs to that year.
    const now = today()
    const on = Number(now.slice(0, 4)) === claim.year ? now : claim.paidOn!
    const amount = new Exact(claim.amount).neg().toFixed(2)
    await writePayment(engine, tx, actor, claim, reversalNumber(claim.number), amount, on)
  }
  if (one.action === 'reverse' || one.action === 'cancel' || one.action === 'delete')
    await freeInvoices(engine, tx, one.id, claim.number)
}

/** The voucher by which a claim’s payment is taken back; the payment itself is called as its claim is. */
export const reversalNumber = (claimNumber: string) => `${claimNumber}-R`

async function writePayment(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { task, unit, purpose, source }: Claim,
  number: string,
  amount: string,
  paidOn: string,
): Promise<void> {
  await createMany(
    engine,
    tx,
    asSystem(tx.collegeId, `${actor.name}办理报账 ${number}`),
    'plan-payments',
    [{ state: 'approved', values: { number, task, unit, purpose, source, amount, paidOn } }],
    { comment: `报账 ${number}` },
  )
}

async function freeInvoices(engine: Engine, tx: Tx, claimId: string, number: string): Promise<void> {
  const system = asSystem(tx.collegeId, `报账 ${number} 已撤销`)
  const invoices = await tx.run<{ id: string; version: number }>(sql`
    SELECT id, version FROM ${table(getRegister(engine, 'plan-invoices'))}
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND claim = ${claimId}`)
  for (const { id, version } of invoices)
    await act(engine, tx, system, {
      register: 'plan-invoices',
      id,
      version,
      action: 'delete',
      comment: `报账 ${number} 撤销或冲销，发票可重新使用`,
    })
}

/** Whether a state keeps a claim’s invoices from being changed. */
export const isUnderWay = (state: string): boolean =>
  (HOLDING as readonly string[]).includes(state) || state === 'paid' || state === 'reversed'
