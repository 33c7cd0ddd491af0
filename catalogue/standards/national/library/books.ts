import { defineStandardTable } from '../../../../src/language/standard.ts'
import { bindings } from '../../../codes/national/bindings.ts'
import { documentKinds } from '../../../codes/national/document-kinds.ts'
import { languagesOfChina } from '../../../codes/national/languages-of-china.ts'
import { languages } from '../../../codes/national/languages.ts'
import { libraryItemStates } from '../../../codes/national/library-item-states.ts'
import { publisherLevels } from '../../../codes/national/publisher-levels.ts'
import { books } from '../../../registers/library/books.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const booksTable = defineStandardTable(national, books, {
  name: 'ODS_TSJBSJ',
  number: 74,
  // Printed as ZYGZC0102, which another table has; its columns say ZYGZC0201.
  code: 'ZYGZC0201',
  label: { zh: '图书基本', en: 'Books' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['TSBH'], ['TSTXM']],
  columns: [
    key,
    college(),
    ['JCBX040101', 'TSBH', '图书编号', 'C50', 'M', 'number'],
    ['JCBX040102', 'TSTXM', '图书条形码', 'C50', 'M', 'barcode'],
    ['JCBX040103', 'ZBT', '正标题', 'C520', 'M', 'name'],
    ['JCBX040104', 'BLBT', '并列标题', 'C200', 'O', 'parallelTitle'],
    ['JCBX040105', 'FBT', '副标题', 'C180', 'O', 'subtitle'],
    ['JCBX040106', 'JSGJZ', '检索关键字', 'C500', 'O', 'keywords'],
    ['JCBX040107', 'TSCBH', '图书出版号', 'C100', 'M', 'isbn'],
    ['ZYGZC020101', 'DYZZ', '第一作者', 'C300', 'M', 'firstAuthor'],
    ['ZYGZC020102', 'QTZZ', '其他作者', 'T2000', 'O', 'otherAuthors'],
    ['JCBX040110', 'JG', '价格', 'M20', 'O', 'price'],
    ['JCBX040111', 'WXLXM', '文献类型码', 'C2', 'O', 'documentKind', documentKinds],
    ['JCBX040112', 'ZDM', '装订码', 'C1', 'O', 'binding', bindings],
    ['JCBX040113', 'FLH', '分类号', 'C60', 'O', 'class'],
    ['JCBX040114', 'ZGYZM', '中国语种码', 'C3', 'O', 'languageOfChina', languagesOfChina],
    ['JCBX040115', 'YZM', '语种码', 'C2', 'O', 'language', languages],
    ['JCBX040116', 'KB', '开本', 'C30', 'O', 'size'],
    ['JCBX040117', 'YS', '页数', 'N10', 'O', 'pages'],
    ['JCBX040118', 'BC', '版次', 'C30', 'O', 'edition'],
    ['JCBX040119', 'TSFJMC', '图书附件名称', 'C180', 'O', 'attachment'],
    ['JCBX040120', 'CSMC', '丛书名称', 'C500', 'O', 'series'],
    ['JCBX040121', 'CSBZ', '丛书编者', 'C180', 'O', 'seriesEditor'],
    ['JCBX040122', 'CBS', '出版社', 'C180', 'O', 'publisher'],
    ['JCBX040123', 'CBSJBM', '出版社级别码', 'C1', 'O', 'publisherLevel', publisherLevels],
    ['JCBX040124', 'CBD', '出版地', 'C60', 'O', 'placeOfPublication'],
    ['JCBX040125', 'CBRQ', '出版日期', 'C8', 'O', 'publishedOn', 'GB/T 7408'],
    ['ZYGZC020103', 'FXDW', '发行单位', 'C100', 'O', 'distributor'],
    ['JCBX040127', 'BZ', '备注', 'T2000', 'O', 'note'],
    ['JCBX040128', 'TSZTM', '图书状态码', 'C1', 'O', 'status', libraryItemStates],
    collectedAt(),
  ],
})
