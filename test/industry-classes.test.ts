import { expect, test } from 'vitest'
import { readClassification } from '../catalogue/codes/classification.ts'
import { industries } from '../catalogue/codes/industries.ts'
import { industryClasses } from '../src/modules/ability/dictionaries/industry-classes.ts'
import { industryOf, listIndustryCodes } from '../src/modules/ability/reading/industry.ts'

test('GB/T 4754 is whole: sections, divisions, groups and classes, each below another', () => {
  const classes = readClassification(industryClasses)
  const ofLength = (n: number) => [...classes.keys()].filter((code) => code.length === n)
  expect([1, 2, 3, 4].map((n) => ofLength(n).length)).toEqual([20, 97, 473, 1382])
  expect([...classes].filter(([code]) => code.length > 2 && !classes.has(code.slice(0, -1)))).toEqual([])
  const sections = Object.entries(industries.official!).map(([value, code]) => [
    code,
    industries.values[value as 'mining'].zh,
  ])
  expect(ofLength(1).map((code) => [code, classes.get(code)])).toEqual(sections)
  expect(classes.get('0179')).toBe('其他中药材种植')
  expect(listIndustryCodes()).toHaveLength(20 + 97)
})

test('an industry is read by code and by name, also as sites call it', () => {
  const read = {
    '6513': 'I6513',
    I65: 'I65',
    'I65 软件和信息技术服务业': 'I65',
    软件和信息技术服务业: 'I65',
    '信息传输、软件和信息技术服务业': 'I',
    C: 'C',
    制造业: 'C',
    应用软件开发: 'I6513',
    互联网: 'I64',
    '计算机软件/IT服务': 'I65',
    '汽车制造业，其他': 'C36',
    ' ': '',
  }
  for (const [cell, code] of Object.entries(read)) expect([cell, industryOf(cell)]).toEqual([cell, code])
  for (const cell of ['不限', '9999', '500强', '某某有限公司']) expect([cell, industryOf(cell)]).toEqual([cell, null])
})
