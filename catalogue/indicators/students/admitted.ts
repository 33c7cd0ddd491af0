import { defineIndicator, percent, ratio, sum, valueOf } from '../../../src/language/index.ts'
import { admissions } from '../../registers/students/admissions.ts'
import { ofTheYear, perCent, persons } from './of-the-year.ts'

const common = {
  period: 'school-year',
  version: 1,
  owner: 'admissions',
  source: '中国职业教育质量报告（2023年度）1.3 表1',
} as const

export const admitted = defineIndicator({
  ...common,
  code: 'q0.admitted',
  label: { zh: '录取数', en: 'Admitted' },
  unit: persons,
  decimals: 0,
  definition: { zh: '当年各招生专业（类）录取人数之和。', en: 'All who were admitted in the year.' },
  synonyms: ['招生录取数', '招生数'],
  value: sum(admissions, 'admitted', ofTheYear),
})

export const arrived = defineIndicator({
  ...common,
  code: 'q0.arrived',
  label: { zh: '报到数', en: 'Arrived' },
  unit: persons,
  decimals: 0,
  definition: { zh: '当年录取并实际报到的人数。', en: 'Those of the admitted who came.' },
  synonyms: ['新生报到人数'],
  value: sum(admissions, 'arrived', ofTheYear),
})

export const arrivalRate = defineIndicator({
  ...common,
  code: 'q0.arrival-rate',
  label: { zh: '报到率', en: 'Arrival rate' },
  unit: perCent,
  decimals: 2,
  definition: { zh: '报到数 ÷ 录取数 × 100。', en: 'Arrived ÷ admitted × 100.' },
  ...percent(valueOf('q0.arrived'), valueOf('q0.admitted')),
})

export const planCompletion = defineIndicator({
  ...common,
  code: 'q0.plan-completion',
  label: { zh: '招生计划完成率', en: 'Plan fulfilled' },
  unit: perCent,
  decimals: 0,
  definition: { zh: '录取数 ÷ 招生计划数 × 100。', en: 'Admitted ÷ planned × 100.' },
  ...percent(valueOf('q0.admitted'), sum(admissions, 'plan', ofTheYear)),
})

export const admittedMen = defineIndicator({
  ...common,
  code: 'q0.admitted-men',
  label: { zh: '录取男生', en: 'Admitted men' },
  unit: persons,
  decimals: 0,
  definition: { zh: '当年录取的男生人数。', en: 'Men admitted in the year.' },
  value: sum(admissions, 'male', ofTheYear),
})

export const admittedWomen = defineIndicator({
  ...common,
  code: 'q0.admitted-women',
  label: { zh: '录取女生', en: 'Admitted women' },
  unit: persons,
  decimals: 0,
  definition: { zh: '当年录取的女生人数。', en: 'Women admitted in the year.' },
  value: sum(admissions, 'female', ofTheYear),
})

export const menPerWoman = defineIndicator({
  ...common,
  code: 'q0.admitted-men-per-woman',
  label: { zh: '录取男女生比例', en: 'Admitted men per woman' },
  unit: { zh: '', en: '' },
  decimals: 2,
  definition: { zh: '录取男生 ÷ 录取女生。', en: 'Admitted men ÷ admitted women.' },
  ...ratio(valueOf('q0.admitted-men'), valueOf('q0.admitted-women')),
})

export const admittedLocalShare = defineIndicator({
  ...common,
  code: 'q0.admitted-local-share',
  label: { zh: '录取新生中本省生源占比', en: 'Share admitted from the province' },
  unit: perCent,
  decimals: 0,
  definition: { zh: '录取的本省生源 ÷ 录取数 × 100。', en: 'Admitted from the province ÷ admitted × 100.' },
  ...percent(sum(admissions, 'local', ofTheYear), valueOf('q0.admitted')),
})

export const admittedScienceShare = defineIndicator({
  ...common,
  code: 'q0.admitted-science-share',
  label: { zh: '普招新生中理工/物理类占比', en: 'Share with science or physics among the generally admitted' },
  unit: perCent,
  decimals: 0,
  definition: {
    zh: '普招录取的理工/物理类考生 ÷ 普招录取数 × 100。',
    en: 'Generally admitted with science or physics ÷ generally admitted × 100.',
  },
  ...percent(
    sum(admissions, 'science', { ...ofTheYear, entryKind: 'general' }),
    sum(admissions, 'admitted', { ...ofTheYear, entryKind: 'general' }),
  ),
})
