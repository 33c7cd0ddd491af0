import { count, defineIndicator } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { atWork, persons } from './of-the-year.ts'

const common = {
  unit: persons,
  period: 'school-year',
  decimals: 0,
  version: 1,
  owner: 'employment',
  source: '中国职业教育质量报告（2023年度）表1 第5行；三次产业划分规定',
} as const

export const sectorsOfWork = defineIndicator({
  ...common,
  code: 'q1.sectors',
  label: { zh: '毕业生面向三次产业就业人数', en: 'Graduates at work in the three sectors' },
  definition: {
    zh: '就业（协议、合同、其他录用、自由职业、自主创业）且填写了产业的毕业生；不含升学和入伍。',
    en: 'Graduates at work in any form whose sector is known; without further study and service.',
  },
  synonyms: ['服务三次产业人数'],
  value: count(graduates, { ...atWork, sector: { not: null } }),
})

export const primarySector = defineIndicator({
  ...common,
  code: 'q1.sector-primary',
  label: { zh: '面向第一产业', en: 'In the primary sector' },
  definition: { zh: '在第一产业就业的毕业生。', en: 'Graduates at work in the primary sector.' },
  value: count(graduates, { ...atWork, sector: 'primary' }),
})

export const secondarySector = defineIndicator({
  ...common,
  code: 'q1.sector-secondary',
  label: { zh: '面向第二产业', en: 'In the secondary sector' },
  definition: { zh: '在第二产业就业的毕业生。', en: 'Graduates at work in the secondary sector.' },
  value: count(graduates, { ...atWork, sector: 'secondary' }),
})

export const tertiarySector = defineIndicator({
  ...common,
  code: 'q1.sector-tertiary',
  label: { zh: '面向第三产业', en: 'In the tertiary sector' },
  definition: { zh: '在第三产业就业的毕业生。', en: 'Graduates at work in the tertiary sector.' },
  value: count(graduates, { ...atWork, sector: 'tertiary' }),
})
