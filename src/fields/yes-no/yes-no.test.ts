import fc from 'fast-check'
import { expect, test } from 'vitest'
import { yesNo } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { yesNoRule } from './rule.ts'
import { yesNoSql } from './sql.ts'

const open = yesNo({ zh: '是否开放', en: 'Open' })

holdsContract({ rule: yesNoRule, sql: yesNoSql, fields: [open], values: fc.boolean() })

test.each(['是', '有', 'TRUE', 'Yes', 'y', '1', '１', '√', ' 是 '])('%j is yes', (cell) => {
  expect(yesNoRule.read(cell, open)).toEqual({ value: true })
})

test.each(['否', '无', 'False', 'NO', 'n', '0', '×'])('%j is no', (cell) => {
  expect(yesNoRule.read(cell, open)).toEqual({ value: false })
})

test('anything else is refused', () => {
  expect(outcome(yesNoRule.read('大概', open))).toEqual(refused('大概', '“是”或“否”'))
  expect(outcome(yesNoRule.check('是', open))).toEqual(refused('true 或 false'))
})
