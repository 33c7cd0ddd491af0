import { defineStandardTable } from '../../../../src/language/standard.ts'
import { papers } from '../../../registers/research/papers.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const papersTable = defineStandardTable(national, papers, {
  name: 'ODS_LWFBSJ',
  number: 80,
  code: 'ZYGKY0201',
  label: { zh: '论文发表', en: 'Papers' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['LWBH']],
  columns: [
    key,
    college(),
    ['ZYGKY020101', 'LWBH', '论文编号', 'C100', 'M', 'number'],
    ['ZYGKY020102', 'LWZWMC', '论文中文名称', 'C500', 'M', 'name'],
    ['ZYGKY020103', 'LWJJ', '论文简介', 'T2000', 'O', 'abstract'],
    ['ZYGKY020104', 'FBRQ', '发表日期', 'C8', 'M', 'publishedOn', 'GB/T 7408'],
    ['ZYGKY020105', 'FBKWMC', '发表刊物名称', 'C180', 'M', 'journal'],
    ['ZYGKY020106', 'DYWCRGH', '第一完成人工号', 'C150', 'M', 'firstAuthor.number'],
    collectedAt(),
  ],
})
