import { choice, date, defineRegister, integer, longText, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { inOrder } from '../../checks.ts'
import { partyActivityForms } from '../../codes/national/party-activity-forms.ts'

const heads = { required: true, min: 0, max: 99999, unit: { zh: '人', en: 'people' } } as const

/** Meetings, theme days and other activities of party members. */
export const partyActivities = defineRegister({
  name: 'party-activities',
  label: { zh: '党员活动', en: 'Party activities' },
  area: 'party',
  owner: 'party-building',
  title: 'startsOn',
  fields: {
    organisation: reference({ zh: '党组织', en: 'Organisation' }, 'party-organisations', { required: true }),
    form: choice({ zh: '活动形式', en: 'Form' }, partyActivityForms, { required: true, indexed: true }),
    place: text({ zh: '活动地点', en: 'Place' }, { maxLength: 180 }),
    content: longText({ zh: '活动内容', en: 'Content' }, { maxLength: 2000 }),
    startsOn: date({ zh: '活动开始日期', en: 'Starts on' }, { required: true, indexed: true }),
    endsOn: date({ zh: '活动结束日期', en: 'Ends on' }, { required: true }),
    students: integer({ zh: '参与学生数', en: 'Students' }, heads),
    teachers: integer({ zh: '参与教师数', en: 'Teachers' }, heads),
  },
  unique: [['organisation', 'startsOn', 'form', 'place']],
  access: openToMembers,
  order: '-startsOn',
  statistics: [{ count: 'all', by: 'form' }],
  check: (activity) => inOrder(activity.startsOn, activity.endsOn, 'endsOn'),
})
