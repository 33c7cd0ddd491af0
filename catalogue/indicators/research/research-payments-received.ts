import { defineIndicator, sum, times } from '../../../src/language/indicator.ts'
import { researchPayments } from '../../registers/research/research-payments.ts'

export const researchPaymentsReceived = defineIndicator({
  code: 'q4.research-payments',
  label: { zh: '纵向科研经费到款额', en: 'Money received for research projects' },
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表4 第3行',
  version: 1,
  definition: {
    zh: '自然年内实际到账的纵向科研项目外来经费之和；校级立项及学校配套经费不计。',
    en: "Outside money for research projects that arrived in the calendar year; the college's own projects and funds are not counted.",
  },
  owner: 'research',
  synonyms: ['纵向到款额', '纵向科研到账经费'],
  value: times(
    sum(researchPayments, 'amount', { receivedOn: { within: '@period' }, 'project.level': { not: 'college' } }),
    '0.0001',
  ),
})
