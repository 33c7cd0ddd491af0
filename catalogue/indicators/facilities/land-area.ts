import { constant, defineIndicator, ratio, sum } from '../../../src/language/index.ts'
import { landParcels } from '../../registers/facilities/land-parcels.ts'

export const landArea = defineIndicator({
  code: 'q0.land-area',
  label: { zh: '校园占地面积', en: 'Area of the campus' },
  unit: { zh: '万平方米', en: '10,000 m²' },
  period: 'at-date',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）1.2 办学条件；教发〔2004〕2号',
  version: 1,
  definition: {
    zh: '统计时点学校产权和独立使用的地块面积之和，共同使用的不计。',
    en: 'Area of the land the college owns or uses alone on the day; shared land is not counted.',
  },
  owner: 'logistics',
  ...ratio(
    sum(landParcels, 'area', {
      ownership: ['owned', 'used'],
      from: { atMost: '@end' },
      until: { emptyOr: { over: '@end' } },
    }),
    constant('10000'),
  ),
})
