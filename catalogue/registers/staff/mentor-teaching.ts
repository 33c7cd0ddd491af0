import { defineRegister, integer, money, period, reference, text, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** What industry mentors taught in a year and were paid for it. */
export const mentorTeaching = defineRegister({
  name: 'mentor-teaching',
  label: { zh: '行业导师授课', en: 'Teaching by industry mentors' },
  area: 'staff',
  owner: 'personnel',
  title: 'course',
  unit: 'unit',
  fields: {
    mentor: reference({ zh: '行业导师', en: 'Mentor' }, 'industry-mentors', { required: true, indexed: true }),
    period: period({ zh: '统计期间', en: 'Period' }, { required: true, indexed: true }),
    unit: unit({ zh: '开课单位', en: 'Unit' }, { required: true, indexed: true }),
    course: text({ zh: '课程或实践项目', en: 'Course' }, { required: true, maxLength: 100 }),
    hours: integer(
      { zh: '课时', en: 'Hours' },
      { required: true, min: 1, max: 1000, unit: { zh: '课时', en: 'hours' } },
    ),
    pay: money({ zh: '课酬', en: 'Pay' }, { required: true, min: '0' }),
  },
  unique: [['mentor', 'period', 'course']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  statistics: [
    { sum: 'hours', by: 'unit' },
    { sum: 'pay', by: 'unit' },
  ],
})
