import { count, defineIndicator, percent } from '../../../src/language/index.ts'
import { fitnessTests } from '../../registers/students/fitness-tests.ts'
import { ofTheYear, perCent, persons } from './of-the-year.ts'

const common = {
  period: 'school-year',
  version: 1,
  owner: 'physical-education',
  source: '中国职业教育质量报告（2023年度）表6 第5行；国家学生体质健康标准',
} as const

export const fitnessTested = defineIndicator({
  ...common,
  code: 'q6.fitness-tested',
  label: { zh: '参加国家学生体质健康标准测试人数', en: 'Students who took the national fitness test' },
  unit: persons,
  decimals: 0,
  definition: {
    zh: '学年内参加测试并有总评的学生，一人一次；免测不计。',
    en: 'Students with an overall result in the school year, each once; exempted ones do not count.',
  },
  value: count(fitnessTests, ofTheYear),
})

export const fitnessPassRate = defineIndicator({
  ...common,
  code: 'q6.fitness-pass-rate',
  label: { zh: '学生体质测评合格率', en: 'Share that passed the fitness test' },
  unit: perCent,
  decimals: 2,
  definition: {
    zh: '总评及格及以上的学生 ÷ 参加测试的学生 × 100。',
    en: 'Students with a pass or better ÷ students tested × 100.',
  },
  synonyms: ['体质健康合格率', '体测合格率'],
  ...percent(
    count(fitnessTests, { ...ofTheYear, result: ['excellent', 'good', 'pass'] }),
    count(fitnessTests, ofTheYear),
  ),
})
