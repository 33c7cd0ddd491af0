import { constant, defineIndicator, ratio, sum, valueOf } from '../../../src/language/index.ts'
import { buildings } from '../../registers/facilities/buildings.ts'

const standing = {
  ownership: ['owned', 'used'],
  completedOn: { atMost: '@end' },
  takenDownOn: { emptyOr: { over: '@end' } },
} as const
const common = {
  period: 'at-date',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）1.2 办学条件；教发〔2004〕2号',
  version: 1,
  owner: 'logistics',
} as const

export const buildingArea = defineIndicator({
  ...common,
  code: 'q0.building-area',
  label: { zh: '校舍建筑面积', en: 'Floor area' },
  unit: { zh: '万平方米', en: '10,000 m²' },
  definition: {
    zh: '统计时点学校产权和独立使用的校舍建筑面积之和。',
    en: 'Floor area of the buildings the college owns or uses alone on the day.',
  },
  ...ratio(sum(buildings, 'area', standing), constant('10000')),
})
export const teachingAreaPerStudent = defineIndicator({
  ...common,
  code: 'q0.teaching-area-per-student',
  label: { zh: '生均教学行政用房', en: 'Teaching and administrative area per student' },
  unit: { zh: '平方米/生', en: 'm² per student' },
  definition: {
    zh: '教室、实验实训用房、图书馆、室内体育用房、会堂和行政用房面积之和 ÷ 全日制在校生数。',
    en: 'Area of classrooms, laboratories and workshops, library, gymnasium, halls and offices ÷ full-time students.',
  },
  synonyms: ['生均教学行政用房面积'],
  ...ratio(
    sum(buildings, 'area', {
      ...standing,
      use: ['classroom', 'laboratory', 'library', 'gymnasium', 'hall', 'office'],
    }),
    valueOf('q6.students'),
  ),
})
