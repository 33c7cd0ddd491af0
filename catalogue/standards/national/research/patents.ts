import { defineStandardTable } from '../../../../src/language/standard.ts'
import { intellectualProperty } from '../../../registers/research/intellectual-property.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const patentsTable = defineStandardTable(national, intellectualProperty, {
  name: 'ODS_ZLFBSJ',
  number: 81,
  code: 'ZYGKY0202',
  label: { zh: '专利发布', en: 'Patents' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  where: { kind: ['invention', 'utility-model', 'design'] },
  unique: [['FBZLBH']],
  columns: [
    key,
    college(),
    ['ZYGKY020201', 'FBZLBH', '发布专利编号', 'C50', 'M', 'number'],
    ['ZYGKY020202', 'FBZLMC', '发布专利名称', 'C200', 'M', 'name'],
    ['ZYGKY020203', 'FBZLJJ', '发布专利简介', 'T2000', 'O', 'abstract'],
    ['ZYGKY020204', 'SQGGRQ', '授权公告日期', 'C8', 'M', 'grantedOn', 'GB/T 7408'],
    ['ZYGKY020205', 'DYWCRGH', '第一完成人工号', 'C20', 'M', 'firstInventor.number'],
    collectedAt(),
  ],
})
