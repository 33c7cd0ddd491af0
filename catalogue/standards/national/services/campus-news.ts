import { defineStandardTable } from '../../../../src/language/standard.ts'
import { campusNews } from '../../../registers/services/campus-news.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const campusNewsTable = defineStandardTable(national, campusNews, {
  name: 'ODS_XYDTXXSJ',
  number: 87,
  code: 'ZYGFW0301',
  label: { zh: '校园动态信息', en: 'Campus news' },
  every: 'week',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XYDTXXWBFWLJ']],
  columns: [
    key,
    college(),
    ['ZYGFW030101', 'XYDTXXBT', '校园动态信息标题', 'C300', 'M', 'title'],
    ['ZYGFW030102', 'XYDTXXWBFWLJ', '校园动态信息外部访问链接', 'T2000', 'M', 'address'],
    ['ZYGFW030103', 'DTFBRQ', '动态发布日期', 'C8', 'M', 'publishedOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
