import { defineStandardTable } from '../../../../src/language/standard.ts'
import { continents } from '../../../codes/country-groups.ts'
import { jointEducationKinds } from '../../../codes/national/joint-education-kinds.ts'
import { jointProgrammes } from '../../../registers/international/joint-programmes.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

/** Of this school year: those that have students. */
export const jointProgrammesTable = defineStandardTable(national, jointProgrammes, {
  name: 'ODS_ZWHZBXJCSJ',
  number: 98,
  code: 'ZYGGJ0201',
  label: { zh: '中外合作办学基础', en: 'Joint programmes' },
  every: 'year',
  covers: { zh: '本学年', en: 'This school year' },
  where: { students: { over: 0 } },
  unique: [['HZBXMC', 'KSZYS']],
  order: [['ZSKSNF', 'ZSJZNF']],
  refers: { KSZYS: 'ODS_ZYSZSJ.ZYH' },
  columns: [
    key,
    college(),
    ['ZYGGJ020101', 'HZBXLB', '合作办学类别', 'C1', 'M', 'kind', jointEducationKinds],
    ['ZYGGJ020102', 'HZBXMC', '合作办学机构/项目名称', 'C350', 'M', 'name'],
    ['ZYGGJ020103', 'WFYXMC', '外方院校名称', 'C300', 'M', 'partnerSchool'],
    ['ZYGGJ020104', 'HZGJDM', '合作国家代码', 'C6', 'M', 'country', 'ISO 3166'],
    ['ZYGGJ020105', 'HZGJMC', '合作国家名称', 'C60', 'M', { from: 'country', as: 'name' }],
    ['ZYGGJ020106', 'HZGJSSDZ', '合作国家所属大洲', 'C20', 'M', { from: 'country', to: continents }],
    ['ZYGGJ020107', 'ZSKSNF', '招生开始年份', 'C4', 'M', 'firstIntake', 'GB/T 7408'],
    ['ZYGGJ020108', 'ZSJZNF', '招生截止年份', 'C4', 'M', 'lastIntake', 'GB/T 7408'],
    ['ZYGGJ020109', 'KBQS', '开办期数', 'N2', 'M', 'intakes'],
    ['ZYGGJ020110', 'MQZSRS', '每期招生人数', 'N8', 'M', 'placesPerIntake'],
    ['ZYGGJ020111', 'ZXSS', '在校生数', 'N8', 'M', 'students'],
    ['ZYGGJ020112', 'KSZYS', '开设专业号', 'C64', 'M', 'major.code'],
    ['ZYGGJ020113', 'KSZYMC', '开设专业名称', 'C60', 'M', 'major.name'],
    collectedAt(),
  ],
})
