import { count, defineIndicator } from '../../../src/language/index.ts'
import { graduates } from '../../registers/students/graduates.ts'
import { ofTheYear, persons } from './of-the-year.ts'

export const graduatesTotal = defineIndicator({
  code: 'q1.graduates',
  label: { zh: '毕业生人数', en: 'Graduates' },
  unit: persons,
  period: 'school-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表1 第1行',
  version: 1,
  definition: {
    zh: '本年度毕业的全日制学生人数，一人一行，不论去向。',
    en: 'Full-time students who graduated in the year, one row each, whatever they do next.',
  },
  owner: 'employment',
  synonyms: ['毕业生数', '应届毕业生人数'],
  value: count(graduates, ofTheYear),
})
