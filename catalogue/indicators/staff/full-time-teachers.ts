import { count, defineIndicator } from '../../../src/language/index.ts'
import { staff } from '../../registers/staff/staff.ts'
import { fullTimeTeacher } from './in-post.ts'

export const fullTimeTeachers = defineIndicator({
  code: 'q6.full-time-teachers',
  label: { zh: '专任教师总数', en: 'Full-time teachers' },
  unit: { zh: '人', en: 'people' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表6 第4行；教发〔2004〕2号',
  version: 1,
  definition: {
    zh: '统计时点在岗、岗位类别为专任教师的教职工。',
    en: 'Staff in post on the day whose post is that of a full-time teacher.',
  },
  owner: 'personnel',
  synonyms: ['专任教师数', '专任教师人数'],
  value: count(staff, fullTimeTeacher),
})
