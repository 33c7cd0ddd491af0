import { defineIndicator, distinct } from '../../../src/language/indicator.ts'
import { overseasPosts } from '../../registers/international/overseas-posts.ts'

export const overseasPostHolders = defineIndicator({
  code: 'q5.overseas-post-holders',
  label: { zh: '在国外组织担任职务的专任教师数', en: 'Teachers holding posts in foreign organisations' },
  unit: { zh: '人', en: 'persons' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表5 第6行',
  version: 1,
  definition: {
    zh: '统计时点在国外组织任职的专任教师人数，一人任数职只计一人。',
    en: 'Full-time teachers who hold a post in a foreign organisation on the date; a person with several posts counts once.',
  },
  owner: 'international',
  value: distinct(overseasPosts, 'person', {
    heldAs: 'full-time-teacher',
    startOn: { atMost: '@end' },
    endOn: { emptyOr: { over: '@end' } },
  }),
})
