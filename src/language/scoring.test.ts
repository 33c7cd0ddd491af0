import { expect, it } from 'vitest'
import { assembleCatalogue } from './catalogue.ts'
import { schemeMistakes } from './scheme-mistakes.ts'
import { defineScheme, type SchemeSpec, type ScoreItem } from './scoring.ts'

const label = { zh: '条目', en: 'Item' }
const item = (key: string, points: string, more: Partial<ScoreItem> = {}): ScoreItem => ({
  key,
  label,
  points,
  rule: { by: 'manual' },
  source: { from: 'given' },
  ...more,
})
const spec = (items: readonly ScoreItem[], more: Partial<SchemeSpec> = {}): SchemeSpec => ({
  name: 'workshop-care',
  version: 3,
  label,
  source: 'made up',
  levels: { shop: { label, points: '10', of: [{ key: 'order', label, points: '10', of: items }] } },
  weightings: { usual: { label, of: { shop: '100' } } },
  vetoes: [],
  grades: {},
  decimals: { items: 2, levels: 2, total: 2 },
  ...more,
})
const mistakes = (items: readonly ScoreItem[], more?: Partial<SchemeSpec>) =>
  schemeMistakes(defineScheme(spec(items, more)), new Map([['t.tools', {}]]))

it('says nothing of a scheme that adds up, with decimals that binary numbers cannot hold', () => {
  expect(mistakes([item('a', '0.1'), item('b', '0.2'), item('c', '9.7')])).toEqual([])
})

it('names scheme, level and group, with the points of each item, when they do not add up', () => {
  expect(mistakes([item('a', '4'), item('b', '5.5')])).toEqual([
    'Scheme "workshop-care" version 3: level "shop" › group "order": "a" 4 + "b" 5.5 = 9.5, not 10',
  ])
})

it('names the item whose rule cannot hold', () => {
  const at = 'Scheme "workshop-care" version 3: level "shop" › group "order" › item "a": '
  const wrong = (more: Partial<ScoreItem>) => mistakes([item('a', '10', more)])
  expect(wrong({ rule: { by: 'ratio', target: '0' } })).toEqual([`${at}its target must be above 0`])
  expect(wrong({ rule: { by: 'ratio', target: '60', limit: '70' } })).toEqual([
    `${at}its limit 70 lies beyond its target 60`,
  ])
  expect(wrong({ source: { from: 'indicator', code: 't.nothing' } })).toEqual([
    `${at}indicator "t.nothing" is not declared`,
  ])
  expect(wrong({ source: { from: 'experts' } })[0]).toContain('experts are the source')
  expect(wrong({ rule: { by: 'deduction' } })).toEqual([`${at}it deducts nothing: say for what in "less"`])
  expect(
    wrong({
      rule: {
        by: 'bands',
        steps: [
          { from: '5', points: '11' },
          { from: '6', points: '3' },
        ],
      },
    }),
  ).toEqual([
    `${at}its last step must be for all that is below: from null`,
    `${at}step 1 gives 11, which is not between 0 and 10`,
    `${at}step 2 begins at 6, which is not below the step before`,
  ])
})

it('wants weights of 100, grades in order and vetoes that lead somewhere', () => {
  expect(
    mistakes([item('a', '10')], {
      weightings: { usual: { label, of: { shop: '99.5', yard: '1' } } },
      grades: { good: { label, from: '60' }, better: { label, from: '80' } },
      vetoes: [
        { key: 'fire', label, grade: 'worst', when: 'said' },
        { key: 'order', label, grade: 'good', when: 'group-below', least: '3', group: 'tidiness' },
      ],
    }),
  ).toEqual([
    'Scheme "workshop-care" version 3: weighting "usual" names level "yard", which is not declared',
    'Scheme "workshop-care" version 3: weighting "usual": 99.5 + 1 is not 100',
    'Scheme "workshop-care" version 3: veto "fire" gives grade "worst", which is not declared',
    'Scheme "workshop-care" version 3: veto "order" names group "tidiness", which no level has',
    'Scheme "workshop-care" version 3: grade "better" begins at 80, which is not below 60 of "good"',
    'Scheme "workshop-care" version 3: grade "better" is the last and must begin at 0',
  ])
})

it('stops the start with all of it at once', () => {
  const declarations = { registers: [], indicators: [], tables: [], rules: [], reports: [], roles: [], areas: {} }
  const offices = { name: 'offices', label, values: {} }
  const bad = defineScheme(spec([item('a', '1'), item('a', '2')]))
  expect(() => assembleCatalogue({ ...declarations, offices, schemes: [bad, bad] })).toThrow(
    /Scheme "workshop-care\/3" is declared twice[^]*= 3, not 10[^]*item "a" is declared twice/,
  )
})
