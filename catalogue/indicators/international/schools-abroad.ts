import { count, defineIndicator, distinct, sum } from '../../../src/language/indicator.ts'
import { overseasSchoolMajors } from '../../registers/international/overseas-school-majors.ts'
import { overseasSchools } from '../../registers/international/overseas-schools.ts'

export const schoolsAbroad = defineIndicator({
  code: 'q5.overseas-schools',
  label: { zh: '在国外开办学校数', en: 'Schools abroad' },
  unit: { zh: '所', en: 'schools' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第3行',
  version: 1,
  definition: {
    zh: '学年内由学校举办或合作举办、处于办学状态的国（境）外学校数。',
    en: 'Schools abroad that the college ran, alone or with a partner, during the school year.',
  },
  owner: 'international',
  value: count(overseasSchools, {
    openedOn: { atMost: '@end' },
    closedOn: { emptyOr: { atLeast: '@start' } },
  }),
})

export const schoolsAbroadMajors = defineIndicator({
  code: 'q5.overseas-school-majors',
  label: { zh: '其中：专业数量', en: 'Majors of schools abroad' },
  unit: { zh: '个', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第3行',
  version: 1,
  definition: {
    zh: '国（境）外学校当年开设的专业数，同一专业只计一次。',
    en: 'Majors taught at schools abroad in the year, each counted once.',
  },
  owner: 'international',
  value: distinct(overseasSchoolMajors, 'major', { edition: { within: '@period' } }),
})

export const schoolsAbroadStudents = defineIndicator({
  code: 'q5.overseas-school-students',
  label: { zh: '在校生数', en: 'Students of schools abroad' },
  unit: { zh: '人', en: 'persons' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第3行',
  version: 1,
  definition: { zh: '国（境）外学校当年在校生数之和。', en: 'Students of schools abroad in the year.' },
  owner: 'international',
  value: sum(overseasSchoolMajors, 'students', { edition: { within: '@period' } }),
})
