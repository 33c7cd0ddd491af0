import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateTime } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { dateTimeRule } from './rule.ts'
import { dateTimeSql } from './sql.ts'

const borrowed = dateTime({ zh: '借阅时间', en: 'Borrowed at' })

holdsContract({
  rule: dateTimeRule,
  sql: dateTimeSql,
  fields: [borrowed],
  values: fc
    .integer({ min: -2_208_902_400, max: 4_133_980_799 })
    .map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19)),
})

test.each([
  ['2023-09-01 08:30:00', '2023-09-01T08:30:00'],
  ['2023/9/1 8:30', '2023-09-01T08:30:00'],
  ['2023年9月1日 8时30分', '2023-09-01T08:30:00'],
  ['2023年9月1日8:30', '2023-09-01T08:30:00'],
  ['20060412141503', '2006-04-12T14:15:03'],
  ['20060412', '2006-04-12T00:00:00'],
  ['2023-09-01T08:30:00.000Z', '2023-09-01T08:30:00'],
  ['2023-09-01', '2023-09-01T00:00:00'],
  ['2023-09-31 08:30', refused('不是有效日期')],
  ['2023-09-01 25:00', refused('不是有效的日期时间', '2023-09-01 08:30:00')],
  ['昨天', refused('“昨天”不是有效的日期时间')],
])('reads %j', (cell, expected) => {
  expect(outcome(dateTimeRule.read(cell, borrowed))).toEqual(expected)
})

test('JSON has one form', () => {
  expect(outcome(dateTimeRule.check('2023-09-01 08:30:00', borrowed))).toEqual(refused('不是有效的日期时间'))
  expect(outcome(dateTimeRule.check(20230901, borrowed))).toEqual(refused('不是文本'))
})
