import fc from 'fast-check'
import { expect, test } from 'vitest'
import { region } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { regionRule } from './rule.ts'
import { regionSql } from './sql.ts'

const fields = [
  region({ zh: '地区', en: 'Region' }),
  region({ zh: '省', en: 'Province' }, { level: 'province' }),
  region({ zh: '市', en: 'City' }, { level: 'city' }),
  region({ zh: '县', en: 'County' }, { level: 'county' }),
] as const
const [any, province, city, county] = fields

holdsContract({
  rule: regionRule,
  sql: regionSql,
  fields,
  values: fc.oneof(fc.stringMatching(/^[1-8]\d{5}$/), fc.constantFrom('320000', '320100', '320102', '810000')),
})

test.each([
  ['３２０１０２', any, '320102'],
  [' 110000 ', any, '110000'],
  ['160000', any, refused('不是行政区划代码', '六位')],
  ['3201', any, refused('不是行政区划代码')],
  ['320001', any, refused('不是行政区划代码')],
  ['江苏省', any, refused('六位代码')],
  ['320000', province, '320000'],
  ['320100', province, refused('不是省级', '320000')],
  ['320102', city, refused('不是市级')],
  ['320000', city, refused('不是市级')],
  ['320100', county, refused('不是县级')],
  ['441900', county, '441900'],
  ['810000', county, '810000'],
  ['710000', city, '710000'],
])('reads %j', (cell, field, expected) => {
  expect(outcome(regionRule.read(cell, field))).toEqual(expected)
})
