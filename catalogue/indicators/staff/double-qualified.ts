import { count, defineIndicator, percent, valueOf } from '../../../src/language/index.ts'
import { staff } from '../../registers/staff/staff.ts'
import { fullTimeTeacher } from './in-post.ts'

// Three bodies divide by three things and call all of them 双师比例: each keeps its own code.
const qualified = { ...fullTimeTeacher, doubleQualifiedOn: { atMost: '@end' } } as const
const common = { period: 'at-date', version: 1, owner: 'personnel' } as const
const percentSign = { zh: '%', en: '%' }

export const doubleQualifiedShare = defineIndicator({
  ...common,
  code: 'q3.double-qualified-share',
  label: { zh: '双师素质专任教师比例', en: 'Share of double-qualified full-time teachers' },
  unit: percentSign,
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表3 第2行；高等职业院校人才培养工作状态数据采集平台',
  definition: {
    zh: '统计时点前已认定为双师型的专任教师 ÷ 专任教师总数。',
    en: 'Full-time teachers recognised as double-qualified by the day ÷ full-time teachers.',
  },
  synonyms: ['双师比例', '双师型教师占比', '专任教师双师素质比例'],
  rivals: ['q3.double-qualified-share-of-professional', 'q3.double-qualified-share-of-teachers'],
  ...percent(count(staff, qualified), count(staff, fullTimeTeacher)),
})

export const doubleQualifiedShareOfProfessional = defineIndicator({
  ...common,
  code: 'q3.double-qualified-share-of-professional',
  label: { zh: '专业课教师中双师型教师比例', en: 'Double-qualified share of teachers of professional courses' },
  unit: percentSign,
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）1.4 师资队伍',
  definition: {
    zh: '任教专业课的专任教师中已认定为双师型者 ÷ 任教专业课的专任教师。分子分母均不含公共课教师。',
    en: 'Double-qualified among full-time teachers of professional courses ÷ full-time teachers of professional courses; teachers of general courses are in neither.',
  },
  synonyms: ['专任专业课教师双师型占比'],
  rivals: ['q3.double-qualified-share', 'q3.double-qualified-share-of-teachers'],
  ...percent(
    count(staff, { ...qualified, teaches: 'professional' }),
    count(staff, { ...fullTimeTeacher, teaches: 'professional' }),
  ),
})

export const doubleQualifiedShareOfTeachers = defineIndicator({
  ...common,
  code: 'q3.double-qualified-share-of-teachers',
  label: { zh: '双师型教师占教师总数比例', en: 'Double-qualified share of teachers, part-time ones weighted' },
  unit: percentSign,
  decimals: 2,
  source: '教学诊断与改进常用口径；教师总数按教发〔2004〕2号',
  definition: {
    zh: '已认定为双师型的专任教师 ÷ 教师总数（专任教师 + 外聘教师 × 0.5）。',
    en: 'Double-qualified full-time teachers ÷ teachers in total (full-time + part-time × 0.5).',
  },
  rivals: ['q3.double-qualified-share', 'q3.double-qualified-share-of-professional'],
  ...percent(count(staff, qualified), valueOf('q0.teachers-total')),
})

export const doubleQualifiedTeachers = defineIndicator({
  ...common,
  code: 'q0.double-qualified-teachers',
  label: { zh: '双师型专任教师数', en: 'Double-qualified full-time teachers' },
  unit: { zh: '人', en: 'people' },
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）1.4 师资队伍',
  definition: {
    zh: '统计时点前已认定为双师型的专任教师。',
    en: 'Full-time teachers recognised as double-qualified by the day.',
  },
  synonyms: ['双师素质专任教师数'],
  value: count(staff, qualified),
})
