import { choice, defineRegister, integer, money, month, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { languagesOfChina } from '../../codes/national/languages-of-china.ts'

/** Journals that the library takes, one row per issue or bound volume. */
export const journals = defineRegister({
  name: 'journals',
  label: { zh: '期刊', en: 'Journals' },
  area: 'library',
  owner: 'library',
  title: 'name',
  fields: {
    number: text({ zh: '期刊编号', en: 'Number' }, { required: true, maxLength: 20 }),
    barcode: text({ zh: '条形码', en: 'Barcode' }, { maxLength: 14 }),
    name: text({ zh: '期刊中文名称', en: 'Name' }, { required: true, maxLength: 200 }),
    englishName: text({ zh: '期刊英文名称', en: 'English name' }, { maxLength: 180, secondary: true }),
    issn: text({ zh: '标准刊号', en: 'ISSN' }, { required: true, maxLength: 30 }),
    editorialOffice: text({ zh: '编辑部', en: 'Editorial office' }, { maxLength: 60, secondary: true }),
    editor: text({ zh: '主编', en: 'Editor' }, { maxLength: 36, secondary: true }),
    price: money({ zh: '每期单价', en: 'Price of an issue' }, { min: '0' }),
    foundedIn: month({ zh: '创刊年月', en: 'Founded in' }, { secondary: true }),
    year: integer({ zh: '年号', en: 'Year' }, { min: 1800, max: 2100, indexed: true }),
    volume: text({ zh: '卷号', en: 'Volume' }, { maxLength: 40 }),
    issue: text({ zh: '期号', en: 'Issue' }, { maxLength: 10 }),
    totalIssue: text({ zh: '总期号', en: 'Issue since the first' }, { maxLength: 32, secondary: true }),
    class: text({ zh: '分类号', en: 'Class' }, { maxLength: 35, indexed: true }),
    languageOfChina: choice({ zh: '中国语种', en: 'Language of China' }, languagesOfChina, { secondary: true }),
  },
  unique: [['number']],
  access: openToMembers,
  order: 'number',
  statistics: [{ count: 'all', by: 'year' }],
})
