import {
  choices,
  date,
  defineRegister,
  integer,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { levels } from '../../codes/levels.ts'
import { reviewed } from '../../lifecycles.ts'

/** Teaching resource libraries of majors (专业教学资源库). */
export const resourceLibraries = defineRegister({
  name: 'resource-libraries',
  label: { zh: '专业教学资源库', en: 'Resource libraries' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    name: text({ zh: '资源库名称', en: 'Name' }, { required: true, maxLength: 100 }),
    unit: unit({ zh: '建设单位', en: 'Unit' }, { required: true, indexed: true }),
    major: reference({ zh: '对应专业', en: 'Major' }, 'majors'),
    leader: person({ zh: '负责人', en: 'Leader' }),
    levels: choices({ zh: '认定级别', en: 'Levels' }, levels, { required: true }),
    recognisedOn: date({ zh: '首次认定日期', en: 'First recognised on' }, { required: true, indexed: true }),
    onNationalPlatform: yesNo({ zh: '接入国家智慧教育平台', en: 'On the national platform' }, { default: false }),
    resources: integer({ zh: '资源条数', en: 'Resources' }, { min: 0 }),
    users: integer({ zh: '注册用户数', en: 'Registered users' }, { min: 0, unit: { zh: '人', en: 'users' } }),
  },
  unique: [['name']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  statistics: [
    { count: 'all', by: 'levels' },
    { count: 'all', by: 'unit' },
  ],
})
