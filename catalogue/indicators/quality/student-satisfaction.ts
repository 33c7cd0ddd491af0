import { defineIndicator, sum } from '../../../src/language/index.ts'
import { satisfactionResults } from '../../registers/quality/satisfaction-results.ts'
import { satisfaction, satisfiedShare, surveyed } from './satisfaction.ts'

const common = { ...surveyed, source: '中国职业教育质量报告（2023年度）2.12.5；满意度调查表第1行' } as const
const how = {
  zh: '（非常满意×100 + 比较满意×80 + 基本满意×60）÷ 有效人次。',
  en: '(very satisfied × 100 + satisfied × 80 + fair × 60) ÷ answers.',
} as const

export const studentSatisfaction = defineIndicator({
  ...common,
  code: 'q2.students',
  label: { zh: '在校生满意度', en: 'Satisfaction of students' },
  definition: { zh: `在校生对总体的满意度：${how.zh}`, en: `Students on the whole: ${how.en}` },
  synonyms: ['学生满意度'],
  rivals: ['q2.students-satisfied-share'],
  ...satisfaction({ group: 'student', dimension: 'overall' }),
})

export const studentSatisfactionClassroom = defineIndicator({
  ...common,
  code: 'q2.students-classroom',
  label: { zh: '课堂育人满意度', en: 'Education in class' },
  definition: { zh: `在校生对课堂育人的满意度：${how.zh}`, en: `Students on education in class: ${how.en}` },
  ...satisfaction({ group: 'student', dimension: 'classroom' }),
})

export const studentSatisfactionOutsideClass = defineIndicator({
  ...common,
  code: 'q2.students-outside-class',
  label: { zh: '课外育人满意度', en: 'Education outside class' },
  definition: { zh: `在校生对课外育人的满意度：${how.zh}`, en: `Students on education outside class: ${how.en}` },
  ...satisfaction({ group: 'student', dimension: 'outside-class' }),
})

export const studentSatisfactionIdeology = defineIndicator({
  ...common,
  code: 'q2.students-ideology',
  label: { zh: '思想政治课教学满意度', en: 'Ideological and political courses' },
  definition: {
    zh: `在校生对思想政治课教学的满意度：${how.zh}`,
    en: `Students on ideological and political courses: ${how.en}`,
  },
  ...satisfaction({ group: 'student', dimension: 'ideology' }),
})

export const studentSatisfactionGeneral = defineIndicator({
  ...common,
  code: 'q2.students-general',
  label: { zh: '公共基础课（不含思想政治课）教学满意度', en: 'General courses' },
  definition: {
    zh: `在校生对公共基础课（不含思想政治课）教学的满意度：${how.zh}`,
    en: `Students on general courses: ${how.en}`,
  },
  ...satisfaction({ group: 'student', dimension: 'general' }),
})

export const studentSatisfactionProfessional = defineIndicator({
  ...common,
  code: 'q2.students-professional',
  label: { zh: '专业课教学满意度', en: 'Professional courses' },
  definition: { zh: `在校生对专业课教学的满意度：${how.zh}`, en: `Students on professional courses: ${how.en}` },
  ...satisfaction({ group: 'student', dimension: 'professional' }),
})

export const studentSatisfiedShare = defineIndicator({
  ...common,
  code: 'q2.students-satisfied-share',
  label: { zh: '在校生满意占比', en: 'Share of satisfied students' },
  source: '在校生满意度的另一口径：满意人次占比',
  definition: {
    zh: '对总体非常满意和比较满意的人次 ÷ 有效人次 × 100。',
    en: 'Students very satisfied or satisfied on the whole ÷ answers × 100.',
  },
  rivals: ['q2.students'],
  ...satisfiedShare({ group: 'student', dimension: 'overall' }),
})

export const studentAnswers = defineIndicator({
  ...common,
  code: 'q2.students-answered',
  label: { zh: '在校生满意度调查人次', en: 'Students who answered' },
  unit: { zh: '人次', en: 'answers' },
  decimals: 0,
  definition: {
    zh: '在校生满意度调查（总体）的有效人次。',
    en: 'Valid answers of students to the question on the whole.',
  },
  value: sum(satisfactionResults, 'answered', {
    group: 'student',
    dimension: 'overall',
    period: { within: '@period' },
  }),
})
