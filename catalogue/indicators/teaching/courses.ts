import { count, defineIndicator, sum } from '../../../src/language/index.ts'
import { courses as register } from '../../registers/teaching/courses.ts'

// The school year's plans: a course that left them on or before the last day is not counted.
const inPlans = { inPlansFrom: { atMost: '@end' }, inPlansUntil: { emptyOr: { over: '@end' } } } as const
const towardsCertificate = { ...inPlans, certificate: { not: null } } as const
const online = { ...inPlans, taughtOnline: true } as const

const common = {
  period: 'school-year',
  source: '中国职业教育质量报告（2023年度）表3 第5行',
  version: 1,
  owner: 'academic-affairs',
} as const
const inCourses = { unit: { zh: '门', en: 'courses' }, decimals: 0 } as const
const inHours = { unit: { zh: '学时', en: 'hours' }, decimals: 2 } as const

export const courses = defineIndicator({
  ...common,
  ...inCourses,
  code: 'q3.courses',
  label: { zh: '教学计划内课程总数', en: 'Courses in teaching plans' },
  definition: {
    zh: '学年结束时列入各专业教学计划的课程门数，按课程号计。',
    en: 'Courses that stand in the plans of the majors at the end of the school year, by course code.',
  },
  value: count(register, inPlans),
})
export const courseHours = defineIndicator({
  ...common,
  ...inHours,
  code: 'q3.course-hours',
  label: { zh: '教学计划内课程总学时', en: 'Hours of the courses in teaching plans' },
  definition: { zh: '列入教学计划的课程的总学时之和。', en: 'Sum of the hours of the courses in teaching plans.' },
  value: sum(register, 'hours', inPlans),
})
export const certificateCourses = defineIndicator({
  ...common,
  ...inCourses,
  code: 'q3.certificate-courses',
  label: { zh: '教学计划内课程-课证融通课程数', en: 'Of these: taught towards a certificate' },
  definition: {
    zh: '列入教学计划、与某一职业技能等级证书融通的课程门数。',
    en: 'Courses in teaching plans that are taught towards a vocational skill certificate.',
  },
  synonyms: ['课证融通课程数'],
  value: count(register, towardsCertificate),
})
export const certificateCourseHours = defineIndicator({
  ...common,
  ...inHours,
  code: 'q3.certificate-course-hours',
  label: { zh: '课证融通课程学时', en: 'Hours of courses taught towards a certificate' },
  definition: { zh: '课证融通课程的总学时之和。', en: 'Sum of the hours of courses taught towards a certificate.' },
  value: sum(register, 'hours', towardsCertificate),
})
export const onlineTaughtCourses = defineIndicator({
  ...common,
  ...inCourses,
  code: 'q3.online-taught-courses',
  label: { zh: '教学计划内课程-网络教学课程数', en: 'Of these: taught online' },
  definition: {
    zh: '列入教学计划、通过网络平台开展教学的课程门数。',
    en: 'Courses in teaching plans that are taught on a platform.',
  },
  synonyms: ['网络教学课程数'],
  value: count(register, online),
})
export const onlineTaughtCourseHours = defineIndicator({
  ...common,
  ...inHours,
  code: 'q3.online-taught-course-hours',
  label: { zh: '网络教学课程学时', en: 'Hours of courses taught online' },
  definition: { zh: '网络教学课程的总学时之和。', en: 'Sum of the hours of courses taught online.' },
  value: sum(register, 'hours', online),
})
