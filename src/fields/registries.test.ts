import { expect, test } from 'vitest'
import { choice, type Field, integer } from '../language/fields.ts'
import { isEmpty, quoted } from './rule.ts'
import { ruleOf, rules } from './rules.ts'
import { sqlOf, sqls } from './sqls.ts'

test('every kind has its rule and its column', () => {
  expect(Object.keys(rules)).toEqual(Object.keys(sqls))
  expect(Object.keys(rules)).toHaveLength(18)
})

test('a field of a known kind keeps the type of its value; any field takes unknown values', () => {
  const count = integer({ zh: '人数', en: 'People' })
  const written: string = ruleOf(count).write(12, count, 'zh')
  expect(written).toBe('12')
  // @ts-expect-error An integer is not written from a text.
  ruleOf(count).write('12', count, 'zh')
  const value: number = sqlOf(count).read('12')
  expect(value).toBe(12)

  const fields: readonly Field[] = [count, choice({ zh: '类型', en: 'Kind' }, { a: { zh: '甲', en: 'A' } })]
  const stored: readonly unknown[] = ['12', 'a']
  expect(fields.map((field, index) => ruleOf(field).write(sqlOf(field).read(stored[index]), field, 'en'))).toEqual([
    '12',
    'A',
  ])
})

test('emptiness is null, blank text or an empty list, and nothing else', () => {
  for (const empty of [null, undefined, '', ' \n\u3000', []]) expect(isEmpty(empty)).toBe(true)
  for (const given of [0, false, 'a', [null], {}]) expect(isEmpty(given)).toBe(false)
})

test('what is quoted in a message is one short line', () => {
  expect(quoted('一\n二')).toBe('“一 二”')
  expect(quoted('长'.repeat(50))).toBe(`“${'长'.repeat(40)}…”`)
  expect(quoted({ a: 1 })).toBe('“{"a":1}”')
  expect(quoted(undefined)).toBe('“undefined”')
})
