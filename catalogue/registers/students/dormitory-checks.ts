import { choice, dateTime, defineRegister, longText, reference, text } from '../../../src/language/index.ts'
import { confidential } from '../../access.ts'
import { dormitoryPresence } from '../../codes/national/dormitory-presence.ts'
import { ofStudentAlone } from './whose-record.ts'

/** Evening rounds of the dormitories: who was there. */
export const dormitoryChecks = defineRegister({
  name: 'dormitory-checks',
  label: { zh: '学生住宿查寝', en: 'Dormitory checks' },
  area: 'students',
  owner: 'student-affairs',
  title: 'checkedAt',
  person: 'person',
  eventsAt: 'checkedAt',
  fields: {
    ...ofStudentAlone,
    room: text({ zh: '宿舍编号', en: 'Room' }, { required: true, maxLength: 60 }),
    checkedAt: dateTime({ zh: '查寝时间', en: 'Checked at' }, { required: true }),
    checkedBy: reference({ zh: '查寝人', en: 'Checked by' }, 'staff', { required: true }),
    presence: choice({ zh: '在寝状态', en: 'Presence' }, dormitoryPresence, { required: true, indexed: true }),
    note: longText(
      { zh: '情况说明', en: 'Note' },
      { maxLength: 500, readableBy: ['system-administrator', 'unit-head', 'unit-filler'] },
    ),
  },
  unique: [['student', 'checkedAt']],
  access: confidential,
  order: '-checkedAt',
  statistics: [{ count: 'all', by: 'presence' }],
})
