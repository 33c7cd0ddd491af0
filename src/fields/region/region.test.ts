import fc from 'fast-check'
import { expect, test } from 'vitest'
import { region } from '../../language/fields.ts'
import { holdsContract, outcome, refused } from '../contract.ts'
import { findRegions, provinces, regionName, regionPath, regions, regionsBelow } from './regions.ts'
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
  ['110103', any, '110103'],
  ['160000', any, refused('不是行政区划', '六位')],
  ['3201', any, refused('不是行政区划')],
  ['320001', any, refused('不是行政区划')],
  ['火星', any, refused('名称或六位代码', '南京市玄武区（320102）')],
  ['320000', province, '320000'],
  ['320100', province, refused('不是省级', '320000')],
  ['320102', city, refused('不是市级')],
  ['320000', city, refused('不是市级')],
  ['320100', county, refused('不是县级')],
  ['441900', county, '441900'],
  ['810000', county, '810000'],
  ['710000', city, '710000'],
])('reads the code %j', (cell, field, expected) => {
  expect(outcome(regionRule.read(cell, field))).toEqual(expected)
})

test.each([
  ['重庆', any, '500000'],
  ['重庆市', any, '500000'],
  ['重庆市渝北区', any, '500112'],
  ['重庆 渝北', any, '500112'],
  ['渝北区', any, '500112'],
  ['渝北', any, '500112'],
  ['江苏省/南京市/玄武区', any, '320102'],
  ['江苏南京', any, '320100'],
  ['北京朝阳', any, '110105'],
  ['辽宁朝阳', any, '211300'],
  ['内蒙古', province, '150000'],
  ['新疆', province, '650000'],
  ['香港', province, '810000'],
  ['延边', any, '222400'],
  ['大兴安岭', any, '232700'],
  ['海南', any, '460000'],
  ['长沙', any, '430100'],
  ['长沙县', any, '430121'],
  ['长沙', county, refused('不是县级')],
  ['济源', any, '419001'],
  ['河南省济源市', any, '419001'],
  ['东莞市', county, '441900'],
  ['吉林', province, '220000'],
  ['吉林', city, '220200'],
  ['吉林', any, refused('吉林省', '吉林市')],
  ['鼓楼区', any, refused('江苏省南京市鼓楼区', '江苏省徐州市鼓楼区', '福建省福州市鼓楼区', '河南省开封市鼓楼区')],
  ['朝阳区', county, refused('北京市朝阳区', '吉林省长春市朝阳区')],
  ['北京市', city, '110100'],
  ['北京', county, refused('不是县级')],
  ['重庆', city, refused('重庆市市辖区', '重庆市县')],
  ['浙江省渝北区', any, refused('不是行政区划')],
  ['渝北区320102', any, refused('不是行政区划')],
])('reads the name %j', (cell, field, expected) => {
  expect(outcome(regionRule.read(cell, field))).toEqual(expected)
})

test.each([
  ['500000', '重庆市'],
  ['500112', '重庆市 渝北区'],
  ['320102', '江苏省 南京市 玄武区'],
  ['419001', '河南省 济源市'],
  ['110100', '北京市 市辖区'],
  // Withdrawn in 2010: what it lay in is still known.
  ['110103', '北京市 110103'],
])('writes %s as a person says it', (code, text) => {
  expect(regionRule.write(code, any, 'zh')).toBe(text)
  expect(regionRule.write(code, any, 'en')).toBe(text)
})

test('every region in force reads back from its whole name, and lies in exactly one list', () => {
  const unread = [...regions.keys()].filter((code) => regionRule.read(regionPath(code), any).value !== code)
  expect(unread).toEqual([])
  expect(provinces).toHaveLength(34)
  const listed = [
    ...provinces,
    ...provinces.flatMap(regionsBelow),
    ...provinces.flatMap(regionsBelow).flatMap(regionsBelow),
  ]
  expect(new Set(listed).size).toBe(listed.length)
  // All but the nine headings between provinces and counties.
  expect(listed).toHaveLength(regions.size - 9)
  expect(regionName('500112')).toBe('渝北区')
  expect(findRegions('渝北区')).toEqual(['500112'])
})
