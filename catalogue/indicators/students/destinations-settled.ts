import { count, defineIndicator } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { ofTheYear, persons, settled } from './of-the-year.ts'

const common = { unit: persons, period: 'school-year', decimals: 0, version: 1, owner: 'employment' } as const

export const destinationsSettled = defineIndicator({
  ...common,
  code: 'q1.settled',
  label: { zh: '毕业去向落实人数', en: 'Graduates with a settled destination' },
  source: '中国职业教育质量报告（2023年度）表1 第2行',
  definition: {
    zh: '截至8月31日已就业、升学、入伍、创业或自由职业的毕业生，即毕业生减去待就业。',
    en: 'Graduates who by 31 August work, study further, serve or run their own business: all but those still looking.',
  },
  synonyms: ['去向落实人数', '就业人数（含升学）'],
  value: count(graduates, settled),
})

export const furtherStudy = defineIndicator({
  ...common,
  code: 'q1.further-study',
  label: { zh: '毕业生升学人数', en: 'Graduates in further study' },
  source: '中国职业教育质量报告（2023年度）表1 第2行',
  definition: { zh: '去向为升学的毕业生人数。', en: 'Graduates whose destination is further study.' },
  synonyms: ['升学人数', '升学数'],
  value: count(graduates, { ...ofTheYear, destination: 'further-study' }),
})

export const furtherStudyBachelor = defineIndicator({
  ...common,
  code: 'q1.further-study-bachelor',
  label: { zh: '升入本科人数', en: 'Admitted to a bachelor programme' },
  source: '中国职业教育质量报告（2023年度）表1 第2行',
  definition: {
    zh: '升学的毕业生中，升学层次为普通本科或职业本科的人数。',
    en: 'Graduates in further study at bachelor level, academic or vocational.',
  },
  value: count(graduates, {
    ...ofTheYear,
    destination: 'further-study',
    furtherLevel: ['bachelor', 'vocational-bachelor'],
  }),
})
