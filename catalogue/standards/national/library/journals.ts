import { defineStandardTable } from '../../../../src/language/standard.ts'
import { languagesOfChina } from '../../../codes/national/languages-of-china.ts'
import { journals } from '../../../registers/library/journals.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const journalsTable = defineStandardTable(national, journals, {
  name: 'ODS_QKJBSJ',
  number: 76,
  code: 'ZYGZC0203',
  label: { zh: '期刊基本', en: 'Journals' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['QKBH']],
  columns: [
    key,
    college(),
    ['JCBX040201', 'QKBH', '期刊编号', 'C20', 'M', 'number'],
    ['JCBX040202', 'QKTXM', '期刊条形码', 'C14', 'O', 'barcode'],
    ['JCBX040203', 'QKZWMC', '期刊中文名称', 'C200', 'M', 'name'],
    ['JCBX040204', 'QKYWMC', '期刊英文名称', 'C180', 'O', 'englishName'],
    ['JCBX040205', 'QKCBH', '期刊出版号', 'C30', 'M', 'issn'],
    ['JCBX040206', 'BJB', '编辑部', 'C60', 'O', 'editorialOffice'],
    ['JCBX040207', 'ZB', '主编', 'C36', 'O', 'editor'],
    ['JCBX040208', 'MQDJ', '每期单价', 'M20', 'O', 'price'],
    ['JCBX040209', 'CKNY', '创刊年月', 'C6', 'O', 'foundedIn', 'GB/T 7408'],
    ['JCBX040210', 'NH', '年号', 'C4', 'O', 'year', 'GB/T 7408'],
    ['JCBX040211', 'JH', '卷号', 'C40', 'O', 'volume'],
    ['JCBX040212', 'QH', '期号', 'C10', 'O', 'issue'],
    ['JCBX040213', 'ZQH', '总期号', 'C32', 'O', 'totalIssue'],
    ['JCBX040113', 'FLH', '分类号', 'C35', 'O', 'class'],
    ['JCBX040114', 'ZGYZM', '中国语种码', 'C3', 'O', 'languageOfChina', languagesOfChina],
    collectedAt(),
  ],
})
