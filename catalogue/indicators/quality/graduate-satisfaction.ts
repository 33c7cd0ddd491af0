import { defineIndicator } from '../../../src/language/index.ts'
import { satisfaction, surveyed } from './satisfaction.ts'

const common = { ...surveyed, source: '中国职业教育质量报告（2023年度）2.12.5；满意度调查表第2行' } as const

export const graduateSatisfaction = defineIndicator({
  ...common,
  code: 'q2.graduates',
  label: { zh: '毕业生满意度', en: 'Satisfaction of graduates' },
  definition: {
    zh: '应届和毕业三年内毕业生合并：（非常满意×100 + 比较满意×80 + 基本满意×60）÷ 有效人次。',
    en: 'Graduates of the year and of three years together: (very satisfied × 100 + satisfied × 80 + fair × 60) ÷ answers.',
  },
  ...satisfaction({ group: ['fresh-graduate', 'recent-graduate'], dimension: 'overall' }),
})

export const freshGraduateSatisfaction = defineIndicator({
  ...common,
  code: 'q2.graduates-fresh',
  label: { zh: '应届毕业生满意度', en: 'Graduates of the year' },
  definition: {
    zh: '应届毕业生的满意度，算法同毕业生满意度。',
    en: 'Graduates of the year, computed in the same way.',
  },
  ...satisfaction({ group: 'fresh-graduate', dimension: 'overall' }),
})

export const recentGraduateSatisfaction = defineIndicator({
  ...common,
  code: 'q2.graduates-recent',
  label: { zh: '毕业三年内毕业生满意度', en: 'Graduates within three years' },
  definition: {
    zh: '毕业三年内毕业生的满意度，算法同毕业生满意度。',
    en: 'Graduates within three years, computed in the same way.',
  },
  ...satisfaction({ group: 'recent-graduate', dimension: 'overall' }),
})
