import {
  choice,
  date,
  defineRegister,
  integer,
  longText,
  phone,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { inOrder } from '../../checks.ts'
import { ideologyActivityKinds } from '../../codes/national/ideology-activity-kinds.ts'
import { ideologyOrganiserLevels } from '../../codes/national/ideology-organiser-levels.ts'

const heads = { required: true, min: 0, max: 99_999_999, unit: { zh: '人', en: 'people' } } as const

/** Activities of ideological and political education, beside the courses. */
export const ideologicalActivities = defineRegister({
  name: 'ideological-activities',
  label: { zh: '思政活动', en: 'Ideological activities' },
  area: 'party',
  owner: 'party-building',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '活动编号', en: 'Number' }, { required: true, maxLength: 32 }),
    name: text({ zh: '活动名称', en: 'Name' }, { required: true, maxLength: 150 }),
    kind: choice({ zh: '活动类型', en: 'Kind' }, ideologyActivityKinds, { required: true, indexed: true }),
    subject: text({ zh: '所属专题', en: 'Subject' }, { maxLength: 100, secondary: true }),
    section: text({ zh: '活动板块', en: 'Section' }, { maxLength: 100, secondary: true }),
    theme: text({ zh: '活动主题', en: 'Theme' }, { maxLength: 200 }),
    content: longText({ zh: '活动内容', en: 'Content' }, { maxLength: 2000, secondary: true }),
    unit: unit({ zh: '承办单位', en: 'Unit' }),
    organiser: text(
      { zh: '主办单位', en: 'Organiser' },
      {
        maxLength: 60,
        help: { zh: '校外单位主办的填写；为空时即承办单位', en: 'When from outside; when empty, the unit' },
      },
    ),
    organiserLevel: choice({ zh: '主办单位级别', en: 'Level of the organiser' }, ideologyOrganiserLevels, {
      required: true,
      indexed: true,
    }),
    startsOn: date({ zh: '活动开始日期', en: 'Starts on' }, { required: true, indexed: true }),
    endsOn: date({ zh: '活动结束日期', en: 'Ends on' }, { required: true }),
    head: reference({ zh: '学校负责人', en: 'In charge' }, 'staff'),
    headPhone: phone({ zh: '负责人联系方式', en: 'Telephone' }, { secondary: true }),
    ownTeachers: integer({ zh: '本校教师参与人数', en: 'Teachers of the college' }, heads),
    otherTeachers: integer({ zh: '外校教师参与人数', en: 'Teachers from elsewhere' }, heads),
    ownStudents: integer({ zh: '本校学生参与人数', en: 'Students of the college' }, heads),
    otherStudents: integer({ zh: '校外学生参与人数', en: 'Students from elsewhere' }, heads),
  },
  unique: [['number']],
  access: openToMembers,
  order: '-startsOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { sum: 'ownStudents', by: 'kind' },
  ],
  check: (activity) => inOrder(activity.startsOn, activity.endsOn, 'endsOn'),
})
