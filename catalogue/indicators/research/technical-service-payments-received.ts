import { defineIndicator, sum, times } from '../../../src/language/indicator.ts'
import { technicalServicePayments } from '../../registers/research/technical-service-payments.ts'

export const technicalServicePaymentsReceived = defineIndicator({
  code: 'q4.technical-service-payments',
  label: { zh: '横向技术服务到款额', en: 'Money received for technical services' },
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表4 第2行',
  version: 1,
  definition: {
    zh: '自然年内实际到达学校账户的横向技术服务经费之和，按到账日期计，与合同签订年份无关；已签未到账的不计。',
    en: 'Money for technical services that reached the college in the calendar year, by day of arrival, whenever the contract was signed.',
  },
  owner: 'research',
  synonyms: ['横向到款额', '横向到账经费', '横向科研到账经费'],
  rivals: ['q0.technical-service-contracted'],
  value: times(sum(technicalServicePayments, 'amount', { receivedOn: { within: '@period' } }), '0.0001'),
})
