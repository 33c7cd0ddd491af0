import fc from 'fast-check'
import { expect, test } from 'vitest'
import { integer } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { integerRule } from './rule.ts'
import { integerSql } from './sql.ts'

const count = integer({ zh: '人数', en: 'People' }, { unit: { zh: '人', en: 'people' } })
const percent = integer({ zh: '比例', en: 'Share' }, { min: 0, max: 100 })
const fields = [
  count,
  percent,
  integer({ zh: '亏', en: 'Loss' }, { max: -5 }),
  integer({ zh: '一', en: 'One' }, { min: 7, max: 7 }),
]

holdsContract({
  rule: integerRule,
  sql: integerSql,
  fields,
  values: fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -10, max: 100 }), fc.constantFrom(-0, 7)),
})

test.each([
  ['12', count, 12],
  ['１２，３４５', count, 12345],
  ['1,234,567', count, 1234567],
  ['１２ 人', count, 12],
  ['12people', count, 12],
  ['12.0', count, 12],
  ['+3', count, 3],
  ['−3', count, -3],
  ['-0', count, 0],
  ['12,34', count, refused('不是整数')],
  ['12.5', count, refused('不是整数')],
  ['1e3', count, refused('不是整数')],
  ['九十', count, refused('不是整数')],
  ['9007199254740993', count, refused('过大')],
  ['101', percent, refused('101', '0 至 100')],
  ['-4', fields[2]!, refused('最大为 -5')],
])('reads %j', (cell, field, expected) => {
  expect(outcome(integerRule.read(cell, field))).toEqual(expected)
})

test('JSON gives numbers, and the driver texts', () => {
  expect(outcome(integerRule.check('12', count))).toEqual(refused('不是数字'))
  expect(outcome(integerRule.check(1.5, count))).toEqual(refused('不是整数'))
  expect(integerSql.read('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER)
  expect(() => integerSql.read('9007199254740993')).toThrow('safe integer')
})
