import { count, defineIndicator } from '../../../src/language/index.ts'
import { staff } from '../../registers/staff/staff.ts'
import { inPost } from './in-post.ts'

export const classAdvisers = defineIndicator({
  code: 'q6.class-advisers',
  label: { zh: '班主任人数', en: 'Class advisers' },
  unit: { zh: '人', en: 'people' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表6 第4行',
  version: 1,
  definition: {
    zh: '统计时点在岗并担任班主任的教职工。',
    en: 'Staff in post on the day who advise a class.',
  },
  owner: 'student-affairs',
  value: count(staff, { ...inPost, classAdviser: true }),
})
