import { count, defineIndicator, ratio, sum, valueOf } from '../../../src/language/index.ts'
import { teachingSites } from '../../registers/facilities/teaching-sites.ts'

const open = { openedOn: { atMost: '@end' }, closedOn: { emptyOr: { over: '@end' } } } as const
const common = { period: 'at-date', version: 1, owner: 'assets' } as const
const places = { unit: { zh: '个', en: 'sites' }, decimals: 0 } as const
const chapter = '中国职业教育质量报告（2023年度）6.1 实习实训'

export const workplacesPerStudent = defineIndicator({
  ...common,
  code: 'q3.workplaces-per-student',
  label: { zh: '生均校内实践教学工位数', en: 'Work places on campus per student' },
  unit: { zh: '个/生', en: 'per student' },
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表3 第12行',
  definition: {
    zh: '校内实训室工位数之和 ÷ 全日制在校生数；校外基地的工位不计。',
    en: 'Work places in training rooms on campus ÷ full-time students; places outside are not counted.',
  },
  ...ratio(sum(teachingSites, 'workplaces', { ...open, kind: 'on-campus' }), valueOf('q6.students')),
})
export const workplaces = defineIndicator({
  ...common,
  code: 'q0.workplaces',
  label: { zh: '校内实践教学工位数', en: 'Work places on campus' },
  unit: { zh: '个', en: 'places' },
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表3 第12行的分子',
  definition: { zh: '校内实训室工位数之和。', en: 'Work places in training rooms on campus.' },
  value: sum(teachingSites, 'workplaces', { ...open, kind: 'on-campus' }),
})
export const practiceSites = defineIndicator({
  ...common,
  ...places,
  code: 'q0.practice-sites',
  label: { zh: '校内外实践教学场所数', en: 'Practice sites' },
  source: chapter,
  definition: {
    zh: '统计时点在用的校内实训室和校外实训基地。',
    en: 'Training rooms on campus and bases outside in use on the day.',
  },
  value: count(teachingSites, { ...open, kind: ['on-campus', 'external'] }),
})
export const trainingRooms = defineIndicator({
  ...common,
  ...places,
  code: 'q0.practice-sites-on-campus',
  label: { zh: '校内实训室数', en: 'Training rooms on campus' },
  source: chapter,
  definition: { zh: '统计时点在用的校内实训室。', en: 'Training rooms on campus in use on the day.' },
  value: count(teachingSites, { ...open, kind: 'on-campus' }),
})
export const outsideBases = defineIndicator({
  ...common,
  ...places,
  code: 'q0.practice-sites-external',
  label: { zh: '校外实训基地数', en: 'Bases outside' },
  source: chapter,
  definition: { zh: '统计时点在用的校外实训基地。', en: 'Bases outside in use on the day.' },
  value: count(teachingSites, { ...open, kind: 'external' }),
})
