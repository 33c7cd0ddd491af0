import { defineIndicator } from '../../../src/language/index.ts'
import { satisfaction, surveyed } from './satisfaction.ts'

const common = { ...surveyed, source: '满意度调查表；中国职业教育质量报告（2023年度）2.12.5' } as const
const how = {
  zh: '（非常满意×100 + 比较满意×80 + 基本满意×60）÷ 有效人次。',
  en: '(very satisfied × 100 + satisfied × 80 + fair × 60) ÷ answers.',
} as const

export const staffSatisfaction = defineIndicator({
  ...common,
  code: 'q2.staff',
  label: { zh: '教职工满意度', en: 'Satisfaction of staff' },
  definition: { zh: `教职工的满意度：${how.zh}`, en: `Staff: ${how.en}` },
  ...satisfaction({ group: 'staff', dimension: 'overall' }),
})

export const employerSatisfaction = defineIndicator({
  ...common,
  code: 'q2.employers',
  label: { zh: '用人单位满意度', en: 'Satisfaction of employers' },
  definition: { zh: `用人单位的满意度：${how.zh}`, en: `Employers: ${how.en}` },
  ...satisfaction({ group: 'employer', dimension: 'overall' }),
})

export const parentSatisfaction = defineIndicator({
  ...common,
  code: 'q2.parents',
  label: { zh: '家长满意度', en: 'Satisfaction of parents' },
  definition: { zh: `家长的满意度：${how.zh}`, en: `Parents: ${how.en}` },
  ...satisfaction({ group: 'parent', dimension: 'overall' }),
})
