import { date, defineRegister, longText, person, text, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'

/** Scholarly books by members of the college. Textbooks have a register of their own. */
export const monographs = defineRegister({
  name: 'monographs',
  label: { zh: '专著', en: 'Monographs' },
  area: 'research',
  owner: 'research',
  title: 'name',
  unit: 'unit',
  person: 'firstAuthor',
  fields: {
    number: text({ zh: '专著编号', en: 'Number' }, { required: true, maxLength: 100 }),
    name: text({ zh: '专著名称', en: 'Title' }, { required: true, maxLength: 200 }),
    publisher: text({ zh: '出版社', en: 'Publisher' }, { maxLength: 120 }),
    publishedOn: date({ zh: '出版日期', en: 'Published on' }, { required: true, indexed: true }),
    firstAuthor: person({ zh: '校内第一完成人', en: 'First author of the college' }, { required: true, indexed: true }),
    unit: unit({ zh: '所属部门', en: 'Unit' }, { required: true, indexed: true }),
    about: longText({ zh: '专著简介', en: 'About it' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number']],
  access: byUnit,
  order: '-publishedOn',
  statistics: [{ count: 'all', by: 'unit' }],
})
