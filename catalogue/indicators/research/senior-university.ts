import { defineIndicator, sum } from '../../../src/language/indicator.ts'
import { seniorUniversityTerms } from '../../registers/research/senior-university-terms.ts'

export const seniorUniversityEnrolments = defineIndicator({
  code: 'q0.senior-university-enrolments',
  label: { zh: '老年大学累计招生人次', en: 'Enrolments of the senior university so far' },
  unit: { zh: '人次', en: 'attendances' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文表11',
  version: 1,
  definition: { zh: '自开办至统计时点各季招生人次之和。', en: 'Enrolments of all terms from the opening to the date.' },
  owner: 'continuing-education',
  value: sum(seniorUniversityTerms, 'enrolments', { startedOn: { atMost: '@end' } }),
})

export const seniorUniversityClasses = defineIndicator({
  code: 'q0.senior-university-classes',
  label: { zh: '老年大学累计开设班次', en: 'Classes of the senior university so far' },
  unit: { zh: '班次', en: 'classes' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文表11',
  version: 1,
  definition: { zh: '自开办至统计时点各季开设班次之和。', en: 'Classes of all terms from the opening to the date.' },
  owner: 'continuing-education',
  value: sum(seniorUniversityTerms, 'classes', { startedOn: { atMost: '@end' } }),
})

export const seniorUniversityEnrolmentsOfYear = defineIndicator({
  code: 'q0.senior-university-enrolments-of-year',
  label: { zh: '老年大学学年招生人次', en: 'Enrolments of the senior university in the year' },
  unit: { zh: '人次', en: 'attendances' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文3.6',
  version: 1,
  definition: { zh: '学年内开班的各季招生人次之和。', en: 'Enrolments of the terms that began in the school year.' },
  owner: 'continuing-education',
  value: sum(seniorUniversityTerms, 'enrolments', { startedOn: { within: '@period' } }),
})
