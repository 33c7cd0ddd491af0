import fc from 'fast-check'
import { expect, test } from 'vitest'
import { time } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { timeRule, timeText } from './rule.ts'
import { timeSql } from './sql.ts'

const begins = time({ zh: '上课时间', en: 'Begins at' })

holdsContract({
  rule: timeRule,
  sql: timeSql,
  fields: [begins],
  values: fc.integer({ min: 0, max: 86_399 }).map(timeText),
})

test.each([
  ['8:30', '08:30:00'],
  ['08:30:05', '08:30:05'],
  ['０８：３０', '08:30:00'],
  ['8时30分', '08:30:00'],
  ['8点', '08:00:00'],
  ['141503', '14:15:03'],
  ['00:00:00', '00:00:00'],
  ['24:00', refused('不是有效时间', '08:30:00')],
  ['8:60', refused('不是有效时间')],
  ['早上', refused('“早上”不是有效时间')],
])('reads %j', (cell, expected) => {
  expect(outcome(timeRule.read(cell, begins))).toEqual(expected)
})

test('JSON has one form', () => {
  expect(outcome(timeRule.check('8:30', begins))).toEqual(refused('不是有效时间'))
  expect(outcome(timeRule.check(83000, begins))).toEqual(refused('不是文本'))
})
