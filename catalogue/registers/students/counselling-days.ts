import { date, defineRegister, integer, longText } from '../../../src/language/index.ts'
import { confidential } from '../../access.ts'

const times = { zh: '人次', en: 'sessions' }

/** Psychological counselling by day: how many came, and about what. Nobody is named. */
export const counsellingDays = defineRegister({
  name: 'counselling-days',
  label: { zh: '心理咨询记录', en: 'Psychological counselling' },
  area: 'students',
  owner: 'student-affairs',
  help: { zh: '按日汇总，不记姓名。', en: 'Summed up by day; nobody is named.' },
  title: 'day',
  fields: {
    day: date({ zh: '咨询日期', en: 'Day' }, { required: true }),
    sessions: integer({ zh: '咨询人次', en: 'Sessions' }, { required: true, min: 0, max: 99_999, unit: times }),
    appointments: integer({ zh: '预约人次', en: 'Appointments' }, { min: 0, max: 99_999, unit: times }),
    topics: longText(
      { zh: '关键词', en: 'Topics' },
      {
        required: true,
        maxLength: 2000,
        readableBy: ['system-administrator', 'unit-head', 'unit-filler'],
        help: {
          zh: '多个用逗号隔开，不写姓名和可以认出人的内容。',
          en: 'With commas between; nothing by which a person is known.',
        },
      },
    ),
  },
  unique: [['day']],
  access: confidential,
  order: '-day',
})
