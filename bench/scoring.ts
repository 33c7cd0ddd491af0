import { Decimal } from 'decimal.js'
import { defineScheme, type ScoreItem, type ScoringScheme } from '../src/language/scoring.ts'
import { score } from '../src/modules/scoring/inside/score.ts'
import type { ItemValue, ScoreValues } from '../src/modules/scoring/inside/values.ts'
import type { BenchRow } from './row.ts'

const PLANS = 100
const YEARS = 5
const GROUPS = 40
const ITEMS_OF_GROUP = 25
const TIMES = 5

const label = { zh: '条目', en: 'Item' }
/** Ten points to each group. */
const POINTS = '0.4'

function schemeOfThousand(): ScoringScheme {
  const item = (group: number, n: number): ScoreItem => ({
    key: `item-${group}-${n}`,
    label,
    points: POINTS,
    rule: { by: 'ratio', target: '80', limit: '20' },
    source: { from: 'given' },
  })
  const of = Array.from({ length: GROUPS }, (_, g) => ({
    key: `group-${g}`,
    label,
    points: '10',
    of: Array.from({ length: ITEMS_OF_GROUP }, (_, n) => item(g, n)),
  }))
  return defineScheme({
    name: 'bench',
    version: 1,
    label,
    source: 'made up',
    levels: { plan: { label, points: '400', of } },
    weightings: { usual: { label, of: { plan: '100' } } },
    vetoes: [],
    grades: { pass: { label, from: '60' }, fail: { label, from: '0' } },
    decimals: { items: 2, levels: 2, total: 2 },
  })
}

/** Values of one plan and year; the same ones for every run. */
function valuesOf(scheme: ScoringScheme, seed: number): ScoreValues {
  let state = seed + 1
  const items: Record<string, ItemValue> = {}
  for (const group of scheme.levels['plan']!.of)
    for (const { key } of group.of) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      items[key] = { value: `${(state >>> 8) % 110}.${(state >>> 4) % 100}` }
    }
  return { levels: { plan: items } }
}

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 })
const [target, limit, of] = [new Exact('80'), new Exact('20'), new Exact(POINTS)]

/** As a person writes it for this one rule: nothing kept but the total. */
function byHand(values: ScoreValues): string {
  let total = new Exact(0)
  for (const given of Object.values(values.levels['plan']!)) {
    const value = new Exact(given.value!)
    if (value.lt(limit)) continue
    const points = value.gte(target) ? of : value.times(of).div(target)
    total = total.plus(points.toDecimalPlaces(2))
  }
  return total.toFixed(2)
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/**
 * All scores of 100 plans with 1,000 items each over 5 years, in memory: every item's points, group sums, grade and
 * vetoes, against a loop written for the one rule that keeps the total alone. Both must give the same totals.
 */
export async function benchScoring(): Promise<BenchRow[]> {
  const scheme = schemeOfThousand()
  const all = Array.from({ length: PLANS * YEARS }, (_, i) => valuesOf(scheme, i))
  for (const values of all.slice(0, PLANS)) {
    const [ours, theirs] = [score(scheme, values).total, byHand(values)]
    if (ours !== theirs) throw new Error(`${ours} is not ${theirs}`)
  }
  let [ours, hand] = [Infinity, Infinity]
  // In turn, so that what else the machine does meets both alike.
  for (let i = 0; i < TIMES; i++) {
    ours = Math.min(
      ours,
      timed(() => all.forEach((values) => score(scheme, values))),
    )
    hand = Math.min(
      hand,
      timed(() => all.forEach(byHand)),
    )
  }
  return [
    {
      name: `scores of ${PLANS} plans × ${(GROUPS * ITEMS_OF_GROUP).toLocaleString('en')} items × ${YEARS} years, in memory`,
      ours: `${ours.toFixed(0)} ms`,
      byHand: `${hand.toFixed(0)} ms`,
      ratio: (ours / hand).toFixed(2),
      aim: '≤ 2.00',
    },
  ]
}
