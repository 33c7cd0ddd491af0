import { count, defineIndicator, percent } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { employed, perCent, settled } from './of-the-year.ts'

const common = { unit: perCent, period: 'school-year', decimals: 2, version: 1, owner: 'employment' } as const

export const settledInProvinceRate = defineIndicator({
  ...common,
  code: 'q1.settled-in-province-rate',
  label: { zh: '毕业生本省去向落实率', en: 'Share settled in the province' },
  source: '中国职业教育质量报告（2023年度）表1 第3行',
  definition: {
    zh: '在本省落实去向（就业、升学、入伍、创业）的毕业生 ÷ 毕业去向落实人数 × 100。',
    en: 'Graduates who settled in the province (work, study, service, own business) ÷ all who settled × 100.',
  },
  synonyms: ['本地就业率', '留省率'],
  rivals: ['q0.employed-in-province-rate'],
  ...percent(count(graduates, { ...settled, inProvince: true }), count(graduates, settled)),
})

export const employedInProvinceRate = defineIndicator({
  ...common,
  code: 'q0.employed-in-province-rate',
  label: { zh: '到用人单位就业毕业生的本省就业率', en: 'Share of the employed who work in the province' },
  source: '与表1 第3行同名的另一口径：只看到用人单位就业的毕业生',
  definition: {
    zh: '在本省用人单位就业的毕业生 ÷ 到用人单位就业的毕业生 × 100；不含升学和入伍。',
    en: 'Graduates employed in the province ÷ graduates employed × 100; without further study and service.',
  },
  rivals: ['q1.settled-in-province-rate'],
  ...percent(count(graduates, { ...employed, inProvince: true }), count(graduates, employed)),
})
