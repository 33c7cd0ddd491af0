import { count, defineIndicator } from '../../../src/language/index.ts'
import { staff } from '../../registers/staff/staff.ts'
import { inPost } from './in-post.ts'

export const staffNumber = defineIndicator({
  code: 'q6.staff',
  label: { zh: '教职工总数', en: 'Staff' },
  unit: { zh: '人', en: 'people' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表6 第4行',
  version: 1,
  definition: {
    zh: '统计时点在岗的全部教职工，含编制外聘用人员，不含已离校人员和兼职教师。',
    en: 'Everyone in post on the day, on the establishment or not; without those who left and without part-time teachers.',
  },
  owner: 'personnel',
  synonyms: ['教职员工数', '教职工人数'],
  value: count(staff, inPost),
})
