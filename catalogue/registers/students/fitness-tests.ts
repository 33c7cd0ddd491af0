import { choice, date, decimal, defineRegister, period, reference, text, unit } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { fitnessGrades } from '../../codes/national/fitness-grades.ts'

export const fitnessTests = defineRegister({
  name: 'fitness-tests',
  label: { zh: '体质健康测试', en: 'Fitness tests' },
  area: 'students',
  owner: 'physical-education',
  help: {
    zh: '按《国家学生体质健康标准》，每名学生每学年一行总评；免测的不录入。',
    en: 'By the national fitness standard: one overall result a student and school year; exempted students have none.',
  },
  title: 'number',
  unit: 'unit',
  fields: {
    period: period({ zh: '年度', en: 'Year' }, { required: true, indexed: true }),
    /** As the testing system exports it. */
    number: text({ zh: '学号', en: 'Student number' }, { required: true, maxLength: 20 }),
    student: reference({ zh: '学生', en: 'Student' }, 'students', { required: true, indexed: true }),
    unit: unit({ zh: '院系', en: 'Faculty' }, { required: true, indexed: true }),
    testedOn: date({ zh: '测试日期', en: 'Tested on' }, { required: true }),
    score: decimal({ zh: '总分', en: 'Score' }, { decimals: 1, min: '0', max: '120', required: true }),
    /** 优秀 ≥ 90, 良好 ≥ 80, 及格 ≥ 60. */
    result: choice({ zh: '等级', en: 'Result' }, fitnessGrades, {
      required: true,
      indexed: true,
      help: { zh: '由总分确定。', en: 'Follows from the score.' },
      derived: true,
    }),
  },
  unique: [['student', 'period']],
  importKey: ['number', 'period'],
  access: aboutPersons,
  order: '-testedOn',
  statistics: [
    { count: 'all', by: 'result' },
    { count: 'all', by: 'unit' },
  ],
  derive: (test) => {
    const score = Number(test.score)
    return { result: score >= 90 ? 'excellent' : score >= 80 ? 'good' : score >= 60 ? 'pass' : 'fail' }
  },
})
