import fc from 'fast-check'
import { expect, test } from 'vitest'
import { month } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { monthRule } from './rule.ts'
import { monthSql } from './sql.ts'

const start = month({ zh: '开始月份', en: 'Start' })
const fields = [
  start,
  month({ zh: '起', en: 'From' }, { min: '2023-11' }),
  month({ zh: '止', en: 'To' }, { max: '1999-12' }),
  month({ zh: '内', en: 'Within' }, { min: '2023-12', max: '2024-01' }),
]
const months = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)

holdsContract({
  rule: monthRule,
  sql: monthSql,
  fields,
  values: fc.oneof(months, fc.constantFrom('2023-12', '2024-01', '1999-12')),
})

test.each([
  ['2023-9', '2023-09'],
  ['2023/09', '2023-09'],
  ['2023.9', '2023-09'],
  ['2023年9月', '2023-09'],
  ['2023 年 9 月份', '2023-09'],
  ['202309', '2023-09'],
  ['2023-09-01', '2023-09'],
  ['2023-09-01T00:00:00', '2023-09'],
  ['2023-09-02', refused('不是有效月份')],
  ['2023-13', refused('“2023-13”不是有效月份', '2023-09')],
  ['2023年', refused('不是有效月份')],
  ['1800-01', refused('年份')],
])('reads %j', (cell, expected) => {
  expect(outcome(monthRule.read(cell, start))).toEqual(expected)
})

test('limits hold', () => {
  expect(outcome(monthRule.check('2024-02', fields[3]!))).toEqual(refused('2023-12 至 2024-01'))
})
