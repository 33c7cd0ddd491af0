import { defineIndicator, distinct } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { ofTheYear } from './of-the-year.ts'

export const majorsOfGraduates = defineIndicator({
  code: 'q0.graduate-majors',
  label: { zh: '有毕业生的专业数', en: 'Majors with graduates' },
  unit: { zh: '个', en: 'majors' },
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）2.9.1',
  version: 1,
  definition: { zh: '本年度有毕业生的专业个数。', en: 'The number of majors that had graduates in the year.' },
  owner: 'employment',
  value: distinct(graduates, 'major', ofTheYear),
})
