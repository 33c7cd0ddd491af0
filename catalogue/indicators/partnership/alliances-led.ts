import { count, defineIndicator } from '../../../src/language/indicator.ts'
import { industryAlliances } from '../../registers/partnership/industry-alliances.ts'

export const industryCommunitiesLed = defineIndicator({
  code: 'q0.industry-communities-led',
  label: { zh: '牵头的行业产教融合共同体数', en: 'Industry communities led' },
  unit: { zh: '个', en: 'items' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文6.5',
  version: 1,
  definition: {
    zh: '统计时点由学校牵头或共同牵头的行业产教融合共同体数。',
    en: 'Industry communities that the college leads, alone or with others, on the date.',
  },
  owner: 'industry-partnership',
  value: count(industryAlliances, {
    kind: 'industry-community',
    role: 'lead',
    foundedOn: { atMost: '@end' },
    endedOn: { emptyOr: { over: '@end' } },
  }),
})

export const cityConsortiaLed = defineIndicator({
  code: 'q0.city-consortia-led',
  label: { zh: '牵头的市域产教联合体数', en: 'City consortia led' },
  unit: { zh: '个', en: 'items' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）正文6.4',
  version: 1,
  definition: {
    zh: '统计时点由学校牵头或共同牵头的市域产教联合体数。',
    en: 'City consortia that the college leads, alone or with others, on the date.',
  },
  owner: 'industry-partnership',
  value: count(industryAlliances, {
    kind: 'city-consortium',
    role: 'lead',
    foundedOn: { atMost: '@end' },
    endedOn: { emptyOr: { over: '@end' } },
  }),
})
