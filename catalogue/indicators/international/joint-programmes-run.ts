import { defineIndicator, distinct, sum } from '../../../src/language/indicator.ts'
import { jointProgrammeEnrolments } from '../../registers/international/joint-programme-enrolments.ts'
import { jointProgrammes } from '../../registers/international/joint-programmes.ts'

export const jointProgrammeMajors = defineIndicator({
  code: 'q5.joint-programme-majors',
  label: { zh: '中外合作办学专业数', en: 'Majors of joint programmes' },
  unit: { zh: '个', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第4行',
  version: 1,
  definition: {
    zh: '学年内处于批准有效期的中外合作办学项目和机构开设的专业数，同一专业只计一次。',
    en: 'Majors of joint programmes whose approval was valid in the school year, each counted once.',
  },
  owner: 'international',
  value: distinct(jointProgrammes, 'major', {
    approvedOn: { atMost: '@end' },
    validUntil: { emptyOr: { atLeast: '@start' } },
  }),
})

export const jointProgrammeStudents = defineIndicator({
  code: 'q5.joint-programme-students',
  label: { zh: '其中：在校生数', en: 'Students of joint programmes' },
  unit: { zh: '人', en: 'persons' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第4行',
  version: 1,
  definition: {
    zh: '中外合作办学各专业各年级当年在校生数之和。',
    en: 'Students of all years of the joint programmes in the year.',
  },
  owner: 'international',
  value: sum(jointProgrammeEnrolments, 'students', { edition: { within: '@period' } }),
})
