import { choice, date, defineRegister, integer, longText, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { inOrder } from '../../checks.ts'
import { partyActivityChannels } from '../../codes/national/party-activity-channels.ts'

const heads = { required: true, min: 0, max: 99999, unit: { zh: '人', en: 'people' } } as const

export const partyLectures = defineRegister({
  name: 'party-lectures',
  label: { zh: '党课', en: 'Party lectures' },
  area: 'party',
  owner: 'party-building',
  title: 'startsOn',
  fields: {
    organisation: reference({ zh: '党组织', en: 'Organisation' }, 'party-organisations', { required: true }),
    form: choice({ zh: '活动形式', en: 'Form' }, partyActivityChannels, { indexed: true }),
    speaker: text({ zh: '党课主讲人', en: 'Speaker' }, { maxLength: 36 }),
    content: longText({ zh: '活动内容', en: 'Content' }, { maxLength: 2000 }),
    startsOn: date({ zh: '活动开始日期', en: 'Starts on' }, { required: true, indexed: true }),
    endsOn: date({ zh: '活动结束日期', en: 'Ends on' }, { required: true }),
    students: integer({ zh: '参与学生数', en: 'Students' }, heads),
    teachers: integer({ zh: '参与教师数', en: 'Teachers' }, heads),
  },
  unique: [['organisation', 'startsOn', 'speaker']],
  access: openToMembers,
  order: '-startsOn',
  statistics: [{ count: 'all', by: 'form' }],
  check: (lecture) => inOrder(lecture.startsOn, lecture.endsOn, 'endsOn'),
})
