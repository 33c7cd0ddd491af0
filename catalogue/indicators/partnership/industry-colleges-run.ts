import { count, defineIndicator } from '../../../src/language/indicator.ts'
import { industryColleges } from '../../registers/partnership/industry-colleges.ts'

export const industryCollegesRun = defineIndicator({
  code: 'q0.industry-colleges',
  label: { zh: '产业学院数', en: 'Industry colleges' },
  unit: { zh: '个', en: 'items' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文6.7',
  version: 1,
  definition: { zh: '统计时点正在运行的产业学院数。', en: 'Industry colleges in being on the date.' },
  owner: 'industry-partnership',
  synonyms: ['混合制产业学院数'],
  value: count(industryColleges, { foundedOn: { atMost: '@end' }, closedOn: { emptyOr: { over: '@end' } } }),
})
