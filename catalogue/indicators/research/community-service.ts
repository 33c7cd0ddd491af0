import { count, defineIndicator, sum } from '../../../src/language/indicator.ts'
import { communityServices } from '../../registers/research/community-services.ts'

export const communityServiceActivities = defineIndicator({
  code: 'q0.community-services',
  label: { zh: '社区与志愿服务活动数', en: 'Community activities' },
  unit: { zh: '项', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文3.4',
  version: 1,
  definition: { zh: '学年内完成的社区与志愿服务活动项数。', en: 'Community activities completed in the school year.' },
  owner: 'student-affairs',
  value: count(communityServices, { endOn: { within: '@period' } }),
})

export const communityServiceSessions = defineIndicator({
  code: 'q0.community-service-sessions',
  label: { zh: '社区与志愿服务场次', en: 'Sessions of community service' },
  unit: { zh: '场次', en: 'sessions' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文3.4',
  version: 1,
  definition: {
    zh: '学年内完成的社区与志愿服务活动的场次之和。',
    en: 'Sessions of the activities completed in the school year.',
  },
  owner: 'student-affairs',
  value: sum(communityServices, 'sessions', { endOn: { within: '@period' } }),
})

export const communityServiceAttendances = defineIndicator({
  code: 'q0.community-service-attendances',
  label: { zh: '社区与志愿服务参加人次', en: 'Attendances of community service' },
  unit: { zh: '人次', en: 'attendances' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文3.4',
  version: 1,
  definition: {
    zh: '学年内完成的社区与志愿服务活动的师生参加人次之和。',
    en: 'Attendances of students and staff at the activities completed in the school year.',
  },
  owner: 'student-affairs',
  value: sum(communityServices, 'personTimes', { endOn: { within: '@period' } }),
})

export const communityServiceHours = defineIndicator({
  code: 'q0.community-service-hours',
  label: { zh: '社区与志愿服务时长', en: 'Hours of community service' },
  unit: { zh: '小时', en: 'hours' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文3.4',
  version: 1,
  definition: {
    zh: '学年内完成的社区与志愿服务活动的服务时长之和。',
    en: 'Hours of service at the activities completed in the school year.',
  },
  owner: 'student-affairs',
  value: sum(communityServices, 'hours', { endOn: { within: '@period' } }),
})
