import { defineRegister, integer, period, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** How many learners an online course had in a year. */
export const onlineCourseRuns = defineRegister({
  name: 'online-course-runs',
  label: { zh: '在线精品课程开课', en: 'Online course runs' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'code',
  fields: {
    code: text({ zh: '开课编号', en: 'Run' }, { required: true, maxLength: 40 }),
    course: reference({ zh: '在线课程', en: 'Online course' }, 'online-courses', { required: true, indexed: true }),
    period: period({ zh: '统计期间', en: 'Period' }, { required: true, indexed: true }),
    learners: integer({ zh: '学生数', en: 'Students' }, { required: true, min: 0, unit: { zh: '人', en: 'students' } }),
    interactions: integer({ zh: '互动次数', en: 'Interactions' }, { min: 0 }),
  },
  unique: [['code'], ['course', 'period']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  order: '-period',
})
