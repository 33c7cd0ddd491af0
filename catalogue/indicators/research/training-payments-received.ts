import { defineIndicator, sum, times } from '../../../src/language/indicator.ts'
import { trainingPayments } from '../../registers/research/training-payments.ts'

export const trainingPaymentsReceived = defineIndicator({
  code: 'q4.training-payments',
  label: { zh: '非学历培训到账经费', en: 'Money received for training' },
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表4 第7行',
  version: 1,
  definition: {
    zh: '自然年内实际到达学校账户的非学历培训经费之和，按到账日期计。',
    en: 'Money for training that reached the college in the calendar year, by day of arrival.',
  },
  owner: 'continuing-education',
  synonyms: ['培训到账额', '培训到款额'],
  value: times(sum(trainingPayments, 'amount', { receivedOn: { within: '@period' } }), '0.0001'),
})
