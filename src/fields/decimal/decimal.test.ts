import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { compareDecimals, decimalRule } from './rule.ts'
import { decimalSql } from './sql.ts'

const score = decimal({ zh: '分数', en: 'Score' }, { decimals: 2, min: '0', max: '100' })
const rate = decimal({ zh: '就业率', en: 'Rate' }, { decimals: 1, unit: { zh: '%', en: '%' } })
const area = decimal({ zh: '面积', en: 'Area' }, { decimals: 4, min: '-1.5' })
const whole = decimal({ zh: '台', en: 'Pieces' }, { decimals: 0 })
const below = decimal({ zh: '亏', en: 'Loss' }, { decimals: 3, max: '-0.5' })

const digits = fc.tuple(
  fc.constantFrom('', '-', '+'),
  fc.stringMatching(/^\d{1,8}$/),
  fc.stringMatching(/^(\.\d{0,4})?$/),
)
const small = fc.tuple(fc.constantFrom('', '-'), fc.stringMatching(/^\d{1,2}$/), fc.stringMatching(/^(\.\d{0,2})?$/))

holdsContract({
  rule: decimalRule,
  sql: decimalSql,
  fields: [score, rate, area, whole, below],
  values: fc.oneof(digits, small).map((parts) => parts.join('')),
})

test.each([
  ['71.9', score, '71.90'],
  ['071.900', score, '71.90'],
  ['+.5', score, '0.50'],
  ['-0', score, '0.00'],
  ['７１．９', score, '71.90'],
  ['100.00', score, '100.00'],
  ['71.905', score, refused('71.905', '最多保留 2 位小数')],
  ['100.01', score, refused('0 至 100')],
  ['98.5%', rate, '98.5'],
  ['98.5％', rate, '98.5'],
  ['1,234.5', rate, '1234.5'],
  ['1,5', rate, refused('不是数字')],
  ['12,34.5', rate, refused('不是数字')],
  ['1.5E3', rate, refused('不是数字')],
  ['.', rate, refused('不是数字')],
  ['-1.5001', area, refused('最小为 -1.5')],
  ['123456789012345', area, refused('整数部分最多 14 位')],
  ['12.5', whole, refused('不能有小数')],
  ['12.', whole, '12'],
])('reads %j', (cell, field, expected) => {
  expect(outcome(decimalRule.read(cell, field))).toEqual(expected)
})

test('a JSON number is refused: its digits are already lost', () => {
  expect(outcome(decimalRule.check(0.1 + 0.2, score))).toEqual(refused('不是文本', '12.00'))
})

test('columns have the room that check allows', () => {
  expect(decimalSql.column(area)).toBe('numeric(18,4)')
})

test('comparison is exact and agrees with whole numbers of any length', () => {
  const sample = fc.tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.nat(30))
  const text = ([value, decimals]: [bigint, number]) => {
    const padded = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
    return `${value < 0n ? '-' : ''}${padded.slice(0, padded.length - decimals)}.${padded.slice(padded.length - decimals)}`
  }
  const scaled = ([value, decimals]: [bigint, number]) => value * 10n ** BigInt(30 - decimals)
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const expected = scaled(a) < scaled(b) ? -1 : scaled(a) > scaled(b) ? 1 : 0
      expect(compareDecimals(text(a), text(b))).toBe(expected)
    }),
  )
})
