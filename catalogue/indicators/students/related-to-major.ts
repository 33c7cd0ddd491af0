import { count, defineIndicator, percent } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { perCent, persons, settled } from './of-the-year.ts'

const common = {
  period: 'school-year',
  version: 1,
  owner: 'employment',
  source: '中国职业教育质量报告（2023年度）2.9.1',
} as const

export const relatedToMajor = defineIndicator({
  ...common,
  code: 'q0.related-to-major',
  label: { zh: '专业对口人数', en: 'Destinations related to the major' },
  unit: persons,
  decimals: 0,
  definition: {
    zh: '已落实去向且与所学专业对口的毕业生，含对口升学。',
    en: 'Settled graduates whose work or study is related to their major.',
  },
  value: count(graduates, { ...settled, relatedToMajor: true }),
})

export const relatedToMajorRate = defineIndicator({
  ...common,
  code: 'q0.related-to-major-rate',
  label: { zh: '专业对口率', en: 'Share related to the major' },
  unit: perCent,
  decimals: 2,
  definition: {
    zh: '专业对口人数 ÷ 毕业去向落实人数 × 100。',
    en: 'Destinations related to the major ÷ settled destinations × 100.',
  },
  ...percent(count(graduates, { ...settled, relatedToMajor: true }), count(graduates, settled)),
})
