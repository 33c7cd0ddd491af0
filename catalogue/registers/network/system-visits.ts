import { choice, date, defineRegister, integer, reference } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { accessChannels } from '../../codes/national/access-channels.ts'

const times = { zh: '次', en: 'times' }

/** How often each information system was visited on a day, through which channel. */
export const systemVisits = defineRegister({
  name: 'system-visits',
  label: { zh: '信息化系统访问', en: 'Visits of information systems' },
  area: 'network',
  owner: 'information',
  title: 'day',
  eventsAt: 'day',
  fields: {
    day: date({ zh: '访问日期', en: 'Day' }, { required: true }),
    system: reference({ zh: '信息化系统', en: 'System' }, 'information-systems', { required: true, indexed: true }),
    channel: choice({ zh: '访问方式', en: 'Channel' }, accessChannels, { required: true }),
    teacherVisits: integer({ zh: '教师访问次数', en: 'Visits by teachers' }, { required: true, min: 0, unit: times }),
    studentVisits: integer({ zh: '学生访问次数', en: 'Visits by students' }, { required: true, min: 0, unit: times }),
  },
  unique: [['day', 'system', 'channel']],
  access: openToMembers,
  order: '-day',
  statistics: [
    { sum: 'studentVisits', by: 'channel' },
    { sum: 'teacherVisits', by: 'channel' },
  ],
})
