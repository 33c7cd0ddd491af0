import { count, defineIndicator, percent, valueOf } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { ofTheYear, perCent, persons } from './of-the-year.ts'

/** One number and one share for each destination; further study is in the files of table 1. */
const common = {
  period: 'school-year',
  version: 1,
  owner: 'employment',
  source: '中国职业教育质量报告（2023年度）2.9.1 表6',
} as const

export const destinationAgreement = defineIndicator({
  ...common,
  code: 'q0.destination-agreement',
  label: { zh: '签就业协议形式就业人数', en: 'Employed by agreement' },
  unit: persons,
  decimals: 0,
  definition: {
    zh: '去向为签就业协议形式就业的毕业生人数。',
    en: 'Graduates whose destination is: employed by agreement.',
  },
  value: count(graduates, { ...ofTheYear, destination: 'agreement' }),
})

export const destinationAgreementShare = defineIndicator({
  ...common,
  code: 'q0.destination-agreement-share',
  label: { zh: '签就业协议形式就业比例', en: 'Employed by agreement, share' },
  unit: perCent,
  decimals: 2,
  definition: {
    zh: '签就业协议形式就业人数 ÷ 毕业生人数 × 100。',
    en: 'Employed by agreement, of all graduates × 100.',
  },
  ...percent(valueOf('q0.destination-agreement'), valueOf('q1.graduates')),
})

export const destinationContract = defineIndicator({
  ...common,
  code: 'q0.destination-contract',
  label: { zh: '签劳动合同形式就业人数', en: 'Employed by contract' },
  unit: persons,
  decimals: 0,
  definition: {
    zh: '去向为签劳动合同形式就业的毕业生人数。',
    en: 'Graduates whose destination is: employed by contract.',
  },
  value: count(graduates, { ...ofTheYear, destination: 'contract' }),
})

export const destinationContractShare = defineIndicator({
  ...common,
  code: 'q0.destination-contract-share',
  label: { zh: '签劳动合同形式就业比例', en: 'Employed by contract, share' },
  unit: perCent,
  decimals: 2,
  definition: {
    zh: '签劳动合同形式就业人数 ÷ 毕业生人数 × 100。',
    en: 'Employed by contract, of all graduates × 100.',
  },
  ...percent(valueOf('q0.destination-contract'), valueOf('q1.graduates')),
})

export const destinationOtherEmployment = defineIndicator({
  ...common,
  code: 'q0.destination-other-employment',
  label: { zh: '其他录用形式就业人数', en: 'Employed otherwise' },
  unit: persons,
  decimals: 0,
  definition: { zh: '去向为其他录用形式就业的毕业生人数。', en: 'Graduates whose destination is: employed otherwise.' },
  value: count(graduates, { ...ofTheYear, destination: 'other-employment' }),
})

export const destinationOtherEmploymentShare = defineIndicator({
  ...common,
  code: 'q0.destination-other-employment-share',
  label: { zh: '其他录用形式就业比例', en: 'Employed otherwise, share' },
  unit: perCent,
  decimals: 2,
  definition: { zh: '其他录用形式就业人数 ÷ 毕业生人数 × 100。', en: 'Employed otherwise, of all graduates × 100.' },
  ...percent(valueOf('q0.destination-other-employment'), valueOf('q1.graduates')),
})

export const destinationConscription = defineIndicator({
  ...common,
  code: 'q0.destination-conscription',
  label: { zh: '应征义务兵人数', en: 'Military service' },
  unit: persons,
  decimals: 0,
  definition: { zh: '去向为应征义务兵的毕业生人数。', en: 'Graduates whose destination is: military service.' },
  value: count(graduates, { ...ofTheYear, destination: 'conscription' }),
})

export const destinationConscriptionShare = defineIndicator({
  ...common,
  code: 'q0.destination-conscription-share',
  label: { zh: '应征义务兵比例', en: 'Military service, share' },
  unit: perCent,
  decimals: 2,
  definition: { zh: '应征义务兵人数 ÷ 毕业生人数 × 100。', en: 'Military service, of all graduates × 100.' },
  ...percent(valueOf('q0.destination-conscription'), valueOf('q1.graduates')),
})

export const destinationFreelance = defineIndicator({
  ...common,
  code: 'q0.destination-freelance',
  label: { zh: '自由职业人数', en: 'Freelance' },
  unit: persons,
  decimals: 0,
  definition: { zh: '去向为自由职业的毕业生人数。', en: 'Graduates whose destination is: freelance.' },
  value: count(graduates, { ...ofTheYear, destination: 'freelance' }),
})

export const destinationFreelanceShare = defineIndicator({
  ...common,
  code: 'q0.destination-freelance-share',
  label: { zh: '自由职业比例', en: 'Freelance, share' },
  unit: perCent,
  decimals: 2,
  definition: { zh: '自由职业人数 ÷ 毕业生人数 × 100。', en: 'Freelance, of all graduates × 100.' },
  ...percent(valueOf('q0.destination-freelance'), valueOf('q1.graduates')),
})

export const destinationStartup = defineIndicator({
  ...common,
  code: 'q0.destination-startup',
  label: { zh: '自主创业人数', en: 'Own business' },
  unit: persons,
  decimals: 0,
  definition: { zh: '去向为自主创业的毕业生人数。', en: 'Graduates whose destination is: own business.' },
  value: count(graduates, { ...ofTheYear, destination: 'startup' }),
})

export const destinationStartupShare = defineIndicator({
  ...common,
  code: 'q0.destination-startup-share',
  label: { zh: '自主创业比例', en: 'Own business, share' },
  unit: perCent,
  decimals: 2,
  definition: { zh: '自主创业人数 ÷ 毕业生人数 × 100。', en: 'Own business, of all graduates × 100.' },
  ...percent(valueOf('q0.destination-startup'), valueOf('q1.graduates')),
})

export const destinationWaiting = defineIndicator({
  ...common,
  code: 'q0.destination-waiting',
  label: { zh: '待就业人数', en: 'Looking for work' },
  unit: persons,
  decimals: 0,
  definition: { zh: '去向为待就业的毕业生人数。', en: 'Graduates whose destination is: looking for work.' },
  value: count(graduates, { ...ofTheYear, destination: 'waiting' }),
})

export const destinationWaitingShare = defineIndicator({
  ...common,
  code: 'q0.destination-waiting-share',
  label: { zh: '待就业比例', en: 'Looking for work, share' },
  unit: perCent,
  decimals: 2,
  definition: { zh: '待就业人数 ÷ 毕业生人数 × 100。', en: 'Looking for work, of all graduates × 100.' },
  ...percent(valueOf('q0.destination-waiting'), valueOf('q1.graduates')),
})
