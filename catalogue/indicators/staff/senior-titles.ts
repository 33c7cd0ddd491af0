import { count, defineIndicator, percent } from '../../../src/language/index.ts'
import { staff } from '../../registers/staff/staff.ts'
import { fullTimeTeacher } from './in-post.ts'

const senior = count(staff, { ...fullTimeTeacher, titleLevel: ['full', 'associate'] })

export const seniorTitleShare = defineIndicator({
  code: 'q3.senior-title-share',
  label: { zh: '高级专业技术职务专任教师比例', en: 'Share of full-time teachers with a senior title' },
  unit: { zh: '%', en: '%' },
  period: 'at-date',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表3 第3行；教发〔2004〕2号',
  version: 1,
  definition: {
    zh: '具有正高级或副高级专业技术职务的专任教师 ÷ 专任教师总数。',
    en: 'Full-time teachers with a full or associate senior title ÷ full-time teachers.',
  },
  owner: 'personnel',
  synonyms: ['具有高级职务教师占专任教师的比例', '高级职称教师占比'],
  ...percent(senior, count(staff, fullTimeTeacher)),
})

export const seniorTitles = defineIndicator({
  code: 'q0.senior-titles',
  label: { zh: '高级职称专任教师数', en: 'Full-time teachers with a senior title' },
  unit: { zh: '人', en: 'people' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）1.4 师资队伍',
  version: 1,
  definition: {
    zh: '具有正高级或副高级专业技术职务的专任教师。',
    en: 'Full-time teachers with a full or associate senior title.',
  },
  owner: 'personnel',
  value: senior,
})

export const professors = defineIndicator({
  code: 'q0.professors',
  label: { zh: '教授（正高级）专任教师数', en: 'Full-time teachers with a full senior title' },
  unit: { zh: '人', en: 'people' },
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）1.4 师资队伍',
  version: 1,
  definition: {
    zh: '具有正高级专业技术职务的专任教师。',
    en: 'Full-time teachers with a full senior title.',
  },
  owner: 'personnel',
  synonyms: ['教授人数', '正高级教师数'],
  value: count(staff, { ...fullTimeTeacher, titleLevel: 'full' }),
})
