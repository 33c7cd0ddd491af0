import { count, defineIndicator } from '../../../src/language/index.ts'
import { majorGroups as groups } from '../../registers/teaching/major-groups.ts'
import { majors as register } from '../../registers/teaching/majors.ts'

const common = {
  unit: { zh: '个', en: 'number' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表3 第4行',
  version: 1,
  owner: 'academic-affairs',
} as const

export const majorGroupCount = defineIndicator({
  ...common,
  code: 'q3.major-groups',
  label: { zh: '专业群数量', en: 'Groups of majors' },
  definition: {
    zh: '统计时点在建的国家级、省级和校级专业群。',
    en: 'Groups of majors of national, provincial and college level that exist on the day.',
  },
  synonyms: ['专业集群数'],
  value: count(groups, { openedOn: { atMost: '@end' }, endedOn: { emptyOr: { over: '@end' } } }),
})

export const majorCount = defineIndicator({
  ...common,
  code: 'q3.majors',
  label: { zh: '专业数量', en: 'Majors' },
  definition: {
    zh: '统计时点已设置且未停办的专业，无论当时是否有在校生。',
    en: 'Majors that are open on the day, whether or not they then have students.',
  },
  synonyms: ['专业设置数'],
  value: count(register, { openedOn: { atMost: '@end' }, stoppedOn: { emptyOr: { over: '@end' } } }),
})
