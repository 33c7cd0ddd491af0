import fc from 'fast-check'
import { expect, test } from 'vitest'
import { identityNumber } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { identityNumberRule } from './rule.ts'
import { identityNumberSql } from './sql.ts'

const number = identityNumber({ zh: '身份证号', en: 'Identity number' })

holdsContract({
  rule: identityNumberRule,
  sql: identityNumberSql,
  fields: [number],
  values: fc.oneof(
    fc.nat().map((seed) => identityNumberRule.example(number, seed)),
    fc.stringMatching(/^11010119900101\d{3}[\dX]$/),
  ),
})

// The number of the standard's own example, and made-up ones.
test.each([
  ['11010519491231002X', '11010519491231002X'],
  ['11010519491231002x', '11010519491231002X'],
  ["'110105 19491231 002x", '11010519491231002X'],
  ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
  ['440524188001010014', refused('出生日期')],
  ['110105194912310021', refused('校验位')],
  ['11010519490231002X', refused('第 7 至 14 位')],
  ['110105491231002', refused('15 位')],
  ['1101051949123100', refused('18 位', '现为 16 位')],
  ['X1010519491231002X', refused('18 位')],
])('reads %j', (cell, expected) => {
  expect(outcome(identityNumberRule.read(cell, number))).toEqual(expected)
})

test('problems never repeat the number', () => {
  for (const cell of ['110105194912310021', '11010519490231002X', '110105491231002']) {
    expect(JSON.stringify(identityNumberRule.read(cell, number))).not.toContain(cell)
  }
})

test('every slip of one digit and every exchange of neighbours is found', () => {
  const slip = fc.tuple(fc.nat(), fc.nat(16), fc.integer({ min: 1, max: 9 }))
  fc.assert(
    fc.property(slip, ([seed, at, by]) => {
      const valid = identityNumberRule.example(number, seed)
      const wrongDigit = String((Number(valid[at]) + by) % 10)
      expect(
        identityNumberRule.check(valid.slice(0, at) + wrongDigit + valid.slice(at + 1), number).problem,
      ).toBeDefined()
      const [a, b] = [valid[at]!, valid[at + 1]!]
      if (a !== b)
        expect(identityNumberRule.check(valid.slice(0, at) + b + a + valid.slice(at + 2), number).problem).toBeDefined()
    }),
  )
})

test('the mask keeps region and last four', () => {
  expect(identityNumberRule.mask?.('110101199001011234')).toBe('110101********1234')
})
