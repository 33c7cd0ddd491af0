import { type Actor, asSystem } from '../../../../engine/access/actor.ts'
import { reachOf } from '../../../../engine/access/reach.ts'
import { type Engine, getRegister } from '../../../../engine/engine.ts'
import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Tx } from '../../../../engine/module-server.ts'
import { sendNotices } from '../../../../engine/notices/notices.ts'
import { notAllowed } from '../../../../engine/refusal.ts'
import { unitTree } from '../../../../engine/units.ts'
import type { Label } from '../../../../language/label.ts'
import type { WireMoneyLine, WirePlanMoney } from '../../wire.ts'
import type { WireCircular, WireCircularLine } from '../../wire-money.ts'
import { moneyOf } from '../money.ts'
import { atDay, openPlan } from '../plan-scope.ts'
import { holdersOf, notYetTold } from './told-accounts.ts'

const KIND = 'plan-circular'
/** The rate by which units are ranked: see the table of rates. */
const RANKED_BY = 'use-of-budget'

/** The last day of a month: 2024-02 gives 2024-02-29. */
export const endOfMonth = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10)

/** The month before: 2024-01 gives 2023-12. */
export const monthBefore = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 2, 1)).toISOString().slice(0, 7)

/**
 * The circular of a month (一月一通报): budget, arrivals and spending of each unit up to its last day, what was spent within
 * it, every rate, and the rank among all units. A unit sees its own line, and which rank it has.
 * @param plan its id or its code
 * @param month YYYY-MM
 * @throws Refusal 403, 404
 */
export async function circularOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  month: string,
): Promise<WireCircular> {
  const scope = atDay(await openPlan(engine, tx, actor, plan), endOfMonth(month))
  const money = await moneyOf(scope)
  if (money === null) throw notAllowed({ zh: '查看资金通报', en: 'see the circular on money' })
  const before = (await moneyOf(atDay(scope, endOfMonth(monthBefore(month)))))!
  const all = await moneyOf(await everything(engine, tx, scope.plan.id, month))
  const ranks = ranksOf(all!)
  return {
    plan: scope.plan,
    month,
    total: lineOf(money.total, before.total),
    lines: money.byUnit
      .map((line): WireCircularLine => ({
        part: line.part,
        ...lineOf(
          line,
          before.byUnit.find((one) => one.part.id === line.part.id),
        ),
        rank: ranks.get(line.part.id) ?? null,
      }))
      .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)),
    ranked: ranks.size,
    canSend: maySend(engine, actor),
  }
}

/** Ranks are among all units, whoever asks: only their number is told. */
async function everything(engine: Engine, tx: Tx, plan: string, month: string) {
  return atDay(await openPlan(engine, tx, asSystem(tx.collegeId, '资金通报排名'), plan), endOfMonth(month))
}

function lineOf(line: WireMoneyLine, before: WireMoneyLine | undefined): WireCircular['total'] {
  return {
    budget: line.budget.yuan,
    arrived: line.arrived.yuan,
    spent: line.spent.yuan,
    spentInMonth: new Exact(line.spent.yuan).minus(before?.spent.yuan ?? 0).toFixed(2),
    rates: line.rates,
  }
}

/** 1 for the highest rate; equal rates share a rank, and the next one is counted on. */
export function ranksOf({ byUnit }: Pick<WirePlanMoney, 'byUnit'>): Map<string, number> {
  const rated = byUnit.flatMap(({ part, rates }) => {
    const rate = rates.find(({ name }) => name === RANKED_BY)?.value ?? null
    return rate === null ? [] : [{ id: part.id, rate: new Exact(rate) }]
  })
  return new Map(rated.map(({ id, rate }) => [id, 1 + rated.filter((other) => other.rate.gt(rate)).length]))
}

/** Who sees the money of every unit may send the circular. */
const maySend = (engine: Engine, actor: Actor): boolean =>
  reachOf(getRegister(engine, 'plan-payments'), actor, 'read').all &&
  actor.held.some(({ role }) => role === 'quality-office' || role === 'reviewer')

/**
 * Sends the circular of a month: to the heads and secretaries of each unit their own line, to the leaders the total. Each
 * person gets it once; it is mailed as every notice is.
 * @returns how many people were told
 * @throws Refusal 403, 404
 */
export async function sendCircular(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: string,
  month: string,
): Promise<{ sent: number }> {
  if (!actor.system && !maySend(engine, actor))
    throw notAllowed({ zh: '发送资金通报', en: 'send the circular on money' })
  const found = await circularOf(engine, tx, actor, plan, month)
  const link = `/plans/${found.plan.code}/circular?month=${month}`
  const { root } = await unitTree(engine.database, tx)
  const heads = await holdersOf(
    tx,
    ['unit-head', 'unit-filler'],
    found.lines.map(({ part }) => part.id),
  )
  const leaders = await holdersOf(tx, ['college-leader'], [root.id])
  let sent = 0
  const tell = async (accounts: readonly string[], text: Label) => {
    const fresh = await notYetTold(tx, accounts, KIND, link)
    await sendNotices(tx, fresh, { kind: KIND, text, link })
    sent += fresh.length
  }
  await tell(
    leaders.map(({ account }) => account),
    wordsOf(found, { zh: '全校', en: 'The college' }, found.total, null),
  )
  for (const line of found.lines)
    await tell(
      heads.filter(({ unit }) => unit === line.part.id).map(({ account }) => account),
      wordsOf(found, { zh: line.part.name, en: line.part.name }, line, line.rank),
    )
  return { sent }
}

function wordsOf(
  { plan, month, ranked }: WireCircular,
  whose: Label,
  line: WireCircular['total'],
  rank: number | null,
): Label {
  const rates = (lang: 'zh' | 'en') =>
    line.rates.map(({ label, value }) => `${label[lang]} ${value === null ? '—' : `${value}%`}`)
  const zh = [
    `预算 ${line.budget} 元`,
    `到位 ${line.arrived} 元`,
    `支出 ${line.spent} 元（本月 ${line.spentInMonth} 元）`,
    ...rates('zh'),
    ...(rank === null ? [] : [`使用率排名 ${rank}/${ranked}`]),
  ]
  const en = [
    `budget ${line.budget} yuan`,
    `arrived ${line.arrived}`,
    `spent ${line.spent} (this month ${line.spentInMonth})`,
    ...rates('en'),
    ...(rank === null ? [] : [`rank ${rank} of ${ranked}`]),
  ]
  return {
    zh: `${plan.name} ${month} 资金通报：${whose.zh}${zh.join('，')}`,
    en: `${plan.code}, circular of ${month}: ${whose.en}: ${en.join(', ')}`,
  }
}
