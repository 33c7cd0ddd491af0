import fc from 'fast-check'
import { expect, test } from 'vitest'
import { period } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { periodRule } from './rule.ts'
import { periodSql } from './sql.ts'

const edition = period({ zh: '年度', en: 'Year' })

holdsContract({
  rule: periodRule,
  sql: periodSql,
  fields: [edition],
  values: fc.oneof(fc.stringMatching(/^[0-9A-Z-]{1,12}$/), fc.string()),
})

test.each([
  [' 2023 ', '2023'],
  ['２０２３', '2023'],
  ['2023-2024', '2023-2024'],
  ['2023-2024-autumn', refused('1 至 12 个字符')],
  ['20 23', refused('不是统计期代码')],
])('reads %j', (cell, expected) => {
  expect(outcome(periodRule.read(cell, edition))).toEqual(expected)
})

test('a year as a number is refused', () => {
  expect(outcome(periodRule.check(2023, edition))).toEqual(refused('不是文本', '2023'))
})
