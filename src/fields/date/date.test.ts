import fc from 'fast-check'
import { expect, test } from 'vitest'
import { date } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { dateRule } from './rule.ts'
import { dateSql } from './sql.ts'

const day = date({ zh: '授权日期', en: 'Granted on' })
const fields = [
  day,
  date({ zh: '起', en: 'From' }, { min: '2023-02-27' }),
  date({ zh: '止', en: 'To' }, { max: '1999-12-31' }),
  date({ zh: '内', en: 'Within' }, { min: '2024-02-28', max: '2024-03-01' }),
]
const days = fc
  .integer({ min: -25_567, max: 47_846 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))

holdsContract({
  rule: dateRule,
  sql: dateSql,
  fields,
  values: fc
    .oneof(days, fc.constant('2024-02-29'))
    .chain((value) => fc.constantFrom(value, '2024-02-29', '1999-12-31', '2100-12-31')),
})

test.each([
  '2023-9-1',
  '2023/09/01',
  '2023.9.1',
  '2023年9月1日',
  '2023 年 9 月 1 号',
  '20230901',
  '２０２３－０９－０１',
  '2023-09-01T00:00:00',
  '2023-09-01T00:00:00.000Z',
  '2023/9/1 0:00:00',
  ' 2023-09-01 ',
])('reads %j', (cell) => {
  expect(dateRule.read(cell, day)).toEqual({ value: '2023-09-01' })
})

test.each([
  ['2023-02-30', refused('“2023-02-30”不是有效日期', '2023-02-28')],
  ['2024-02-30', refused('2024-02-29')],
  ['2100-02-29', refused('2100-02-28')],
  ['2000-02-29', '2000-02-29'],
  ['2023-13-01', refused('不是有效日期', '2023-09-01')],
  ['2023-00-10', refused('不是有效日期')],
  ['2023-09-00', refused('不是有效日期')],
  ['1899-12-31', refused('年份', '1900')],
  ['2101-01-01', refused('年份', '2100')],
  ['2023-9/1', refused('不是有效日期')],
  ['2023年9年1日', refused('不是有效日期')],
  ['2023-09-01T08:30:00', refused('不是有效日期')],
  ['45170', refused('不是有效日期')],
  ['23-9-1', refused('不是有效日期')],
  ['2023-09', refused('不是有效日期')],
])('reads %j as it should', (cell, expected) => {
  expect(outcome(dateRule.read(cell, day))).toEqual(expected)
})

test('JSON has one form, and limits hold', () => {
  expect(outcome(dateRule.check('2023-9-1', day))).toEqual(refused('不是有效日期'))
  expect(outcome(dateRule.check(20230901, day))).toEqual(refused('不是文本'))
  expect(outcome(dateRule.check('2024-03-02', fields[3]!))).toEqual(refused('2024-02-28 至 2024-03-01'))
})

test('a driver that makes dates of days keeps the day', () => {
  expect(dateSql.read(new Date(2023, 8, 1))).toBe('2023-09-01')
  expect(dateSql.read('2023-09-01T00:00:00Z')).toBe('2023-09-01')
})
