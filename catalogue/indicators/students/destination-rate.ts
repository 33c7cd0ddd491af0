import { count, defineIndicator, percent, valueOf } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { ofTheYear, perCent } from './of-the-year.ts'

const common = { unit: perCent, period: 'school-year', decimals: 2, version: 1, owner: 'employment' } as const

export const destinationRate = defineIndicator({
  ...common,
  code: 'q0.destination-rate',
  label: { zh: '毕业去向落实率', en: 'Share with a settled destination' },
  source: '中国职业教育质量报告（2023年度）2.9.1 表6',
  definition: {
    zh: '毕业去向落实人数 ÷ 毕业生人数 × 100。',
    en: 'Graduates with a settled destination ÷ graduates × 100.',
  },
  synonyms: ['就业率（含升学）', '初次就业率'],
  rivals: ['q0.employment-rate'],
  ...percent(valueOf('q1.settled'), valueOf('q1.graduates')),
})

export const employmentRate = defineIndicator({
  ...common,
  code: 'q0.employment-rate',
  label: { zh: '就业率（不含升学）', en: 'Employment rate without further study' },
  source: '常见的另一种口径：升学的毕业生不计入分子和分母',
  definition: {
    zh: '未升学的毕业生中已落实去向的人数 ÷ 未升学的毕业生人数 × 100。',
    en: 'Of the graduates who do not study further, those with a settled destination × 100.',
  },
  synonyms: ['就业率'],
  rivals: ['q0.destination-rate'],
  ...percent(
    count(graduates, { ...ofTheYear, destination: { not: ['waiting', 'further-study'] } }),
    count(graduates, { ...ofTheYear, destination: { not: 'further-study' } }),
  ),
})

export const furtherStudyRate = defineIndicator({
  ...common,
  code: 'q0.further-study-rate',
  label: { zh: '升学率', en: 'Share in further study' },
  source: '中国职业教育质量报告（2023年度）2.9.2 表7',
  definition: { zh: '毕业生升学人数 ÷ 毕业生人数 × 100。', en: 'Graduates in further study ÷ graduates × 100.' },
  ...percent(valueOf('q1.further-study'), valueOf('q1.graduates')),
})
