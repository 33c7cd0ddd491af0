import { count, defineIndicator } from '../../../src/language/index.ts'
import { westAndNortheast } from '../../codes/regions.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { employed, persons } from './of-the-year.ts'

const common = {
  unit: persons,
  period: 'school-year',
  decimals: 0,
  version: 1,
  owner: 'employment',
  source: '中国职业教育质量报告（2023年度）表4 第1行',
} as const

export const employedGraduates = defineIndicator({
  ...common,
  code: 'q4.employed',
  label: { zh: '毕业生就业人数', en: 'Employed graduates' },
  definition: {
    zh: '以协议、合同或其他录用形式到用人单位就业（填有单位性质）的毕业生；不含升学、入伍、自由职业、自主创业和没有用人单位的灵活就业。',
    en: 'Graduates who work for an employer (one with a kind); without further study, service, freelance, own business and work without an employer.',
  },
  value: count(graduates, employed),
})

export const employedLocal = defineIndicator({
  ...common,
  code: 'q4.employed-local',
  label: { zh: 'A类：留在当地就业', en: 'A: employed locally' },
  definition: {
    zh: '到用人单位就业且在学校所在省份工作的毕业生。',
    en: 'Employed graduates who work in the province of the college.',
  },
  value: count(graduates, { ...employed, inProvince: true }),
})

export const employedWest = defineIndicator({
  ...common,
  code: 'q4.employed-west',
  label: { zh: 'B类：到西部和东北地区就业', en: 'B: employed in the west and north-east' },
  definition: {
    zh: '到用人单位就业且工作地在西部十二省区市或东北三省的毕业生。',
    en: 'Employed graduates who work in the twelve western or three north-eastern provinces.',
  },
  value: count(graduates, { ...employed, province: westAndNortheast }),
})

export const employedGrassroots = defineIndicator({
  ...common,
  code: 'q4.employed-grassroots',
  label: { zh: 'C类：到中小微企业等基层就业', en: 'C: employed by smaller enterprises and at the grass roots' },
  definition: {
    zh: '到用人单位就业且单位为中型、小型、微型，或属于基层就业的毕业生。',
    en: 'Employed graduates whose employer is of medium, small or micro size, or who work at the grass roots.',
  },
  value: count(graduates, {
    ...employed,
    anyOf: [{ employerSize: ['medium', 'small', 'micro'] }, { grassroots: true }],
  }),
})

export const employedLarge = defineIndicator({
  ...common,
  code: 'q4.employed-large',
  label: { zh: 'D类：到大型企业就业', en: 'D: employed by large enterprises' },
  definition: {
    zh: '到用人单位就业且单位为大型或特大型的毕业生。',
    en: 'Employed graduates whose employer is large or very large.',
  },
  value: count(graduates, { ...employed, employerSize: ['large', 'huge'] }),
})
