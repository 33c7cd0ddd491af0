import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { moneyRule } from './rule.ts'
import { moneySql } from './sql.ts'

const price = money({ zh: '单价', en: 'Price' })
const budget = money({ zh: '经费', en: 'Budget' }, { unit: 'ten-thousand-yuan', min: '0' })
const grant = money({ zh: '奖金', en: 'Grant' }, { min: '100', max: '20000.5' })

const amounts = fc.tuple(fc.constantFrom('', '-'), fc.stringMatching(/^\d{1,12}$/), fc.stringMatching(/^(\.\d{0,6})?$/))
const grants = fc.tuple(fc.integer({ min: 100, max: 20000 }), fc.stringMatching(/^\.\d{2}$/))

holdsContract({
  rule: moneyRule,
  sql: moneySql,
  fields: [price, budget, grant],
  values: fc.oneof(amounts, grants).map((parts) => parts.join('')),
})

test.each([
  ['12', price, '12.00'],
  ['¥1,234.5', price, '1234.50'],
  ['￥１，２３４．５０元', price, '1234.50'],
  ['12.345', price, refused('最多保留 2 位小数')],
  ['1.2万元', price, refused('以元为单位')],
  ['1946.59', budget, '1946.59'],
  ['1946.590000', budget, '1946.59'],
  ['1946.5900001', budget, refused('最多保留 6 位小数')],
  ['0.000001', budget, '0.000001'],
  ['12.5 万元', budget, '12.50'],
  ['12万', budget, '12.00'],
  ['3亿', budget, refused('以万元为单位')],
  ['120000元', budget, refused('以万元为单位')],
  ['-1', budget, refused('最小为 0')],
  ['1234567890123', budget, refused('整数部分最多 12 位')],
])('reads %j', (cell, field, expected) => {
  expect(outcome(moneyRule.read(cell, field))).toEqual(expected)
})

test('amounts are written in groups of three, decimals are not', () => {
  expect(moneyRule.write('-1234567.123456', budget, 'zh')).toBe('-1,234,567.123456')
  expect(moneyRule.write('123.00', price, 'en')).toBe('123.00')
})

test('the database pads, the value does not change', () => {
  expect(moneySql.read('1946.590000')).toBe('1946.59')
  expect(moneySql.read('12.000000')).toBe('12.00')
  expect(moneySql.column(budget)).toBe('numeric(18,6)')
  expect(moneySql.column(price)).toBe('numeric(18,2)')
})
