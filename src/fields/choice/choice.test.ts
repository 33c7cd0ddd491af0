import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defineCodes } from '../../language/codes.ts'
import { choice, type Field } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { choiceRule } from './rule.ts'
import { choiceSql } from './sql.ts'

const kind = choice(
  { zh: '类型', en: 'Kind' },
  defineCodes({
    name: 'patent-kinds',
    label: { zh: '专利类型', en: 'patent kinds' },
    values: {
      invention: { zh: '发明', en: 'Invention' },
      'utility-model': { zh: '实用新型', en: 'Utility model' },
      design: { zh: '外观设计', en: 'Design' },
    },
    official: { invention: '01', 'utility-model': '02' },
  }),
)
/** Names that get in each other's way. */
const tricky = choice(
  { zh: '档', en: 'Class' },
  {
    a: { zh: 'b', en: 'Other' },
    b: { zh: '其他', en: 'other' },
    c: { zh: '其他', en: 'C' },
    constructor: { zh: '（一）', en: 'A、B' },
  },
)
const many = choice(
  { zh: '序', en: 'Number' },
  Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`v${index}`, { zh: `第${index}项`, en: `Item ${index}` }]),
  ),
)
const values = (field: Field<'choice'>) => Object.keys(field.codes.values)

holdsContract({
  rule: choiceRule,
  sql: choiceSql,
  fields: [kind, tricky, many],
  values: fc.constantFrom(...values(kind), ...values(tricky), ...values(many), 'toString'),
})

test.each([
  ['invention', 'invention'],
  [' 发明 ', 'invention'],
  ['UTILITY  model', 'utility-model'],
  ['Utility-Model', 'utility-model'],
  ['01', 'invention'],
  ['０２', 'utility-model'],
  ['发名', refused('“发名”不是专利类型的选项', '是否应为“发明”？', '可填：发明、实用新型、外观设计')],
  ['toString', refused('不是专利类型的选项')],
  ['植物', refused('选项，可填：发明、实用新型、外观设计')],
])('reads %j', (cell, expected) => {
  expect(outcome(choiceRule.read(cell, kind))).toEqual(expected)
})

test('both languages propose', () => {
  expect(choiceRule.read('Inventoin', kind).problem?.en).toBe(
    '“Inventoin” is not one of patent kinds; did you mean “Invention”? Allowed: Invention, Utility model, Design',
  )
})

test('of a long list the six nearest are named', () => {
  expect(outcome(choiceRule.read('第12', many))).toEqual(refused('是否应为“第12项”', '等 20 项'))
  expect(choiceRule.read('第12', many).problem?.zh.split('、')).toHaveLength(6)
})

test('JSON has codes; a name is answered with its code, a shared name with all of them', () => {
  expect(outcome(choiceRule.check('发明', kind))).toEqual(refused('请填写代码 invention'))
  expect(outcome(choiceRule.check('__proto__', kind))).toEqual(refused('可填'))
  expect(outcome(choiceRule.read('其他', tricky))).toEqual(refused('请填写代码 b 或 c'))
  expect(choiceRule.write('c', tricky, 'zh')).toBe('c')
})
