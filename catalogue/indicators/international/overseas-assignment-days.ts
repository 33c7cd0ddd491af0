import { defineIndicator, sum } from '../../../src/language/indicator.ts'
import { overseasAssignments } from '../../registers/international/overseas-assignments.ts'

export const overseasAssignmentDays = defineIndicator({
  code: 'q5.overseas-assignment-days',
  label: { zh: '专任教师赴国外指导和开展培训时间', en: 'Days of guidance and training abroad' },
  unit: { zh: '人日', en: 'person-days' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第5行',
  version: 1,
  definition: {
    zh: '学年内结束的、专任教师赴国外指导或开展培训的工作人日之和，不含路途、进修、会议和访问。',
    en: 'Working days of full-time teachers who guided or trained others abroad, for assignments that ended in the school year; travel, study, conferences and visits are not counted.',
  },
  owner: 'international',
  value: sum(overseasAssignments, 'days', {
    sentAs: 'full-time-teacher',
    purpose: ['guidance', 'training'],
    endOn: { within: '@period' },
  }),
})
