import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { text } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { textRule } from './rule.ts'
import { textSql } from './sql.ts'

const name = text({ zh: '名称', en: 'Name' })
const short = text({ zh: '简称', en: 'Short name' }, { maxLength: 4 })
const number = text(
  { zh: '专利号', en: 'Patent number' },
  { pattern: 'ZL\\d{12}\\.[\\dX]', help: { zh: '如 ZL202310000000.1', en: 'like ZL202310000000.1' } },
)
const code = text({ zh: '代码', en: 'Code' }, { pattern: '[A-Z]{2}|[0-9]{3}' })

holdsContract({
  rule: textRule,
  sql: textSql,
  fields: [name, short, number, code, text({ zh: '一', en: 'One' }, { maxLength: 1 })],
  values: fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^ZL\d{12}\.[\dX]$/),
    fc.stringMatching(/^[A-Z]{2}$/),
    fc.constant('1'),
  ),
})

test.each([
  ['  专利 ', name, '专利'],
  ['e\u0301cole', name, 'école'],
  ['\u{20BB7}\u{20BB7}\u{20BB7}\u{20BB7}', short, '\u{20BB7}\u{20BB7}\u{20BB7}\u{20BB7}'],
  ['一二三四五', short, refused('共 5 个字', '最多 4')],
  ['a\nb', name, refused('换行')],
  ['a\u2028b', name, refused('换行|控制')],
  ['a\u0000b', name, refused('控制字符')],
  ['\uD800', name, refused('损坏')],
  ['   ', name, refused('空格')],
  ['字'.repeat(501), name, refused('最多 500')],
  [12, name, refused('不是文本')],
  ['ZL202310000000.X', number, 'ZL202310000000.X'],
  ['ZL202310000000.X1', number, refused('格式', '如 ZL202310000000.1')],
  ['ABC', code, refused('格式', '这样的形式')],
])('%j', (input, field, expected) => {
  expect(outcome(textRule.check(input, field))).toEqual(expected)
})

describe('examples of patterns', () => {
  test.each([
    '^[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}$',
    'https?://[\\w.-]+(/.*)?',
    '(?:19|20)\\d{2}-(0[1-9]|1[0-2])',
    '[\\u4e00-\\u9fa5]{2,8}',
    '\\p{Script=Han}+（\\d+）',
    '(?=.*\\d)[a-z\\d]{3,}',
    '(?<year>\\d{4})[^\\s]\\u00e9\\u{4e00}?',
    '[\\]\\-a]+\\.\\(x\\)',
  ])('%s', (pattern) => {
    const field = text({ zh: '编号', en: 'Number' }, { pattern })
    const examples = Array.from({ length: 30 }, (_, seed) => textRule.example(field, seed))
    for (const example of examples) expect(textRule.check(example, field)).toEqual({ value: example })
    expect(new Set(examples).size).toBeGreaterThan(3)
  })

  test('a pattern that cannot be walked says so', () => {
    expect(() => textRule.example(text({ zh: '编号', en: 'Number' }, { pattern: '(\\d{9})-\\1!' }), 0)).toThrow(
      '"Number": no example',
    )
  })
})
