import { count, defineIndicator, distinct } from '../../../src/language/indicator.ts'
import { foreignStudents } from '../../registers/international/foreign-students.ts'
import { visitingTeachers } from '../../registers/international/visiting-teachers.ts'

export const foreignStudentMajors = defineIndicator({
  code: 'q5.foreign-student-majors',
  label: { zh: '接收国外留学生专业数', en: 'Majors with foreign students' },
  unit: { zh: '个', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第1行',
  version: 1,
  definition: {
    zh: '学年内有国外留学生学习的专业数，同一专业只计一次。',
    en: 'Majors with foreign students in the school year, each counted once.',
  },
  owner: 'international',
  value: distinct(foreignStudents, 'major', {
    enrolledOn: { atMost: '@end' },
    leftOn: { emptyOr: { atLeast: '@start' } },
  }),
})

export const foreignStudentsReceived = defineIndicator({
  code: 'q5.foreign-students',
  label: { zh: '接收国外留学生人数', en: 'Foreign students' },
  unit: { zh: '人', en: 'persons' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第1行',
  version: 1,
  definition: {
    zh: '学年内在校学习（含线上）的国外留学生人数，含学历生、交换生和短期研修生。',
    en: 'Students from abroad who studied in the school year, for a degree, on exchange or on a short course, online included.',
  },
  owner: 'international',
  synonyms: ['留学生人数', '来华留学生数'],
  value: count(foreignStudents, {
    enrolledOn: { atMost: '@end' },
    leftOn: { emptyOr: { atLeast: '@start' } },
  }),
})

export const visitingTeachersReceived = defineIndicator({
  code: 'q5.visiting-teachers',
  label: { zh: '接收国外访学教师人数', en: 'Visiting teachers' },
  unit: { zh: '人', en: 'persons' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第1行',
  version: 1,
  definition: { zh: '学年内到校访学的国外教师人数。', en: 'Foreign teachers whose visit began in the school year.' },
  owner: 'international',
  value: count(visitingTeachers, { startOn: { within: '@period' } }),
})
