import { count, defineIndicator } from '../../../src/language/index.ts'
import { practiceCentres as register } from '../../registers/partnership/practice-centres.ts'

export const practiceCentres = defineIndicator({
  code: 'q6.practice-centres',
  label: { zh: '与企业共建开放型区域产教融合实践中心', en: 'Regional practice centres built with enterprises' },
  unit: { zh: '个', en: 'centres' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表6 第8行',
  version: 1,
  definition: {
    zh: '统计时点已成立、与企业共建的开放型区域产教融合实践中心。',
    en: 'Open regional practice centres built with enterprises that exist on the day.',
  },
  owner: 'industry-partnership',
  value: count(register, {
    withEnterprise: true,
    openedOn: { atMost: '@end' },
    closedOn: { emptyOr: { over: '@end' } },
  }),
})
