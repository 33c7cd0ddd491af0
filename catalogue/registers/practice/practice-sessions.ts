import { date, decimal, defineRegister, integer, reference } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { inOrder } from '../../checks.ts'
import { ofStudent } from '../students/whose-record.ts'

/** A student's work on a practice project, from its first day to its last. */
export const practiceSessions = defineRegister({
  name: 'practice-sessions',
  label: { zh: '实训教学过程', en: 'Practice sessions' },
  area: 'practice',
  owner: 'academic-affairs',
  title: 'startsOn',
  unit: 'unit',
  person: 'person',
  fields: {
    project: reference({ zh: '实训项目', en: 'Project' }, 'practice-projects', { required: true }),
    ...ofStudent,
    hours: integer(
      { zh: '学生实训课时数', en: 'Hours' },
      { required: true, min: 0, max: 2000, unit: { zh: '学时', en: 'hours' } },
    ),
    startsOn: date({ zh: '实训开始日期', en: 'Starts on' }, { required: true, indexed: true }),
    endsOn: date({ zh: '实训结束日期', en: 'Ends on' }, { required: true }),
    score: decimal({ zh: '实训结果综合评价', en: 'Result' }, { decimals: 1, min: '0', max: '100' }),
  },
  unique: [['project', 'student', 'startsOn']],
  access: aboutPersons,
  order: '-startsOn',
  statistics: [
    { count: 'all', by: 'unit' },
    { sum: 'hours', by: 'unit' },
  ],
  check: (session) => inOrder(session.startsOn, session.endsOn, 'endsOn'),
})
