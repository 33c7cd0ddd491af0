import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reference } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { referenceRule } from './rule.ts'
import { referenceSql } from './sql.ts'

const department = reference({ zh: '院系', en: 'Department' }, 'departments')

holdsContract({ rule: referenceRule, sql: referenceSql, fields: [department], values: fc.uuid() })

test.each([
  ['01890A5D-AC96-774B-BCCE-B302099A8057', '01890a5d-ac96-774b-bcce-b302099a8057'],
  ['智能制造学院', refused('“智能制造学院”不是记录编号', '选择')],
  [12, refused('不是记录编号')],
])('%j', (input, expected) => {
  expect(outcome(referenceRule.check(input, department))).toEqual(expected)
})

test('a cell stays as it is written, for the import to look up', () => {
  expect(referenceRule.read(' 智能制造学院 ', department)).toEqual({ value: '智能制造学院' })
})
