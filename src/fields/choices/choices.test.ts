import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choices } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { choicesRule } from './rule.ts'
import { choicesSql } from './sql.ts'

const uses = choices(
  { zh: '用途', en: 'Uses' },
  {
    teaching: { zh: '教学', en: 'Teaching' },
    contest: { zh: '竞赛', en: 'Contests' },
    'co-training': { zh: '产教融合、校企合作', en: 'Training, with firms' },
    service: { zh: '社会服务/培训', en: 'Service' },
  },
)

holdsContract({
  rule: choicesRule,
  sql: choicesSql,
  fields: [uses, choices({ zh: '一', en: 'One' }, { only: { zh: '唯一', en: 'Only' } })],
  values: fc.array(fc.constantFrom('teaching', 'contest', 'co-training', 'service', 'only'), {
    minLength: 1,
    maxLength: 2,
  }),
})

test.each([
  ['教学；竞赛', ['teaching', 'contest']],
  ['竞赛,教学', ['teaching', 'contest']],
  ['教学、 contests / 教学', ['teaching', 'contest']],
  ['教学\n竞赛；', ['teaching', 'contest']],
  ['教学、产教融合、校企合作、竞赛', ['teaching', 'contest', 'co-training']],
  ['社会服务/培训/教学', ['teaching', 'service']],
  ['教学、竟赛', refused('“竟赛”', '是否应为“竞赛”')],
  ['；、', refused('没有选中')],
])('reads %j', (cell, expected) => {
  expect(outcome(choicesRule.read(cell, uses))).toEqual(expected)
})

test('JSON has a list of codes, each once, in the order of the code list', () => {
  expect(choicesRule.check(['service', 'teaching', 'service'], uses)).toEqual({ value: ['teaching', 'service'] })
  expect(outcome(choicesRule.check('teaching', uses))).toEqual(refused('不是列表'))
  expect(outcome(choicesRule.check(['plant'], uses))).toEqual(refused('“plant”'))
  expect(outcome(choicesRule.check([], uses))).toEqual(refused('至少选一项'))
})
