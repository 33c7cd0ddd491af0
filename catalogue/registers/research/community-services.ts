import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, files, integer, person, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** Voluntary and educational work for neighbourhoods and villages, one record per activity. */
export const communityServices = defineRegister({
  name: 'community-services',
  label: { zh: '社区与志愿服务活动', en: 'Community services' },
  area: 'research',
  title: 'name',
  unit: 'unit',
  person: 'leader',
  owner: 'student-affairs',
  fields: {
    number: text({ zh: '活动编号', en: 'Number' }, { required: true, maxLength: 32 }),
    name: text({ zh: '活动名称', en: 'Name' }, { required: true, maxLength: 100 }),
    kind: choice(
      { zh: '活动类别', en: 'Kind' },
      {
        volunteering: { zh: '志愿服务', en: 'Volunteering' },
        'community-education': { zh: '社区教育', en: 'Community education' },
        'popular-science': { zh: '科普宣传', en: 'Popular science' },
        'repair-service': { zh: '技能服务', en: 'Repair and skills' },
        'rural-support': { zh: '乡村服务', en: 'Rural support' },
      },
      { required: true, indexed: true },
    ),
    place: text({ zh: '服务地点', en: 'Place' }, { maxLength: 100 }),
    unit: unit({ zh: '组织部门', en: 'Unit' }, { required: true, indexed: true }),
    leader: person({ zh: '负责人', en: 'Leader' }),
    startOn: date({ zh: '开始日期', en: 'From' }, { required: true }),
    endOn: date({ zh: '结束日期', en: 'To' }, { required: true, indexed: true }),
    sessions: integer({ zh: '场次', en: 'Sessions' }, { required: true, min: 1 }),
    personTimes: integer({ zh: '参加人次', en: 'Attendances' }, { required: true, min: 1 }),
    hours: integer(
      { zh: '服务时长', en: 'Hours of service' },
      { required: true, min: 1, unit: { zh: '小时', en: 'hours' } },
    ),
    photos: files({ zh: '佐证材料', en: 'Evidence' }, { maxFiles: 10, secondary: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  check: (activity) =>
    activity.startOn > activity.endOn
      ? [{ field: 'endOn', message: { zh: '结束日期早于开始日期', en: 'The activity ends before it starts' } }]
      : [],
  statistics: [
    { count: 'all', by: 'kind' },
    { sum: 'hours', by: 'unit' },
  ],
  order: '-endOn',
})
