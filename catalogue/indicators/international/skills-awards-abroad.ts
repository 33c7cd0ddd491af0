import { defineIndicator, sum } from '../../../src/language/indicator.ts'
import { awards } from '../../registers/students/awards.ts'

export const skillsAwardsAbroad = defineIndicator({
  code: 'q5.skills-awards',
  label: { zh: '国外技能大赛获奖数量', en: 'Awards in skills competitions abroad' },
  unit: { zh: '项', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第7行',
  version: 1,
  definition: {
    zh: '学年内学生和教师在国际级技能竞赛中获奖的项数。',
    en: 'Awards of students and teachers in international skills competitions in the school year.',
  },
  owner: 'international',
  synonyms: ['国际技能大赛获奖数'],
  value: sum(awards, 'number', { kind: 'skills', level: 'international', awardedOn: { within: '@period' } }),
})
