import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longText } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { longTextRule } from './rule.ts'
import { longTextSql } from './sql.ts'

const summary = longText({ zh: '简介', en: 'Summary' })
const short = longText({ zh: '备注', en: 'Remark' }, { maxLength: 5 })

holdsContract({
  rule: longTextRule,
  sql: longTextSql,
  fields: [summary, short],
  values: fc.string({ unit: fc.constantFrom('甲', 'a', '\n', '\r', '\t', ' ', '\u0007') }),
})

test.each([
  ['一\r\n二\r三\n', summary, '一\n二\n三'],
  ['一\t二', summary, '一\t二'],
  ['一\u0007二', summary, refused('控制字符')],
  ['一\n二三四', short, '一\n二三四'],
  ['一\n二三四五', short, refused('共 6 个字', '最多 5')],
])('%j', (input, field, expected) => {
  expect(outcome(longTextRule.check(input, field))).toEqual(expected)
})
