import { count, defineIndicator } from '../../../src/language/index.ts'
import { students } from '../../registers/students/students.ts'
import { onTheRoll, persons } from './of-the-year.ts'

export const studentsOnTheRoll = defineIndicator({
  code: 'q6.students',
  label: { zh: '全日制在校生人数', en: 'Full-time students' },
  unit: persons,
  period: 'at-date',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表6 第1行；教发〔2004〕2号',
  version: 1,
  definition: {
    zh: '8月31日在籍的全日制学生：已入学且未离校，含休学和保留学籍的学生；留学生另行登记，不计入。',
    en: 'Full-time students on the roll on 31 August: entered and not left, with those suspended or in service; foreign students are registered apart and do not count.',
  },
  owner: 'academic-affairs',
  synonyms: ['在校生数', '全日制在校生', '在校生规模'],
  rivals: ['q0.students-equivalent'],
  value: count(students, onTheRoll),
})
