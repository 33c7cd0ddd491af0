import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../src/database/connection.ts'
import type { Engine } from '../src/engine/engine.ts'
import { Exact } from '../src/engine/indicators/exact.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { apply } from '../src/modules/credit-bank/inside/apply.ts'
import { balancesOf } from '../src/modules/credit-bank/inside/ledger.ts'
import { loadLearner } from '../src/modules/credit-bank/inside/load-facts.ts'
import { openLedger } from '../src/modules/credit-bank/inside/open-ledger.ts'
import { reconcile } from '../src/modules/credit-bank/inside/reconcile.ts'
import { type CreditBank, makeCreditBank, openBankDatabase } from './credit-bank-college.ts'

/** Random histories of one learner: whatever is tried, in whatever order, the ledger stays true. */

let db: { engine: Engine; database: Database; close(): Promise<void> }
beforeAll(async () => {
  db = await openBankDatabase()
})
afterAll(() => db.close())

const MOST = { programme: '9', core: '7', outcome: '5' }
const SKILLS = ['焊工', '电工', '钳工'] as const

type Step =
  | { readonly do: 'certificate'; readonly skill: number; readonly credits: number }
  | { readonly do: 'convert'; readonly outcome: number; readonly rule: number }
  | { readonly do: 'reverse' | 'expire' | 'revoke'; readonly which: number }

const which = fc.nat({ max: 7 })
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('certificate' as const),
        skill: which,
        credits: fc.integer({ min: 5, max: 80 }),
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant('convert' as const), outcome: which, rule: which }) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('reverse' as const, 'expire' as const, 'revoke' as const), which }),
    },
  ),
  { minLength: 6, maxLength: 18 },
)

interface Line {
  readonly from: string
  readonly to: string
  readonly credits: string
  readonly outcome: string
}

/** Histories in which something was converted: a test in which everything is refused would prove nothing. */
let uses = 0

it('makes or loses no credit, passes no limit, uses no outcome twice, and replays to the same balances', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const bank = await makeCreditBank(db.engine)
      const { east, west } = bank.institutions
      for (const at of [east, west]) {
        await bank.limit(at, { per: 'programme', mostCredits: MOST.programme })
        await bank.limit(at, { per: 'category', category: 'core', mostPercent: '20', ofCredits: '35' })
        await bank.limit(at, { per: 'outcome', mostCredits: MOST.outcome })
      }
      const rules: string[] = []
      for (const [i, skill] of SKILLS.entries()) {
        rules.push(await bank.rule(east, skill, `课程 ${i % 2}`, { credits: '3' }))
        rules.push(
          await bank.rule(west, skill, `课程 ${i}`, { credits: '2.5', category: i === 0 ? 'practice' : 'core' }),
        )
      }
      const outcomes: string[] = []
      const conversions: string[] = []
      for (const step of history) {
        await take(bank, step, { rules, outcomes, conversions })
        await holds(bank)
      }
      // What is posted already is not posted again.
      expect(await bank.run((tx) => openLedger(bank.engine, tx))).toEqual({ outcomes: 0, conversions: 0 })
      await replays(bank)
    }),
    { numRuns: 12 },
  )
  expect(uses).toBeGreaterThan(0)
}, 120_000)

async function take(
  bank: CreditBank,
  step: Step,
  { rules, outcomes, conversions }: { rules: string[]; outcomes: string[]; conversions: string[] },
): Promise<void> {
  const at = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]
  try {
    if (step.do === 'certificate') {
      const credits = new Exact(step.credits).div(10).toFixed()
      outcomes.push(await bank.certificate(at(SKILLS, step.skill)!, { credits }))
    } else if (step.do === 'convert') {
      const [outcome, rule] = [at(outcomes, step.outcome), at(rules, step.rule)]
      if (!outcome || !rule) return
      const { id } = await bank.run((tx) => apply(bank.engine, tx, bank.welder, { outcome, rule }))
      conversions.push(id)
      await bank.step(bank.reviewer, 'credit-conversions', id, 'approve')
    } else {
      const [register, id] =
        step.do === 'reverse'
          ? (['credit-conversions', at(conversions, step.which)] as const)
          : (['learning-outcomes', at(outcomes, step.which)] as const)
      if (id) await bank.step(bank.reviewer, register, id, step.do, '试')
    }
  } catch (error) {
    // Many steps are refused: that is what is tried.
    if (!(error instanceof Refusal)) throw error
  }
}

async function holds(bank: CreditBank): Promise<void> {
  const [found, state] = await bank.run(async (tx) => [
    await reconcile(bank.engine, tx),
    (await loadLearner(bank.engine, tx, bank.learner))!,
  ])
  expect(found.differences).toEqual([])
  const { issued, held, converted, lapsed } = found.balances
  expect(new Exact(issued).plus(held).plus(converted).plus(lapsed).toFixed()).toBe('0')
  uses += state.uses.length
  const live = state.uses.filter(({ reversed }) => !reversed)
  expect(new Set(live.map(({ outcome }) => outcome)).size).toBe(live.length)
  const targets = live.map(({ institution, target }) => `${institution} ${target}`)
  expect(new Set(targets).size).toBe(targets.length)
  const sum = (of: typeof live) => of.reduce((all, { credits }) => all.plus(credits), new Exact(0))
  for (const institution of Object.values(bank.institutions)) {
    const here = live.filter((one) => one.institution === institution)
    expect(sum(here).lte(MOST.programme)).toBe(true)
    expect(sum(here.filter(({ category }) => category === 'core')).lte(MOST.core)).toBe(true)
  }
  for (const { outcome, credits } of live) {
    expect(new Exact(credits).lte(MOST.outcome)).toBe(true)
    expect(new Exact(credits).lte(state.outcomes.find(({ id }) => id === outcome)!.credits)).toBe(true)
  }
}

/** The entries one after the other, by hand: no account of an outcome is ever below zero, and the end is the same. */
async function replays(bank: CreditBank): Promise<void> {
  const [lines, balances] = await bank.run(async (tx) => [
    await tx.run<Line & Record<string, unknown>>(sql`
      SELECT from_account AS "from", to_account AS "to", credits::text AS credits, outcome_id AS outcome FROM credit_entries
      WHERE college_id = ${tx.collegeId} AND learner_id = ${bank.learner} ORDER BY id`),
    await balancesOf(tx, bank.learner),
  ])
  const kept = new Map<string, Exact>()
  const move = (account: string, by: Exact) => kept.set(account, (kept.get(account) ?? new Exact(0)).plus(by))
  for (const { from, to, credits, outcome } of lines) {
    for (const [account, by] of [
      [from, new Exact(credits).neg()],
      [to, new Exact(credits)],
    ] as const) {
      move(account, by)
      move(`${account} ${outcome}`, by)
    }
    expect(from === 'issued' || kept.get(`${from} ${outcome}`)!.gte(0)).toBe(true)
  }
  for (const [account, sum] of Object.entries(balances))
    expect((kept.get(account) ?? new Exact(0)).toFixed(1).replace('-0.0', '0.0')).toBe(sum)
}
