import { expect, it } from 'vitest'
import type { IndicatorRule, WireFigure } from '../../../language/index.ts'
import { brokenBy } from './entry-rules.ts'

const rule = (name: string, given: IndicatorRule['rule']): IndicatorRule => ({
  is: 'rule',
  name,
  label: { zh: name, en: name },
  severity: 'error',
  rule: given,
})
const figures = new Map(
  Object.entries({ a: '3', b: '5', c: null }).map(([code, value]) => [
    code,
    { code, value, previous: null } as Partial<WireFigure> as WireFigure,
  ]),
)
const rules = [
  rule('a within b', { part: 'a', whole: 'b' }),
  rule('c is a', { same: ['c', 'a'] }),
  rule('a up to 2', { of: 'a', between: [null, '2'] }),
]
const broken = (code: string, typed: Readonly<Record<string, string>>) =>
  brokenBy(rules, figures, code, (one) => typed[one]).map((one) => one.rule.name)

it('names the rules that typed values would break, with the other figures as they stand', () => {
  expect(broken('a', {})).toEqual([])
  expect(broken('a', { a: '６' })).toEqual(['a within b'])
  expect(broken('b', { a: '6', b: '1,000' })).toEqual([])
  expect(broken('b', { b: '2.99' })).toEqual(['a within b'])
  expect(broken('c', { c: '4' })).toEqual(['c is a'])
  // What is no number yet breaks nothing.
  expect(broken('a', { a: '-' })).toEqual([])
})
