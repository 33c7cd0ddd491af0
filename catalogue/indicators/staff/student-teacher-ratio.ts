import { defineIndicator, ratio, valueOf } from '../../../src/language/index.ts'

const common = { period: 'at-date', version: 1, decimals: 2, owner: 'personnel' } as const

export const studentTeacherRatio = defineIndicator({
  ...common,
  code: 'q3.student-teacher-ratio',
  label: { zh: '生师比', en: 'Students per teacher' },
  unit: { zh: ':1', en: ':1' },
  source: '中国职业教育质量报告（2023年度）表3 第1行；教发〔2004〕2号',
  definition: {
    zh: '折合在校生数 ÷ 教师总数；教师总数 = 专任教师 + 外聘教师 × 0.5。',
    en: 'Equivalent students ÷ teachers, where a part-time teacher counts half.',
  },
  rivals: ['q0.students-per-full-time-teacher'],
  ...ratio(valueOf('q0.students-equivalent'), valueOf('q0.teachers-total')),
})

export const studentsPerFullTimeTeacher = defineIndicator({
  ...common,
  code: 'q0.students-per-full-time-teacher',
  label: { zh: '在校生与专任教师之比', en: 'Full-time students per full-time teacher' },
  unit: { zh: ':1', en: ':1' },
  source: '常见的另一种生师比口径：不折合学生，不计外聘教师',
  definition: {
    zh: '全日制在校生数 ÷ 专任教师总数。',
    en: 'Full-time students ÷ full-time teachers, without weights and without part-time teachers.',
  },
  rivals: ['q3.student-teacher-ratio'],
  ...ratio(valueOf('q6.students'), valueOf('q6.full-time-teachers')),
})
