import { count, defineIndicator } from '../../../src/language/index.ts'
import { staff } from '../../registers/staff/staff.ts'
import { inPost } from './in-post.ts'

export const counsellors = defineIndicator({
  code: 'q6.counsellors',
  label: { zh: '辅导员人数', en: 'Counsellors' },
  unit: { zh: '人', en: 'people' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表6 第4行',
  version: 1,
  definition: {
    zh: '统计时点在岗并担任辅导员的教职工，含以专任教师身份担任者。',
    en: 'Staff in post on the day who work as counsellors, also those who are full-time teachers.',
  },
  owner: 'student-affairs',
  value: count(staff, { ...inPost, counsellor: true }),
})
