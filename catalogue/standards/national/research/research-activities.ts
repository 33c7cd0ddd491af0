import { defineStandardTable } from '../../../../src/language/standard.ts'
import { researchActivities } from '../../../registers/research/research-activities.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const researchActivitiesTable = defineStandardTable(national, researchActivities, {
  name: 'ODS_KYXMYJHDSJ',
  number: 78,
  code: 'ZYGKY0102',
  label: { zh: '科研项目研究活动', en: 'Activities of research projects' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['KYXMBH', 'KYXMYJHDRQ', 'KYXMYJHDZT']],
  columns: [
    key,
    college(),
    ['ZYGKY010101', 'KYXMBH', '科研项目编号', 'C32', 'M', 'project.number'],
    ['ZYGKY010102', 'KYXMMC', '科研项目名称', 'C400', 'M', 'project.name'],
    ['ZYGKY010201', 'KYXMYJHDZT', '科研项目研究活动主题', 'C200', 'M', 'topic'],
    ['ZYGKY010202', 'KYXMYJHDNRJJ', '科研项目研究活动内容简介', 'T2000', 'O', 'content'],
    ['ZYGKY010203', 'KYXMYJHDRQ', '科研项目研究活动日期', 'C8', 'M', 'day', 'GB/T 7408'],
    collectedAt(),
  ],
})
