import { defineStandardTable } from '../../../../src/language/standard.ts'
import { monographs } from '../../../registers/research/monographs.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const monographsTable = defineStandardTable(national, monographs, {
  name: 'ODS_ZZFBSJ',
  number: 82,
  code: 'ZYGKY0203',
  label: { zh: '专著发表', en: 'Monographs' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['ZZBH']],
  columns: [
    key,
    college(),
    ['ZYGKY020301', 'ZZBH', '专著编号', 'C100', 'M', 'number'],
    ['ZYGKY020302', 'ZZZWMC', '专著中文名称', 'C200', 'M', 'name'],
    ['ZYGKY020303', 'ZZJJ', '专著简介', 'T2000', 'O', 'about'],
    ['ZYGKY020304', 'CBRQ', '出版日期', 'C8', 'M', 'publishedOn', 'GB/T 7408'],
    ['ZYGKY020305', 'DYWCRGH', '第一完成人工号', 'C20', 'M', 'firstAuthor.number'],
    collectedAt(),
  ],
})
