import { count, defineIndicator, percent } from '../../../src/language/index.ts'
import { staff } from '../../registers/staff/staff.ts'
import { fullTimeTeacher } from './in-post.ts'

const common = {
  period: 'at-date',
  source: '中国职业教育质量报告（2023年度）1.4 师资队伍',
  version: 1,
  owner: 'personnel',
} as const
const withDegree = count(staff, { ...fullTimeTeacher, highestDegree: ['doctor', 'master'] })
const doctors = count(staff, { ...fullTimeTeacher, highestDegree: 'doctor' })

export const researchDegreeTeachers = defineIndicator({
  ...common,
  code: 'q0.research-degree-teachers',
  label: { zh: '硕士及以上学位专任教师数', en: 'Full-time teachers with a master or doctor degree' },
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  definition: {
    zh: '最高学位为硕士或博士的专任教师。',
    en: 'Full-time teachers whose highest degree is that of master or doctor.',
  },
  value: withDegree,
})

export const researchDegreeShare = defineIndicator({
  ...common,
  code: 'q0.research-degree-share',
  label: { zh: '研究生学位教师占专任教师比例', en: 'Share of full-time teachers with a master or doctor degree' },
  unit: { zh: '%', en: '%' },
  decimals: 2,
  definition: {
    zh: '最高学位为硕士或博士的专任教师 ÷ 专任教师总数。',
    en: 'Full-time teachers whose highest degree is that of master or doctor ÷ full-time teachers.',
  },
  synonyms: ['具有研究生学位教师占专任教师的比例', '硕士及以上学位教师占比'],
  ...percent(withDegree, count(staff, fullTimeTeacher)),
})

export const doctorTeachers = defineIndicator({
  ...common,
  code: 'q0.doctor-teachers',
  label: { zh: '博士学位专任教师数', en: 'Full-time teachers with a doctor degree' },
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  definition: { zh: '最高学位为博士的专任教师。', en: 'Full-time teachers whose highest degree is that of doctor.' },
  value: doctors,
})

export const doctorShare = defineIndicator({
  ...common,
  code: 'q0.doctor-share',
  label: { zh: '博士学位教师占专任教师比例', en: 'Share of full-time teachers with a doctor degree' },
  unit: { zh: '%', en: '%' },
  decimals: 1,
  definition: {
    zh: '最高学位为博士的专任教师 ÷ 专任教师总数。',
    en: 'Full-time teachers whose highest degree is that of doctor ÷ full-time teachers.',
  },
  ...percent(doctors, count(staff, fullTimeTeacher)),
})
