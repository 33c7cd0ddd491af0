import { count, defineIndicator, percent } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { employed, perCent } from './of-the-year.ts'

const common = {
  unit: perCent,
  period: 'school-year',
  decimals: 2,
  version: 1,
  owner: 'employment',
  source: '中国职业教育质量报告（2023年度）2.9.1',
} as const

export const otherEnterpriseShare = defineIndicator({
  ...common,
  code: 'q0.employed-other-enterprise-share',
  label: { zh: '到其他企业就业比例', en: 'Share employed by other enterprises' },
  definition: {
    zh: '单位性质为其他企业的毕业生 ÷ 到用人单位就业的毕业生 × 100。',
    en: 'Graduates employed by other enterprises ÷ employed graduates × 100.',
  },
  ...percent(count(graduates, { ...employed, employerKind: 'other-enterprise' }), count(graduates, employed)),
})

export const stateOwnedShare = defineIndicator({
  ...common,
  code: 'q0.employed-state-owned-share',
  label: { zh: '到国有企业就业比例', en: 'Share employed by state-owned enterprises' },
  definition: {
    zh: '单位性质为国有企业的毕业生 ÷ 到用人单位就业的毕业生 × 100。',
    en: 'Graduates employed by state-owned enterprises ÷ employed graduates × 100.',
  },
  ...percent(count(graduates, { ...employed, employerKind: 'state-owned' }), count(graduates, employed)),
})
