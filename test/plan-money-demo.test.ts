import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoRows } from '../demo/index.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import { moneyAlerts } from '../src/modules/plan/inside/spending/alerts.ts'
import { circularOf } from '../src/modules/plan/inside/spending/circular.ts'
import { compareSums, differences } from '../src/modules/plan/inside/spending/settle.ts'
import { spendingOf } from '../src/modules/plan/inside/spending/spending-lines.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { openPlanDatabase } from './plan-college.ts'

/** The demo's money as its ledger, its page, its alerts and its circular say it. */
const PLAN = 'double-high-midterm'
let db: TestDatabase
let collegeId: string
let system: Actor

beforeAll(async () => {
  ;({ db, collegeId, system } = await openPlanDatabase())
}, 300_000)
afterAll(() => db.close())

it('stands in the ledger as it does in the registers', async () => {
  const found = await db.database.inCollege(collegeId, (tx) => differences(db.engine, tx, 'all'))
  expect(found.slice(0, 3)).toEqual([])
  const [kept] = demoRows().get('ledger-reconciliations')!
  expect(await db.database.inCollege(collegeId, (tx) => compareSums(db.engine, tx))).toEqual({
    lines: kept!['lines'],
    unequal: 0,
  })
})

it('is shown from the budget to the payment, the Double-High plan’s as the report prints it', async () => {
  const money = await db.database.inCollege(collegeId, (tx) => spendingOf(db.engine, tx, system, PLAN))
  expect(money.total).toMatchObject({
    budget: '94790000.00',
    held: '0.00',
    committed: '0.00',
    arrived: '100471200.00',
    spent: '92453700.00',
    room: '2336300.00',
  })
  expect(money.total.rates.map(({ value }) => value)).toEqual(['97.54', '92.02', '105.99', '100.00'])
  const running = await db.database.inCollege(collegeId, (tx) => spendingOf(db.engine, tx, system, 'workshop-2026'))
  expect(running.total).toMatchObject({
    budget: '580000.00',
    held: '128860.00',
    committed: '54000.00',
    arrived: '410000.00',
    spent: '90400.00',
    room: '306740.00',
  })
  expect(running.byTask.find(({ number }) => number === 'GF-1-1-1')).toMatchObject({
    spent: '46000.00',
    held: '3260.00',
  })
  // Everything below a task is spent from its budget.
  expect(running.byTask.find(({ number }) => number === 'GF-1-1')).toMatchObject({
    budget: '340000.00',
    held: '66860.00',
    committed: '54000.00',
    spent: '82000.00',
    room: '137140.00',
  })
  const boards = money.byTask.filter(({ number }) => /^DH-[SG]\d\d$/.test(number))
  expect(boards.reduce((sum, { spent }) => sum + BigInt(spent.replace('.', '')), 0n)).toBe(9_245_370_000n)
})

it('gives an alert where 98 % of the money is spent and 40 % of the goal reached', async () => {
  const alerts = await db.database.inCollege(collegeId, (tx) => moneyAlerts(db.engine, tx, system, PLAN))
  expect(alerts.map(({ alert, task, correction }) => [alert, task.number, correction?.number])).toEqual([
    ['money-ahead-of-goal', 'DH-G09-3', 'ZG-2021-07'],
    ['not-arrived', 'DH-S06', undefined],
    ['not-arrived', 'DH-G08', undefined],
  ])
  expect(alerts[0]!.reason.zh).toMatch(/^资金已用 98\.\d\d%（≥ 90%），目标达成 \d\d\.\d\d%（≤ 40%）$/)
})

it('is told month by month, units ranked by what they used', async () => {
  const found = await db.database.inCollege(collegeId, (tx) => circularOf(db.engine, tx, system, PLAN, '2021-12'))
  expect(found.total).toMatchObject({ budget: '94790000.00', spent: '92453700.00' })
  const ranks = found.lines.map(({ rank }) => rank!)
  expect(ranks[0]).toBe(1)
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  const november = await db.database.inCollege(collegeId, (tx) => circularOf(db.engine, tx, system, PLAN, '2021-11'))
  expect(november.total.spentInMonth).toBe('0.00')
  expect(Number(found.total.spentInMonth)).toBe(Number(found.total.spent) - Number(november.total.spent))
})
