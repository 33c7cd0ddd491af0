import { date, defineRegister, longText, person, text, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'

export const papers = defineRegister({
  name: 'papers',
  label: { zh: '论文', en: 'Papers' },
  area: 'research',
  owner: 'research',
  title: 'name',
  unit: 'unit',
  person: 'firstAuthor',
  fields: {
    number: text({ zh: '论文编号', en: 'Number' }, { required: true, maxLength: 100 }),
    name: text({ zh: '论文题目', en: 'Title' }, { required: true, maxLength: 500 }),
    journal: text({ zh: '发表刊物', en: 'Journal' }, { required: true, maxLength: 180 }),
    publishedOn: date({ zh: '发表日期', en: 'Published on' }, { required: true, indexed: true }),
    firstAuthor: person({ zh: '校内第一完成人', en: 'First author of the college' }, { required: true, indexed: true }),
    unit: unit({ zh: '所属部门', en: 'Unit' }, { required: true, indexed: true }),
    abstract: longText({ zh: '论文简介', en: 'Abstract' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number']],
  access: byUnit,
  order: '-publishedOn',
  statistics: [{ count: 'all', by: 'unit' }],
})
