import { date, decimal, defineRegister, reference } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { ofStudent } from './whose-record.ts'

const credits = { decimals: 1, min: '0', max: '999', required: true, unit: { zh: '学分', en: 'credits' } } as const
const score = { decimals: 1, min: '0', max: '100', unit: { zh: '分', en: 'points' } } as const

/** What a student had reached at the end of a term: credits so far and average marks, by nature of the courses. */
export const termResults = defineRegister({
  name: 'term-results',
  label: { zh: '综合成绩与评价', en: 'Results of terms' },
  area: 'students',
  owner: 'student-affairs',
  help: {
    zh: '每名学生每学期一行：截至该学期的已获学分和各类课程的平均成绩。',
    en: 'One row a student and term: credits gained so far, and average marks by nature of the courses.',
  },
  title: 'enteredOn',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    term: reference({ zh: '学期', en: 'Term' }, 'terms', { required: true, indexed: true }),
    generalCredits: decimal({ zh: '公共基础课已获学分', en: 'Credits in general courses' }, credits),
    foundationCredits: decimal({ zh: '专业基础课已获学分', en: 'Credits in foundation courses' }, credits),
    coreCredits: decimal({ zh: '专业核心课已获学分', en: 'Credits in core courses' }, credits),
    extensionCredits: decimal({ zh: '专业拓展课已获学分', en: 'Credits in extension courses' }, credits),
    generalScore: decimal({ zh: '公共基础课成绩', en: 'Mark in general courses' }, { ...score, required: true }),
    foundationScore: decimal({ zh: '专业基础课成绩', en: 'Mark in foundation courses' }, { ...score, required: true }),
    coreScore: decimal({ zh: '专业核心课成绩', en: 'Mark in core courses' }, { ...score, required: true }),
    extensionScore: decimal({ zh: '专业拓展课成绩', en: 'Mark in extension courses' }, { ...score, required: true }),
    internshipScore: decimal({ zh: '岗位实习成绩', en: 'Mark of the internship' }, score),
    enteredOn: date({ zh: '录入日期', en: 'Entered on' }, { required: true }),
  },
  unique: [['student', 'term']],
  access: aboutPersons,
  order: '-enteredOn',
  statistics: [
    { count: 'all', by: 'term' },
    { count: 'all', by: 'unit' },
  ],
})
