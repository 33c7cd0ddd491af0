import {
  choice,
  date,
  defineRegister,
  files,
  integer,
  money,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { textbookKinds } from '../../codes/national/textbook-kinds.ts'
import { reviewed } from '../../lifecycles.ts'

/**
 * Textbooks that the college's teachers wrote, and those by others that its courses use. One with an `editor` was written
 * here: indicators count only these.
 */
export const textbooks = defineRegister({
  name: 'textbooks',
  label: { zh: '教材', en: 'Textbooks' },
  help: {
    zh: '本校教师编写的教材和教学选用的教材。外校编写的不填本校编者和参编身份。',
    en: 'Textbooks written by the college’s teachers, and those that its courses use. Leave the editor and role of others’ books empty.',
  },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  person: 'editor',
  fields: {
    number: text({ zh: '教材编号', en: 'Number' }, { required: true, maxLength: 20 }),
    name: text({ zh: '教材名称', en: 'Title' }, { required: true, maxLength: 80 }),
    isbn: text({ zh: '书号（ISBN）', en: 'ISBN' }, { required: true, pattern: '^97[89][0-9]{10}$' }),
    kind: choice({ zh: '教材类型', en: 'Kind' }, textbookKinds, { required: true, default: 'printed' }),
    authors: text(
      { zh: '作者', en: 'Authors' },
      { required: true, maxLength: 100, help: { zh: '多个作者用逗号隔开', en: 'Several are separated by commas' } },
    ),
    authorCount: integer({ zh: '编著者总数', en: 'Number of authors' }, { min: 1, secondary: true }),
    unit: unit({ zh: '编写或选用单位', en: 'Unit' }, { required: true, indexed: true }),
    editor: person(
      { zh: '本校编者', en: 'Editor of the college' },
      { help: { zh: '外校编写的教材不填', en: "Empty for others' books" } },
    ),
    role: choice(
      { zh: '参编身份', en: 'Role' },
      { chief: { zh: '主编', en: 'Chief editor' }, deputy: { zh: '副主编/参编', en: 'Contributor' } },
    ),
    major: reference({ zh: '面向专业', en: 'Major' }, 'majors'),
    publisher: text({ zh: '出版社', en: 'Publisher' }, { maxLength: 80 }),
    classNumber: text(
      { zh: '分类号', en: 'Class number' },
      {
        maxLength: 32,
        secondary: true,
        help: { zh: '《中国图书馆分类法》分类号', en: 'By the Chinese Library Classification' },
      },
    ),
    price: money({ zh: '定价', en: 'Price' }, { min: '0', secondary: true }),
    edition: integer({ zh: '版次', en: 'Edition' }, { min: 1, max: 30 }),
    publishedOn: date({ zh: '出版日期', en: 'Published on' }, { required: true, indexed: true }),
    plan: choice(
      { zh: '规划教材', en: 'Planned textbook' },
      {
        national: { zh: '国家规划教材', en: 'National plan' },
        provincial: { zh: '省级规划教材', en: 'Provincial plan' },
        ministry: { zh: '部委规划教材', en: "Ministry's plan" },
      },
      { indexed: true },
    ),
    planRound: text(
      { zh: '规划教材批次', en: 'Round of the plan' },
      { maxLength: 60, secondary: true, help: { zh: '如 “十三五”规划', en: 'Such as the 13th five-year plan' } },
    ),
    withEnterprise: yesNo({ zh: '校企合作编写', en: 'Written with an enterprise' }, { default: false }),
    newForm: choice(
      { zh: '新形态', en: 'New form' },
      {
        'loose-leaf': { zh: '活页式', en: 'Loose-leaf' },
        workbook: { zh: '工作手册式', en: 'Workbook' },
        digital: { zh: '数字教材', en: 'Digital' },
      },
    ),
    onNationalPlatform: yesNo({ zh: '接入国家智慧教育平台', en: 'On the national platform' }, { default: false }),
    files: files({ zh: '封面与版权页', en: 'Cover and imprint' }, { maxFiles: 5 }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  order: '-publishedOn',
  statistics: [
    { count: 'all', by: 'plan' },
    { count: 'all', by: 'newForm' },
    { count: 'all', by: 'unit' },
  ],
  check: (book) =>
    (book.editor === null) !== (book.role === null)
      ? [
          {
            field: book.role === null ? 'role' : 'editor',
            message: {
              zh: '本校编写的教材须同时填写本校编者和参编身份，外校编写的都不填',
              en: 'Give both the editor and the role of a book written here, and neither of others',
            },
          },
        ]
      : [],
})
