import { defineIndicator, sum, times } from '../../../src/language/indicator.ts'
import { technicalServices } from '../../registers/research/technical-services.ts'

export const technicalServiceBenefit = defineIndicator({
  code: 'q4.technical-service-benefit',
  label: { zh: '横向技术服务产生的经济效益', en: 'Economic benefit of technical services' },
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表4 第2行',
  version: 1,
  definition: {
    zh: '委托单位在自然年内出具证明的经济效益之和；没有效益证明的项目不计。',
    en: 'Benefit that clients certified within the calendar year; services without a certificate are not counted.',
  },
  owner: 'research',
  value: times(sum(technicalServices, 'benefit', { benefitConfirmedOn: { within: '@period' } }), '0.0001'),
})
