import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phone } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { phoneRule } from './rule.ts'
import { phoneSql } from './sql.ts'

const mobile = phone({ zh: '电话', en: 'Phone' })

holdsContract({
  rule: phoneRule,
  sql: phoneSql,
  fields: [mobile],
  values: fc.oneof(
    fc.stringMatching(/^1[3-9]\d{9}$/),
    fc.stringMatching(/^0[1-9]\d{1,2}-[2-9]\d{6,7}(-\d{1,4})?$/),
    fc.stringMatching(/^\+[1-9]\d{5,15}$/),
  ),
})

test.each([
  ['13812341234', '13812341234'],
  ['138 1234 1234', '13812341234'],
  ['138-1234-1234', '13812341234'],
  ['１３８１２３４１２３４', '13812341234'],
  ['+86 138 1234 1234', '13812341234'],
  ['0086-13812341234', '13812341234'],
  ['010-12345678', '010-12345678'],
  ['（010）1234 5678', '010-12345678'],
  ['01012345678', '010-12345678'],
  ['+86 10 12345678', '010-12345678'],
  ['0512-1234567', '0512-1234567'],
  ['05121234567', '0512-1234567'],
  ['0512-12345678转801', '0512-12345678-801'],
  ['0512-12345678-801', '0512-12345678-801'],
  ['400-123-4567', '4001234567'],
  ['+852 1234 5678', '+85212345678'],
  ['0085212345678', '+85212345678'],
  ['12812341234', refused('11 位手机号')],
  ['1381234123', refused('11 位手机号')],
  ['12345678', refused('带区号')],
  ['+86 12345', refused('不是有效的电话号码')],
  ['+1234', refused('不是有效的电话号码')],
  ['无', refused('不是有效的电话号码')],
])('reads %j', (cell, expected) => {
  expect(outcome(phoneRule.read(cell, mobile))).toEqual(expected)
})

test.each([
  ['13812341234', '138****1234'],
  ['010-12345678', '010-****5678'],
  ['0512-12345678-801', '0512-****5678'],
  ['4001234567', '40****4567'],
  ['+85212345678', '+852****5678'],
  ['+1234567', '****4567'],
])('the mask of %s', (value, masked) => {
  expect(phoneRule.mask?.(value)).toBe(masked)
})

test('a JSON number is refused', () => {
  expect(outcome(phoneRule.check(13812341234, mobile))).toEqual(refused('不是有效的电话号码'))
})
