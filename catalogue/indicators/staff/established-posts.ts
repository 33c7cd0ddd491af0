import { count, defineIndicator, sum } from '../../../src/language/index.ts'
import { staff } from '../../registers/staff/staff.ts'
import { staffingQuotas } from '../../registers/staff/staffing-quotas.ts'
import { inPost } from './in-post.ts'

export const establishedPosts = defineIndicator({
  code: 'q6.established-posts',
  label: { zh: '教职员工额定编制数', en: 'Established posts' },
  unit: { zh: '人', en: 'posts' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表6 第4行',
  version: 1,
  definition: {
    zh: '编制主管部门批复给学校的编制数，不是在编人数。',
    en: 'The posts granted to the college by the authority, not the posts filled.',
  },
  owner: 'personnel',
  synonyms: ['编制数', '核定编制'],
  value: sum(staffingQuotas, 'posts', { period: { within: '@period' } }),
})

export const staffOnEstablishment = defineIndicator({
  code: 'q0.staff-on-establishment',
  label: { zh: '在编教职工数', en: 'Staff on the establishment' },
  unit: { zh: '人', en: 'people' },
  period: 'at-date',
  decimals: 0,
  source: '学校人事统计',
  version: 1,
  definition: {
    zh: '统计时点在岗且占用编制的教职工。',
    en: 'Staff in post on the day who fill an established post.',
  },
  owner: 'personnel',
  value: count(staff, { ...inPost, onEstablishment: true }),
})
