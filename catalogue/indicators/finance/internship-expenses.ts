import { constant, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { internshipExpenses as register } from '../../registers/finance/internship-expenses.ts'

const common = {
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表6 第10行',
  version: 1,
  owner: 'academic-affairs',
} as const

export const internshipExpenses = defineIndicator({
  ...common,
  code: 'q6.internship-expenses',
  label: { zh: '年实习专项经费', en: 'Spending on internships' },
  definition: {
    zh: '自然年内经审核的学生实习专项支出之和，含责任保险。',
    en: 'Approved spending on internships in the calendar year, liability insurance included.',
  },
  ...ratio(sum(register, 'amount', { spentOn: { within: '@period' } }), constant('10000')),
})
export const internshipInsurance = defineIndicator({
  ...common,
  code: 'q6.internship-insurance',
  label: { zh: '年实习责任保险经费', en: 'Of these: liability insurance' },
  definition: {
    zh: '自然年内为实习学生支付的责任保险费之和。',
    en: 'Liability insurance paid for interns in the calendar year.',
  },
  ...ratio(sum(register, 'amount', { spentOn: { within: '@period' }, kind: 'liability-insurance' }), constant('10000')),
})
