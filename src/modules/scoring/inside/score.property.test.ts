import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Exact } from '../../../engine/indicators/exact.ts'
import { defineScheme, type ScoreItem, type ScoreRule, type ScoringScheme } from '../../../language/scoring.ts'
import { score } from './score.ts'
import type { ItemValue } from './values.ts'
import { explain } from './words.ts'

const label = { zh: '条目', en: 'Item' }
const number = fc
  .tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([n, places]) => new Exact(n).div(10 ** places).toFixed())
const level = fc.constantFrom('low', 'high')

const rules: readonly ScoreRule[] = [
  { by: 'ratio', target: '60', limit: '30' },
  { by: 'ratio', target: label },
  { by: 'ratio', target: '18', better: 'down', limit: '22' },
  { by: 'ratio', target: '3', better: 'down', rest: true },
  {
    by: 'bands',
    around: '50',
    linear: true,
    steps: [
      { from: '0', points: '3' },
      { from: '-10', points: '1.5' },
      { from: null, points: '0' },
    ],
  },
  {
    by: 'results',
    full: '7',
    levels: { low: { label, weight: '1' }, high: { label, weight: '2.5' } },
    ranks: { first: { label, weight: '1' }, second: { label, weight: '0.3' } },
    extras: { more: { label, weight: '0.7' } },
  },
  { by: 'deduction' },
  { by: 'experts', outOf: '100', outliers: { drop: 'ends', from: 3 } },
  { by: 'experts', outOf: '100', outliers: { drop: 'far', percent: '10' } },
  { by: 'satisfaction' },
  { by: 'yes-no' },
  { by: 'manual' },
]
const items = rules.map((rule, i): ScoreItem => ({
  key: `item-${i}`,
  label,
  points: '3',
  rule,
  source: { from: rule.by === 'experts' ? 'experts' : 'given' },
  less: { fault: { label, each: '0.4', most: '2' } },
}))

/** The items in a given order, in two groups. */
function schemeOf(order: readonly ScoreItem[]): ScoringScheme {
  const [first, second] = [order.slice(0, 5), order.slice(5)]
  const group = (key: string, of: readonly ScoreItem[]) => ({ key, label, points: String(of.length * 3), of })
  return defineScheme({
    name: 'properties',
    version: 1,
    label,
    source: 'made up',
    levels: { shop: { label, points: '36', of: [group('first', first), group('second', second)] } },
    weightings: { usual: { label, of: { shop: '100' } } },
    vetoes: [],
    grades: {},
    decimals: { items: 2, levels: 2, total: 2 },
  })
}
const scheme = schemeOf(items)

const answers = fc.record({
  question: fc.constantFrom('一', '二'),
  verySatisfied: fc.nat(50),
  satisfied: fc.nat(50),
  fair: fc.nat(50),
  dissatisfied: fc.nat(50),
})
const itemValue: fc.Arbitrary<ItemValue> = fc.record(
  {
    value: number,
    target: number.filter((text) => text !== '0'),
    claims: fc.array(
      fc.record(
        {
          level,
          result: fc.constantFrom('甲', '乙', '丙'),
          rank: fc.constantFrom('first', 'second'),
          extras: fc.constant(['more']),
        },
        { requiredKeys: ['level'] },
      ),
      { maxLength: 6 },
    ),
    cases: fc.record({ fault: fc.nat(8).map(String) }, { requiredKeys: [] }),
    scores: fc.array(fc.record({ expert: fc.string({ minLength: 1, maxLength: 3 }), score: fc.nat(100).map(String) }), {
      maxLength: 7,
    }),
    answers: fc.array(answers, { maxLength: 3 }),
  },
  { requiredKeys: [] },
)
const values = fc.tuple(...items.map(() => fc.option(itemValue, { nil: undefined }))).map((list) => ({
  levels: {
    shop: Object.fromEntries(
      list.flatMap((value, i) => {
        if (value === undefined) return []
        // What is asked of a manual item: its points.
        const given =
          rules[i]!.by === 'manual' && value.value ? { ...value, value: Exact.min(value.value, 3).toFixed() } : value
        return [[`item-${i}`, given] as const]
      }),
    ),
  },
}))

const run = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 150 })

it('gives each item between 0 and its points, and the sum of the parts is the total', () => {
  run(
    fc.property(values, (given) => {
      const found = score(scheme, given)
      for (const { points, of } of found.items) {
        expect(new Exact(points).gte(0)).toBe(true)
        expect(new Exact(points).lte(of)).toBe(true)
      }
      const sum = (list: readonly { readonly points: string }[]) =>
        list.reduce((all, { points }) => all.plus(points), new Exact(0)).toFixed(2)
      expect(sum(found.items)).toBe(found.total)
      expect(sum(found.groups)).toBe(found.total)
      expect(found.levels[0]!.points).toBe(found.total)
    }),
  )
})

it('does not depend on the order of items, of claims or of experts', () => {
  run(
    fc.property(values, fc.shuffledSubarray([...items], { minLength: items.length }), (given, order) => {
      const turned = {
        levels: {
          shop: Object.fromEntries(
            Object.entries(given.levels.shop)
              .toReversed()
              .map(([key, value]) => [key, value.scores ? { ...value, scores: value.scores.toReversed() } : value]),
          ),
        },
      }
      const by = (found: ReturnType<typeof score>) =>
        Object.fromEntries(found.items.map(({ item, points }) => [item.key, points]))
      const [here, there] = [score(scheme, given), score(schemeOf(order), turned)]
      expect(by(there)).toEqual(by(here))
      expect(there.total).toBe(here.total)
    }),
  )
})

it('is monotone: a better value never earns less', () => {
  const one = (i: number, value: ItemValue) =>
    new Exact(score(scheme, { levels: { shop: { [`item-${i}`]: value } } }).items[i]!.points)
  const isDown = (rule: ScoreRule) => rule.by === 'ratio' && rule.better === 'down' && !rule.rest
  run(
    fc.property(number, number, number, (a, b, target) => {
      const [low, high] = new Exact(a).lte(b) ? [a, b] : [b, a]
      for (const [i, rule] of rules.entries())
        if (['ratio', 'bands', 'manual'].includes(rule.by)) {
          const given = (value: string) => one(i, { value, target: target === '0' ? '1' : target })
          expect(isDown(rule) ? given(low).gte(given(high)) : given(low).lte(given(high))).toBe(true)
        }
    }),
  )
  run(
    fc.property(itemValue, fc.nat(11), (value, i) => {
      const worse = { ...value, cases: { fault: String(Number(value.cases?.fault ?? 0) + 1) } }
      expect(one(i, worse).lte(one(i, { ...value, cases: value.cases ?? {} }))).toBe(true)
      const more = { ...value, claims: [...(value.claims ?? []), { level: 'low' }] }
      expect(one(i, more).gte(one(i, { ...value, claims: value.claims ?? [] }))).toBe(true)
    }),
  )
})

it('explains whatever was given', () => {
  run(
    fc.property(values, (given) => {
      for (const item of score(scheme, given).items) {
        const { zh, en } = explain(item)
        expect(zh).not.toMatch(/undefined|NaN|null/)
        expect(en).not.toMatch(/undefined|NaN|null/)
      }
    }),
  )
})
