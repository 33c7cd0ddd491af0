import { defineIndicator, percent, sum } from '../../../src/language/index.ts'
import { graduateFollowUps } from '../../registers/students/graduate-follow-ups.ts'
import { ofTheYear, perCent } from './of-the-year.ts'

export const promotionRate = defineIndicator({
  code: 'q1.promotion-rate',
  label: { zh: '毕业三年晋升比例', en: 'Promoted within three years' },
  unit: perCent,
  period: 'school-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表1 第7行',
  version: 1,
  definition: {
    zh: '毕业三年的毕业生中，职位或职级有过晋升的人数 ÷ 跟踪调查有效份数 × 100。',
    en: 'Graduates three years out who were promoted ÷ those who answered the follow-up × 100.',
  },
  owner: 'employment',
  ...percent(sum(graduateFollowUps, 'promoted', ofTheYear), sum(graduateFollowUps, 'answered', ofTheYear)),
})
