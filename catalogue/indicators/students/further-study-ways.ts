import { count, defineIndicator } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { ofTheYear, persons } from './of-the-year.ts'

const common = {
  unit: persons,
  period: 'school-year',
  decimals: 0,
  version: 1,
  owner: 'employment',
  source: '中国职业教育质量报告（2023年度）2.9.2 表7',
} as const

export const furtherStudyFiveYear = defineIndicator({
  ...common,
  code: 'q0.further-study-five-year',
  label: { zh: '通过五年一贯制培养升学人数', en: 'Further study through five-year programmes' },
  definition: {
    zh: '升学渠道为五年一贯制培养的毕业生。',
    en: 'Graduates who came to further study through a five-year programme.',
  },
  value: count(graduates, { ...ofTheYear, destination: 'further-study', furtherChannel: 'five-year' }),
})

export const furtherStudyAcademic = defineIndicator({
  ...common,
  code: 'q0.further-study-academic-bachelor',
  label: { zh: '升入普通本科人数', en: 'Admitted to an academic bachelor programme' },
  definition: {
    zh: '升学层次为普通本科的毕业生，不含职业本科。',
    en: 'Graduates in an academic bachelor programme, without vocational ones.',
  },
  value: count(graduates, { ...ofTheYear, destination: 'further-study', furtherLevel: 'bachelor' }),
})
