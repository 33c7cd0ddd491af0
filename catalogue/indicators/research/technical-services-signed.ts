import { count, defineIndicator, distinct, sum, times } from '../../../src/language/indicator.ts'
import { technicalServices } from '../../registers/research/technical-services.ts'

export const technicalServicesSigned = defineIndicator({
  code: 'q0.technical-services',
  label: { zh: '横向技术服务项目数', en: 'Technical services' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文3.1',
  version: 1,
  definition: {
    zh: '自然年内签订合同的横向技术服务项目数，一份合同计一项。',
    en: 'Contracts for technical services signed in the calendar year.',
  },
  owner: 'research',
  synonyms: ['技术服务项目数'],
  value: count(technicalServices, { signedOn: { within: '@period' } }),
})

export const technicalServiceClients = defineIndicator({
  code: 'q0.technical-service-clients',
  label: { zh: '技术服务中小微企业数', en: 'Small and medium enterprises served' },
  unit: { zh: '家', en: 'enterprises' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文3.1',
  version: 1,
  definition: {
    zh: '自然年内签订横向合同的中型、小型、微型企业数，同一企业只计一次。',
    en: 'Medium, small and micro enterprises that signed a contract in the calendar year, each counted once.',
  },
  owner: 'research',
  value: distinct(technicalServices, 'client', {
    signedOn: { within: '@period' },
    'client.size': ['medium', 'small', 'micro'],
  }),
})

export const technicalServiceContracted = defineIndicator({
  code: 'q0.technical-service-contracted',
  label: { zh: '横向技术服务合同额', en: 'Contract value of technical services' },
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）正文3.1',
  version: 1,
  definition: {
    zh: '自然年内签订的横向合同约定金额之和；与到款额不是一个口径。',
    en: 'What was agreed in contracts signed in the calendar year; not the money that arrived.',
  },
  owner: 'research',
  synonyms: ['横向合同额'],
  rivals: ['q4.technical-service-payments'],
  value: times(sum(technicalServices, 'amount', { signedOn: { within: '@period' } }), '0.0001'),
})
