import { count, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { classInteractions } from '../../registers/teaching/class-interactions.ts'

const within = { heldAt: { within: '@period' } } as const
const common = {
  unit: { zh: '%', en: '%' },
  period: 'school-year',
  decimals: 2,
  source: '职业院校数字基座高职数据标准 V3.0.2 课堂互动表',
  version: 1,
  owner: 'academic-affairs',
} as const

export const classParticipation = defineIndicator({
  ...common,
  code: 'local.class-participation',
  label: { zh: '课堂参与率', en: 'Participation in class' },
  definition: {
    zh: '学年内各次有互动记录的课的学生参与率之和 ÷ 课次数；每次课同等计入。',
    en: 'The mean of students’ participation over the lessons of the school year with interactions on record; every lesson counts the same.',
  },
  ...ratio(sum(classInteractions, 'participation', within), count(classInteractions, within)),
})
export const classAttendance = defineIndicator({
  ...common,
  code: 'local.class-attendance',
  label: { zh: '课堂出勤率', en: 'Attendance in class' },
  definition: {
    zh: '学年内各次有互动记录的课的出勤率之和 ÷ 课次数；请假不计入应到。',
    en: 'The mean of attendance over the lessons of the school year with interactions on record; those on leave are not expected.',
  },
  ...ratio(sum(classInteractions, 'attendance', within), count(classInteractions, within)),
})
