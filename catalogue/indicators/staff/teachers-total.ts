import { count, defineIndicator, plus, times } from '../../../src/language/index.ts'
import { industryMentors } from '../../registers/staff/industry-mentors.ts'
import { staff } from '../../registers/staff/staff.ts'
import { engaged } from './part-time-teachers.ts'
import { fullTimeTeacher } from './in-post.ts'

export const teachersTotal = defineIndicator({
  code: 'q0.teachers-total',
  label: { zh: '教师总数（折合）', en: 'Teachers, part-time ones weighted' },
  unit: { zh: '人', en: 'teachers' },
  period: 'at-date',
  decimals: 1,
  source: '教发〔2004〕2号',
  version: 1,
  definition: {
    zh: '专任教师数 + 聘期内的外聘教师数 × 0.5。',
    en: 'Full-time teachers + part-time teachers engaged on the day × 0.5.',
  },
  owner: 'personnel',
  value: plus(count(staff, fullTimeTeacher), times('0.5', count(industryMentors, engaged))),
})
