import { count, defineIndicator, distinct } from '../../../src/language/indicator.ts'
import { partnershipAgreements } from '../../registers/partnership/partnership-agreements.ts'

export const agreementPartners = defineIndicator({
  code: 'q0.agreement-partners',
  label: { zh: '签约合作企业数', en: 'Partners with an agreement' },
  unit: { zh: '家', en: 'enterprises' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文6.2',
  version: 1,
  definition: {
    zh: '统计时点合作协议在有效期内的合作单位数，同一单位只计一次。',
    en: 'Partners with an agreement in force on the date, each counted once.',
  },
  owner: 'industry-partnership',
  synonyms: ['合作企业数'],
  value: distinct(partnershipAgreements, 'partner', {
    signedOn: { atMost: '@end' },
    validUntil: { emptyOr: { atLeast: '@end' } },
  }),
})

export const agreementsSigned = defineIndicator({
  code: 'q0.agreements-signed',
  label: { zh: '当年新签校企合作协议数', en: 'Agreements signed in the year' },
  unit: { zh: '项', en: 'items' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文6.2',
  version: 1,
  definition: { zh: '学年内新签订的校企合作协议数。', en: 'Partnership agreements signed in the school year.' },
  owner: 'industry-partnership',
  value: count(partnershipAgreements, { signedOn: { within: '@period' } }),
})
