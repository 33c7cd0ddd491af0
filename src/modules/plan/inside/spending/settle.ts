import { type RawBuilder, sql } from 'kysely'
import { v7 } from 'uuid'
import { asSystem } from '../../../../engine/access/actor.ts'
import { today } from '../../../../engine/access/today.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { table } from '../../../../engine/records/stored.ts'
import { createMany } from '../../../../engine/records/write-many.ts'
import { HOLDING } from './claim-states.ts'
import { claimedOfCommitments } from './room.ts'

interface Posting {
  readonly register: string
  /** States whose records stand in the ledger. */
  readonly states: readonly string[]
  /** Accounts with the sign of the amount: they add up to nothing. */
  readonly accounts: Readonly<Record<string, 1 | -1>>
  /** What the entry is called when its first account goes up, and down. */
  readonly kinds: readonly [up: string, down: string]
}

/** How the money of a record stands in the ledger. */
const POSTINGS: readonly Posting[] = [
  {
    register: 'plan-budgets',
    states: ['approved'],
    accounts: { available: 1, budget: -1 },
    kinds: ['budget', 'budget'],
  },
  { register: 'plan-arrivals', states: ['approved'], accounts: { cash: 1, income: -1 }, kinds: ['arrival', 'arrival'] },
  {
    register: 'plan-commitments',
    states: ['approved'],
    accounts: { committed: 1, available: -1 },
    kinds: ['commitment', 'release'],
  },
  { register: 'plan-claims', states: HOLDING, accounts: { held: 1, available: -1 }, kinds: ['hold', 'release'] },
  {
    register: 'plan-payments',
    states: ['approved'],
    accounts: { spent: 1, available: -1, expense: 1, cash: -1 },
    kinds: ['payment', 'reversal'],
  },
]

/** A record whose money in the ledger is not what its register says, by account. Amounts in yuan. */
export interface Difference {
  readonly register: string
  readonly record: string
  readonly voucher: string
  readonly account: string
  readonly task: string
  readonly unit: string
  readonly source: string
  readonly year: number
  readonly inRegister: string
  readonly inLedger: string
}

/** Records of one register, or all that the ledger knows. */
export type Which = { readonly register: string; readonly ids: readonly string[] } | 'all'

/** Everything in which the ledger and the registers differ. One statement. */
export async function differences(engine: Engine, tx: Tx, which: Which): Promise<readonly Difference[]> {
  return tx.run<Difference & Record<string, unknown>>(sql`
    SELECT register, record, max(voucher) AS voucher, account, task, max(unit::text) AS unit, source, year,
      sum(wanted)::numeric(18, 2)::text AS "inRegister", sum(posted)::numeric(18, 2)::text AS "inLedger"
    FROM (${bothSides(engine, tx, which)}) AS side
    GROUP BY register, record, account, task, source, year HAVING sum(wanted) <> sum(posted)
    ORDER BY voucher, register, record, account`)
}

/** How many sums (account, task, source, year) the two sides have, and how many of them differ. */
export async function compareSums(engine: Engine, tx: Tx): Promise<{ lines: number; unequal: number }> {
  const [row] = await tx.run<{ lines: number; unequal: number }>(sql`
    SELECT count(*) AS lines, count(*) FILTER (WHERE wanted <> posted) AS unequal FROM (
      SELECT sum(wanted) AS wanted, sum(posted) AS posted FROM (${bothSides(engine, tx, 'all')}) AS side
      GROUP BY account, task, source, year) AS sums`)
  return row!
}

function bothSides(engine: Engine, tx: Tx, which: Which): RawBuilder<unknown> {
  const wanted = POSTINGS.filter(({ register }) => which === 'all' || which.register === register).map((posting) =>
    wantedOf(engine, tx, posting, which === 'all' ? null : which.ids),
  )
  const these =
    which === 'all' ? sql`` : sql`AND register = ${which.register} AND record = ANY(${[...which.ids]}::text[])`
  return sql`${sql.join(wanted, sql` UNION ALL `)}
    UNION ALL
    SELECT register, record, voucher COLLATE "C", account, task, unit, source, year, 0, amount
    FROM ${table(getRegister(engine, 'ledger-entries'))} WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL ${these}`
}

function wantedOf(
  engine: Engine,
  tx: Tx,
  { register, states, accounts }: Posting,
  ids: readonly string[] | null,
): RawBuilder<unknown> {
  // What claims drew on a contract is no longer kept by the contract itself.
  const isContract = register === 'plan-commitments'
  const amount = isContract ? sql`greatest(0, r.amount - coalesce(c.claimed, 0))` : sql`r.amount`
  const claimed = isContract ? sql`LEFT JOIN (${claimedOfCommitments(engine, tx)}) AS c ON c.commitment = r.id` : sql``
  const signs = Object.entries(accounts).map(([account, sign]) => sql`(${account}, ${sql.lit(sign)})`)
  const these = ids === null ? sql`` : sql`AND r.id = ANY(${[...ids]}::uuid[])`
  return sql`
    SELECT ${register}::text AS register, r.id::text AS record, r.number COLLATE "C" AS voucher, p.account::text AS account, r.task, r.unit, r.source,
      r.year, ${amount} * p.sign AS wanted, 0 AS posted
    FROM ${table(getRegister(engine, register))} AS r ${claimed} CROSS JOIN (VALUES ${sql.join(signs)}) AS p(account, sign)
    WHERE r.college_id = ${tx.collegeId} AND r.deleted_at IS NULL AND r.state = ANY(${[...states]}::text[]) ${these}`
}

/**
 * Posts what the ledger lacks of these records, so that it says what their registers say: one balanced transaction for
 * each record that differs. Doing it again posts nothing. Lock first.
 * @returns how many records were posted
 */
export async function settle(engine: Engine, tx: Tx, which: Which): Promise<number> {
  const found = await differences(engine, tx, which)
  const byRecord = [...Map.groupBy(found, ({ register, record }) => `${register} ${record}`).values()]
  const postedOn = today()
  const rows = byRecord.flatMap((lines) => {
    const transaction = v7()
    const kind = kindOf(lines)
    return lines.map(({ inRegister, inLedger, ...line }, i) => ({
      values: {
        ...line,
        postedOn,
        transaction,
        line: i + 1,
        kind,
        amount: new Exact(inRegister).minus(inLedger).toFixed(2),
      },
    }))
  })
  if (rows.length > 0) await createMany(engine, tx, asSystem(tx.collegeId, '资金账簿记账'), 'ledger-entries', rows)
  return byRecord.length
}

function kindOf(lines: readonly Difference[]): string {
  const posting = POSTINGS.find(({ register }) => register === lines[0]!.register)!
  const [first] = Object.keys(posting.accounts)
  const moved = lines
    .filter(({ account }) => account === first)
    .reduce((sum, { inRegister, inLedger }) => sum.plus(inRegister).minus(inLedger), new Exact(0))
  return posting.kinds[moved.lt(0) ? 1 : 0]
}
