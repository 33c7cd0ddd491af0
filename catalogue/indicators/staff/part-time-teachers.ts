import { count, defineIndicator, percent } from '../../../src/language/index.ts'
import { industryMentors } from '../../registers/staff/industry-mentors.ts'
import { staff } from '../../registers/staff/staff.ts'
import { fullTimeTeacher } from './in-post.ts'

/** Under an engagement that runs on the day; whether the person taught is another question. */
export const engaged = { engagedOn: { atMost: '@end' }, until: { atLeast: '@end' } } as const

const common = {
  period: 'at-date',
  source: '中国职业教育质量报告（2023年度）1.4 师资队伍',
  version: 1,
  owner: 'personnel',
} as const

export const partTimeTeachers = defineIndicator({
  ...common,
  code: 'q0.part-time-teachers',
  label: { zh: '聘请兼职教师数', en: 'Part-time teachers from industry' },
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  definition: {
    zh: '统计时点在聘期内的行业企业兼职教师，无论当年是否授课。',
    en: 'Practitioners engaged on the day, whether or not they taught in the year.',
  },
  synonyms: ['兼职教师人数', '行业企业兼职教师', '聘请行业导师人数'],
  rivals: ['q6.industry-mentors'],
  value: count(industryMentors, engaged),
})

export const partTimeShare = defineIndicator({
  ...common,
  code: 'q0.part-time-share',
  label: { zh: '兼职教师占专任教师比例', en: 'Part-time teachers per full-time teacher' },
  unit: { zh: '%', en: '%' },
  decimals: 2,
  definition: {
    zh: '统计时点在聘期内的行业企业兼职教师 ÷ 专任教师总数。',
    en: 'Practitioners engaged on the day ÷ full-time teachers.',
  },
  ...percent(count(industryMentors, engaged), count(staff, fullTimeTeacher)),
})
