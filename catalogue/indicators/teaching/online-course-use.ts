import { count, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { onlineCourseRuns } from '../../registers/teaching/online-course-runs.ts'
import { onlineCourses } from '../../registers/teaching/online-courses.ts'

const atDate = { recognisedOn: { atMost: '@end' }, withdrawnOn: { emptyOr: { over: '@end' } } } as const
const common = {
  period: 'at-date',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表3 第7行',
  version: 1,
  owner: 'academic-affairs',
} as const

export const onlineCourseHours = defineIndicator({
  ...common,
  code: 'q3.online-course-hours',
  label: { zh: '在线精品课程学时', en: 'Hours of online courses' },
  unit: { zh: '学时', en: 'hours' },
  definition: {
    zh: '统计时点已认定的在线精品课程的学时之和。',
    en: 'Sum of the hours of the online courses recognised by the day.',
  },
  value: sum(onlineCourses, 'hours', atDate),
})
export const onlineCourseStudents = defineIndicator({
  ...common,
  code: 'q3.online-course-average-students',
  label: { zh: '在线精品课程课均学生数', en: 'Students per online course' },
  unit: { zh: '人', en: 'students' },
  definition: {
    zh: '本年度各在线精品课程的学生数之和 ÷ 在线精品课程数；未开课的课程计入分母。',
    en: 'Students of all online courses in the year ÷ online courses; courses that did not run are in the denominator.',
  },
  ...ratio(sum(onlineCourseRuns, 'learners', { period: { within: '@period' } }), count(onlineCourses, atDate)),
})
