import { count, defineIndicator, plus, sum, times, valueOf } from '../../../src/language/index.ts'
import { foreignStudents } from '../../registers/international/foreign-students.ts'
import { partTimeLearners } from '../../registers/students/part-time-learners.ts'

const inYear = { period: { within: '@period' } } as const

export const studentsEquivalent = defineIndicator({
  code: 'q0.students-equivalent',
  label: { zh: '折合在校生数', en: 'Equivalent students' },
  unit: { zh: '人', en: 'students' },
  period: 'at-date',
  decimals: 2,
  source: '教发〔2004〕2号',
  version: 1,
  definition: {
    zh: '全日制在校生数（不含留学生）+ 在校学历留学生 × 3 + 夜大学生 × 0.3 + 函授生 × 0.1。留学生另有登记册，不在全日制在校生数之内。',
    en: 'Full-time students + foreign degree students × 3 + evening students × 0.3 + correspondence students × 0.1. Foreign students have a register of their own and are not among the full-time students.',
  },
  owner: 'academic-affairs',
  synonyms: ['折合在校生', '折合学生数'],
  rivals: ['q6.students'],
  value: plus(
    valueOf('q6.students'),
    times(
      '3',
      count(foreignStudents, { kind: 'degree', enrolledOn: { atMost: '@end' }, leftOn: { emptyOr: { over: '@end' } } }),
    ),
    times('0.3', sum(partTimeLearners, 'learners', { ...inYear, kind: 'evening' })),
    times('0.1', sum(partTimeLearners, 'learners', { ...inYear, kind: 'correspondence' })),
  ),
})
