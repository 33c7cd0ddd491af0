import { defineIndicator, sum } from '../../../src/language/index.ts'
import { awards } from '../../registers/students/awards.ts'

const common = {
  unit: { zh: '项', en: 'awards' },
  period: 'school-year',
  decimals: 0,
  version: 1,
  owner: 'academic-affairs',
} as const
const inYear = { awardedOn: { within: '@period' } } as const
const students = {
  ...common,
  source: '中国职业教育质量报告（2023年度）2.10 表9',
} as const
const teachers = { ...common, source: '中国职业教育质量报告（2023年度）2.10 表10' } as const
const innovation = { ...common, source: '中国职业教育质量报告（2023年度）2.9.3 表8' } as const

export const studentSkillAwardsInternational = defineIndicator({
  ...students,
  code: 'q0.student-skill-awards-international',
  label: { zh: '学生技能竞赛国际级奖项', en: 'International skill awards of students' },
  definition: {
    zh: '学年内学生在国际级技能竞赛中获得的奖项数。',
    en: 'Awards of students in international skill competitions.',
  },
  value: sum(awards, 'number', { ...inYear, audience: 'student', kind: 'skills', level: 'international' }),
})

export const studentSkillAwardsNational = defineIndicator({
  ...students,
  code: 'q0.student-skill-awards-national',
  label: { zh: '学生技能竞赛国家级奖项', en: 'National skill awards of students' },
  definition: {
    zh: '学年内学生在国家级技能竞赛中获得的奖项数。',
    en: 'Awards of students in national skill competitions.',
  },
  value: sum(awards, 'number', { ...inYear, audience: 'student', kind: 'skills', level: 'national' }),
})

export const studentSkillAwardsProvincial = defineIndicator({
  ...students,
  code: 'q0.student-skill-awards-provincial',
  label: { zh: '学生技能竞赛省部级奖项', en: 'Provincial skill awards of students' },
  definition: {
    zh: '学年内学生在省部级技能竞赛中获得的奖项数。',
    en: 'Awards of students in provincial skill competitions.',
  },
  value: sum(awards, 'number', { ...inYear, audience: 'student', kind: 'skills', level: 'provincial' }),
})

export const teacherSkillAwardsNational = defineIndicator({
  ...teachers,
  code: 'q0.teacher-skill-awards-national',
  label: { zh: '教师竞赛国家级奖项', en: 'National awards of teachers' },
  definition: {
    zh: '学年内教师在国家级技能和教学能力竞赛中获得的奖项数，含师生同赛。',
    en: 'Awards of teachers in national skill and teaching competitions, with those shared with students.',
  },
  value: sum(awards, 'number', {
    ...inYear,
    audience: ['teacher', 'both'],
    kind: ['skills', 'teaching'],
    level: 'national',
  }),
})

export const innovationAwardsNational = defineIndicator({
  ...innovation,
  code: 'q0.innovation-awards-national',
  label: { zh: '创新创业大赛国家级奖项', en: 'National awards for innovation and business' },
  definition: {
    zh: '学年内学生在国家级创新创业大赛中获得的奖项数。',
    en: 'Awards of students in national innovation competitions.',
  },
  value: sum(awards, 'number', { ...inYear, kind: 'innovation', level: 'national' }),
})

export const innovationAwardsProvincial = defineIndicator({
  ...innovation,
  code: 'q0.innovation-awards-provincial',
  label: { zh: '创新创业大赛省级奖项', en: 'Provincial awards for innovation and business' },
  definition: {
    zh: '学年内学生在省级创新创业大赛中获得的奖项数。',
    en: 'Awards of students in provincial innovation competitions.',
  },
  value: sum(awards, 'number', { ...inYear, kind: 'innovation', level: 'provincial' }),
})
