import { dateTime, decimal, defineRegister, integer, reference, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'

const rate = { decimals: 2, required: true, min: '0', max: '100', unit: { zh: '%', en: '%' } } as const
const times = { required: true, min: 0, max: 99999, unit: { zh: '次', en: 'times' } } as const

/** What happened between teacher and students in a lesson, counted by the classroom's software. */
export const classInteractions = defineRegister({
  name: 'class-interactions',
  label: { zh: '课堂互动', en: 'Class interactions' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'heldAt',
  unit: 'unit',
  eventsAt: 'heldAt',
  fields: {
    heldAt: dateTime({ zh: '上课时间', en: 'Held at' }, { required: true }),
    lesson: reference({ zh: '排课', en: 'Lesson' }, 'lessons', { required: true, indexed: true }),
    unit: unit({ zh: '开课单位', en: 'Taught by unit' }),
    started: integer({ zh: '课堂互动发起总次数', en: 'Interactions started' }, times),
    joined: integer({ zh: '学生参与总次数', en: 'Times that students joined' }, times),
    participation: decimal({ zh: '学生参与率', en: 'Participation' }, rate),
    attendance: decimal({ zh: '出勤率', en: 'Attendance' }, rate),
  },
  unique: [['lesson', 'heldAt']],
  access: byUnit,
  order: '-heldAt',
  statistics: [
    { count: 'all', by: 'unit' },
    { sum: 'started', by: 'unit' },
  ],
})
