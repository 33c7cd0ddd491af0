import { defineIndicator, max, sum } from '../../../src/language/index.ts'
import { networkLinks } from '../../registers/facilities/network-links.ts'

const inUse = { from: { atMost: '@end' }, until: { emptyOr: { over: '@end' } } } as const
const common = {
  unit: { zh: 'Mbps', en: 'Mbps' },
  period: 'at-date',
  decimals: 2,
  version: 1,
  owner: 'information',
} as const

export const internetBandwidth = defineIndicator({
  ...common,
  code: 'q3.internet-bandwidth',
  label: { zh: '互联网出口带宽', en: 'Bandwidth to the internet' },
  source: '中国职业教育质量报告（2023年度）表3 第10行',
  definition: {
    zh: '统计时点在用的全部互联网出口链路带宽之和。',
    en: 'Sum of the bandwidth of all internet exits in use on the day.',
  },
  value: sum(networkLinks, 'bandwidth', { ...inUse, kind: 'exit' }),
})
export const backboneBandwidth = defineIndicator({
  ...common,
  code: 'q3.backbone-bandwidth',
  label: { zh: '校园网主干最大带宽', en: 'Largest bandwidth of the backbone' },
  source: '中国职业教育质量报告（2023年度）表3 第11行',
  definition: {
    zh: '统计时点在用的校园网主干链路中带宽最大者。',
    en: 'Bandwidth of the fastest backbone link in use on the day.',
  },
  value: max(networkLinks, 'bandwidth', { ...inUse, kind: 'backbone' }),
})
