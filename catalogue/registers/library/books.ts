import { choice, date, defineRegister, integer, longText, money, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { bindings } from '../../codes/national/bindings.ts'
import { documentKinds } from '../../codes/national/document-kinds.ts'
import { languagesOfChina } from '../../codes/national/languages-of-china.ts'
import { languages } from '../../codes/national/languages.ts'
import { libraryItemStates } from '../../codes/national/library-item-states.ts'
import { publisherLevels } from '../../codes/national/publisher-levels.ts'

/** What the library lends, one row per copy: books, and discs and tapes catalogued like books. */
export const books = defineRegister({
  name: 'books',
  label: { zh: '图书', en: 'Books' },
  area: 'library',
  owner: 'library',
  title: 'name',
  fields: {
    number: text({ zh: '图书编号', en: 'Number' }, { required: true, maxLength: 50 }),
    barcode: text({ zh: '条形码', en: 'Barcode' }, { required: true, maxLength: 50 }),
    name: text({ zh: '正标题', en: 'Title' }, { required: true, maxLength: 500 }),
    parallelTitle: text({ zh: '并列标题', en: 'Parallel title' }, { maxLength: 200, secondary: true }),
    subtitle: text({ zh: '副标题', en: 'Subtitle' }, { maxLength: 180, secondary: true }),
    firstAuthor: text({ zh: '第一作者', en: 'First author' }, { required: true, maxLength: 300 }),
    otherAuthors: longText({ zh: '其他作者', en: 'Other authors' }, { maxLength: 2000, secondary: true }),
    isbn: text({ zh: '标准书号', en: 'ISBN' }, { required: true, maxLength: 100 }),
    class: text({ zh: '分类号', en: 'Class' }, { maxLength: 60, indexed: true }),
    keywords: text({ zh: '检索关键字', en: 'Keywords' }, { maxLength: 500, secondary: true }),
    documentKind: choice({ zh: '文献类型', en: 'Kind of document' }, documentKinds, { indexed: true }),
    publisher: text({ zh: '出版社', en: 'Publisher' }, { maxLength: 180 }),
    publisherLevel: choice({ zh: '出版社级别', en: 'Level of the publisher' }, publisherLevels, { secondary: true }),
    placeOfPublication: text({ zh: '出版地', en: 'Place of publication' }, { maxLength: 60, secondary: true }),
    publishedOn: date({ zh: '出版日期', en: 'Published on' }),
    distributor: text({ zh: '发行单位', en: 'Distributor' }, { maxLength: 100, secondary: true }),
    edition: text({ zh: '版次', en: 'Edition' }, { maxLength: 30, secondary: true }),
    series: text({ zh: '丛书名称', en: 'Series' }, { maxLength: 500, secondary: true }),
    seriesEditor: text({ zh: '丛书编者', en: 'Editor of the series' }, { maxLength: 180, secondary: true }),
    language: choice({ zh: '语种', en: 'Language' }, languages, { secondary: true }),
    languageOfChina: choice({ zh: '中国语种', en: 'Language of China' }, languagesOfChina, { secondary: true }),
    price: money({ zh: '价格', en: 'Price' }, { min: '0' }),
    pages: integer({ zh: '页数', en: 'Pages' }, { min: 1, secondary: true, unit: { zh: '页', en: 'pages' } }),
    size: text({ zh: '开本', en: 'Size' }, { maxLength: 30, secondary: true }),
    binding: choice({ zh: '装订', en: 'Binding' }, bindings, { secondary: true }),
    attachment: text({ zh: '附件名称', en: 'Comes with' }, { maxLength: 180, secondary: true }),
    status: choice({ zh: '图书状态', en: 'Where it is' }, libraryItemStates, { indexed: true, default: 'available' }),
    note: longText({ zh: '备注', en: 'Note' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number'], ['barcode']],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'status' },
    { count: 'all', by: 'documentKind' },
  ],
})
