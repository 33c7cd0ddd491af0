import { count, defineIndicator } from '../../../src/language/index.ts'
import { staff } from '../../registers/staff/staff.ts'
import { fullTimeTeacher } from './in-post.ts'

const common = {
  unit: { zh: '人', en: 'people' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表6 第4行',
  version: 1,
  owner: 'personnel',
} as const

export const ideologicalTeachers = defineIndicator({
  ...common,
  code: 'q6.ideological-teachers',
  label: { zh: '思政课教师数', en: 'Teachers of ideological and political theory' },
  definition: {
    zh: '专任教师中以思想政治理论课为任教课程类别的人数。',
    en: 'Full-time teachers whose subject is ideological and political theory.',
  },
  synonyms: ['思政课教师数量', '思想政治理论课教师'],
  value: count(staff, { ...fullTimeTeacher, teaches: 'ideological-political' }),
})

export const physicalEducationTeachers = defineIndicator({
  ...common,
  code: 'q6.physical-education-teachers',
  label: { zh: '体育课专任教师数', en: 'Teachers of physical education' },
  definition: {
    zh: '专任教师中以体育为任教课程类别的人数。',
    en: 'Full-time teachers whose subject is physical education.',
  },
  value: count(staff, { ...fullTimeTeacher, teaches: 'physical-education' }),
})

export const artTeachers = defineIndicator({
  ...common,
  code: 'q6.art-teachers',
  label: { zh: '美育课专任教师数', en: 'Teachers of art' },
  definition: {
    zh: '专任教师中以公共艺术（美育）课为任教课程类别的人数，不含艺术类专业课教师。',
    en: 'Full-time teachers whose subject is art for all students; without teachers of majors in art.',
  },
  value: count(staff, { ...fullTimeTeacher, teaches: 'art' }),
})
