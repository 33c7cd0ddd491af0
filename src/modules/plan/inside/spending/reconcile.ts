import { sql } from 'kysely'
import { v7 } from 'uuid'
import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import { reachesNothing, reachOf } from '../../../../engine/access/reach.ts'
import { collegeRegister } from '../../../../engine/codes/college-register.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { sendNotices } from '../../../../engine/notices/notices.ts'
import { visibleSql } from '../../../../engine/records/list.ts'
import { table } from '../../../../engine/records/stored.ts'
import { createMany } from '../../../../engine/records/write-many.ts'
import { notAllowed } from '../../../../engine/refusal.ts'
import { unitTree } from '../../../../engine/units.ts'
import type { Label } from '../../../../language/label.ts'
import type { WireLastReconciliation, WireReconciliation } from '../../wire-money.ts'
import { isFinance } from './is-finance.ts'
import { lockMoney } from './lock-money.ts'
import { compareSums, differences, settle } from './settle.ts'
import { holdersOf } from './told-accounts.ts'

/** Rows that one reconciliation keeps; who has more to mend looks again after these. */
const MOST_KEPT = 1000
const SHOWN = 100
const HOURS_AHEAD = 8

/** The clock of the college (UTC+8 all year). */
const clock = (now: number) => new Date(now + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 19)

/**
 * Holds the ledger against the registers of money and keeps what came out, with the records behind every difference.
 * Tells finance when something differs.
 */
export async function reconcile(
  engine: Engine,
  tx: Tx,
  now = Date.now(),
): Promise<{ lines: number; unequal: number; records: number }> {
  await lockMoney(tx)
  const sums = await compareSums(engine, tx)
  const found = await differences(engine, tx, 'all')
  const records = new Set(found.map(({ register, record }) => `${register} ${record}`)).size
  const system = asSystem(tx.collegeId, '夜间对账')
  const id = v7()
  const at = await freeSecond(engine, tx, now)
  await createMany(engine, tx, system, 'ledger-reconciliations', [{ id, values: { at, ...sums, records } }])
  const rows = found.slice(0, MOST_KEPT).map((difference) => ({ values: { ...difference, reconciliation: id } }))
  if (rows.length > 0) {
    await createMany(engine, tx, system, 'ledger-differences', rows)
    const office = (await unitTree(engine.database, tx)).ofOffice('finance')
    const told = await holdersOf(tx, ['reviewer', 'unit-head', 'unit-filler'], [office.id])
    await sendNotices(
      tx,
      told.map(({ account }) => account),
      {
        kind: 'ledger-differs',
        text: {
          zh: `资金账簿对账：${records} 条记录与账簿不符，请核对`,
          en: `The ledger was reconciled: ${records} records differ from it. Please look`,
        },
        link: `/registers/ledger-differences?where=${encodeURIComponent(JSON.stringify([['reconciliation', 'is', id]]))}`,
      },
    )
  }
  return { ...sums, records }
}

/** The second that it is, or the next one that no reconciliation has: they are told apart, and ordered, by it. */
async function freeSecond(engine: Engine, tx: Tx, now: number): Promise<string> {
  const [row] = await tx.run<{ last: string | null }>(sql`
    SELECT to_char(max(at), 'YYYY-MM-DD"T"HH24:MI:SS') AS last FROM ${table(getRegister(engine, 'ledger-reconciliations'))}
    WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL`)
  const last = row?.last ?? ''
  return clock(now) > last ? clock(now) : clock(Date.parse(`${last}Z`) - HOURS_AHEAD * 3_600_000 + 1000)
}

/** Reconciles at once. @throws Refusal 403 */
export async function reconcileNow(engine: Engine, tx: Tx, actor: Actor): Promise<WireLastReconciliation> {
  checkFinance(actor)
  await reconcile(engine, tx)
  return lastReconciliation(engine, tx, actor)
}

/** Posts what the ledger lacks, so that it says what the registers say, and reconciles. @throws Refusal 403 */
export async function postMissing(engine: Engine, tx: Tx, actor: Actor): Promise<WireLastReconciliation> {
  checkFinance(actor)
  await lockMoney(tx)
  await settle(engine, tx, 'all')
  await reconcile(engine, tx)
  return lastReconciliation(engine, tx, actor)
}

function checkFinance(actor: Actor): void {
  if (!isFinance(actor)) throw notAllowed({ zh: '对账和补记账簿', en: 'reconcile the ledger' })
}

/** The last reconciliation with its differences, within the actor's scope; null before the first. @throws Refusal 403 */
export async function lastReconciliation(engine: Engine, tx: Tx, actor: Actor): Promise<WireLastReconciliation> {
  const runs = getRegister(engine, 'ledger-reconciliations')
  const can = isFinance(actor)
  if (reachesNothing(reachOf(runs, actor, 'read'))) return { last: null, can }
  const [last] = await tx.run<Omit<WireReconciliation, 'differences'> & Record<string, unknown>>(sql`
    SELECT id, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS') AS at, lines, unequal, records FROM ${table(runs)}
    WHERE ${visibleSql(runs, actor, {}, tx)} ORDER BY at DESC LIMIT 1`)
  if (!last) return { last: null, can }
  const rows = await collegeRegister(engine, tx, 'ledger-differences')
  const labelOf = (field: string, value: string): Label => {
    const declared = rows.fields[field]
    return (declared?.kind === 'choice' ? declared.codes.values[value] : undefined) ?? { zh: value, en: value }
  }
  const found = await tx.run<
    Record<'voucher' | 'register' | 'record' | 'account' | 'task' | 'source' | 'inRegister' | 'inLedger', string> & {
      year: number
    }
  >(sql`
    SELECT d.voucher, d.register, d.record, d.account, t.number AS task, d.source, d.year,
      d.in_register::text AS "inRegister", d.in_ledger::text AS "inLedger"
    FROM (SELECT * FROM ${table(rows)} WHERE ${visibleSql(rows, actor, {}, tx)} AND reconciliation = ${last.id}) AS d
      JOIN ${table(getRegister(engine, 'plan-tasks'))} AS t ON t.college_id = d.college_id AND t.id = d.task
    ORDER BY d.voucher, d.account LIMIT ${SHOWN}`)
  return {
    last: {
      ...last,
      differences: found.map((row) => ({
        ...row,
        account: labelOf('account', row.account),
        source: labelOf('source', row.source),
      })),
    },
    can,
  }
}
