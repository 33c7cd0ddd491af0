import { count, defineIndicator } from '../../../src/language/index.ts'
import { onlineCourses as register } from '../../registers/teaching/online-courses.ts'

const atDate = { recognisedOn: { atMost: '@end' }, withdrawnOn: { emptyOr: { over: '@end' } } } as const
const common = {
  unit: { zh: '门', en: 'courses' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表3 第7行',
  version: 1,
  owner: 'academic-affairs',
} as const

export const onlineCourses = defineIndicator({
  ...common,
  code: 'q3.online-courses',
  label: { zh: '在线精品课程数', en: 'Online courses' },
  definition: {
    zh: '统计时点已认定的在线精品课程，具有多个级别的只计一次，因此可少于各级别数量之和。',
    en: 'Online courses recognised by the day. What holds several levels counts once, so the total may be less than the sum of the levels.',
  },
  value: count(register, atDate),
})
export const nationalOnlineCourses = defineIndicator({
  ...common,
  code: 'q3.online-courses-national',
  label: { zh: '在线精品课程-国家级数量', en: 'Online courses: national level' },
  definition: { zh: '认定级别包含国家级的在线精品课程。', en: 'Online courses whose levels include the national one.' },
  value: count(register, { ...atDate, levels: 'national' }),
})
export const nationalOnlineCoursesOnPlatform = defineIndicator({
  ...common,
  code: 'q3.online-courses-national-on-platform',
  label: {
    zh: '在线精品课程-国家级接入国家智慧教育平台数量',
    en: 'Online courses: national level, on the national platform',
  },
  definition: {
    zh: '认定级别包含国家级且已接入国家智慧教育平台的在线精品课程。',
    en: 'Online courses whose levels include the national one and which are on the national platform.',
  },
  value: count(register, { ...atDate, levels: 'national', onNationalPlatform: true }),
})
export const provincialOnlineCourses = defineIndicator({
  ...common,
  code: 'q3.online-courses-provincial',
  label: { zh: '在线精品课程-省级数量', en: 'Online courses: provincial level' },
  definition: { zh: '认定级别包含省级的在线精品课程。', en: 'Online courses whose levels include the provincial one.' },
  value: count(register, { ...atDate, levels: 'provincial' }),
})
export const provincialOnlineCoursesOnPlatform = defineIndicator({
  ...common,
  code: 'q3.online-courses-provincial-on-platform',
  label: {
    zh: '在线精品课程-省级接入国家智慧教育平台数量',
    en: 'Online courses: provincial level, on the national platform',
  },
  definition: {
    zh: '认定级别包含省级且已接入国家智慧教育平台的在线精品课程。',
    en: 'Online courses whose levels include the provincial one and which are on the national platform.',
  },
  value: count(register, { ...atDate, levels: 'provincial', onNationalPlatform: true }),
})
export const collegeOnlineCourses = defineIndicator({
  ...common,
  code: 'q3.online-courses-college',
  label: { zh: '在线精品课程-校级数量', en: 'Online courses: college level' },
  definition: { zh: '认定级别包含校级的在线精品课程。', en: 'Online courses whose levels include the college one.' },
  value: count(register, { ...atDate, levels: 'college' }),
})
export const collegeOnlineCoursesOnPlatform = defineIndicator({
  ...common,
  code: 'q3.online-courses-college-on-platform',
  label: {
    zh: '在线精品课程-校级接入国家智慧教育平台数量',
    en: 'Online courses: college level, on the national platform',
  },
  definition: {
    zh: '认定级别包含校级且已接入国家智慧教育平台的在线精品课程。',
    en: 'Online courses whose levels include the college one and which are on the national platform.',
  },
  value: count(register, { ...atDate, levels: 'college', onNationalPlatform: true }),
})
