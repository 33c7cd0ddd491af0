import { describe, expect, it } from 'vitest'
import type { IndicatorRule } from './indicator.ts'
import { compare, judgeRule } from './judge-rule.ts'

const judge = (rule: IndicatorRule['rule'], values: Readonly<Record<string, string | null>>) =>
  judgeRule({ rule }, (code) => ({ value: values[code] ?? null, previous: values[`${code}-`] ?? null }))

describe('rules between figures', () => {
  it('judge parts, sums, sameness, ranges and jumps exactly', () => {
    expect(judge({ part: 'a', whole: 'b' }, { a: '3', b: '2' }).holds).toBe(false)
    expect(judge({ parts: ['a', 'b'], whole: 'c' }, { a: '0.1', b: '0.2', c: '0.3' }).holds).toBe(true)
    expect(judge({ same: ['a', 'b'] }, { a: '71.90', b: '71.9' }).holds).toBe(true)
    expect(judge({ of: 'a', between: ['0', '100'] }, { a: '100.01' }).holds).toBe(false)
    expect(judge({ of: 'a', between: [null, '-1'] }, { a: '-1.0' }).holds).toBe(true)
    expect(judge({ of: 'a', changesAtMostPercent: '20' }, { a: '120', 'a-': '100' }).holds).toBe(true)
    expect(judge({ of: 'a', changesAtMostPercent: '20' }, { a: '120.0000000001', 'a-': '100' }).holds).toBe(false)
    expect(judge({ of: 'a', changesAtMostPercent: '33.3' }, { a: '2', 'a-': '3' }).holds).toBe(false)
  })

  it('have nothing to judge where a value is missing, or the year before was 0', () => {
    for (const rule of [{ part: 'a', whole: 'b' }, { same: ['b', 'a'] }, { of: 'b', between: ['0', '1'] }] as const)
      expect(judge(rule, { a: '3' })).toMatchObject({ holds: true, open: true })
    expect(judge({ of: 'a', changesAtMostPercent: '20' }, { a: '3', 'a-': '0.00' }).open).toBe(true)
  })

  it('say what they compared', () => {
    const said = (...given: Parameters<typeof judge>) => judge(...given).explanation.zh
    expect(said({ parts: ['a', 'b'], whole: 'c' }, { a: '1.50', b: '-2', c: '0.123456' })).toBe(
      '1.5 + -2 = -0.5 ⟷ 0.1235',
    )
    expect(said({ of: 'a', between: [null, '10'] }, { a: '100' })).toBe('−∞ ≤ 100 ≤ 10')
    const change = (a: string, before: string) => said({ of: 'a', changesAtMostPercent: '1' }, { a, 'a-': before })
    expect(change('2', '3')).toBe('3 → 2（-33.3 %）')
    expect(change('100.05', '100')).toBe('100 → 100.05（+0.1 %）')
    expect(change('-2', '-3')).toBe('-3 → -2（-33.3 %）')
    expect(change('5', '5')).toBe('5 → 5（+0.0 %）')
  })

  it('compare decimals of any length', () => {
    expect(compare('0.30000000000000000000000000000001', '0.3')).toBe(1)
    expect(compare('-5', '3')).toBe(-1)
    expect(compare('007.0', '7')).toBe(0)
  })
})
