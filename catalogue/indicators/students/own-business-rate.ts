import { count, defineIndicator, percent, valueOf } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { ofTheYear, perCent } from './of-the-year.ts'

export const ownBusinessRate = defineIndicator({
  code: 'q1.own-business-rate',
  label: { zh: '自主创业率', en: 'Share with their own business' },
  unit: perCent,
  period: 'school-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表1 第6行',
  version: 1,
  definition: {
    zh: '去向为自主创业的毕业生 ÷ 毕业生人数 × 100。',
    en: 'Graduates who started a business ÷ graduates × 100.',
  },
  owner: 'employment',
  synonyms: ['创业率', '自主创业比例'],
  ...percent(count(graduates, { ...ofTheYear, destination: 'startup' }), valueOf('q1.graduates')),
})
