import {
  choice,
  date,
  defineRegister,
  files,
  integer,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** Textbooks written by the college's teachers. */
export const textbooks = defineRegister({
  name: 'textbooks',
  label: { zh: '编写教材', en: 'Textbooks' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  person: 'editor',
  fields: {
    number: text({ zh: '教材编号', en: 'Number' }, { required: true, maxLength: 20 }),
    name: text({ zh: '教材名称', en: 'Title' }, { required: true, maxLength: 120 }),
    isbn: text({ zh: '书号（ISBN）', en: 'ISBN' }, { pattern: '^97[89][0-9]{10}$' }),
    unit: unit({ zh: '编写单位', en: 'Unit' }, { required: true, indexed: true }),
    editor: person({ zh: '主编', en: 'Chief editor' }, { required: true }),
    role: choice(
      { zh: '参编身份', en: 'Role' },
      { chief: { zh: '主编', en: 'Chief editor' }, deputy: { zh: '副主编/参编', en: 'Contributor' } },
      { required: true },
    ),
    major: reference({ zh: '面向专业', en: 'Major' }, 'majors'),
    publisher: text({ zh: '出版社', en: 'Publisher' }, { maxLength: 80 }),
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
})
