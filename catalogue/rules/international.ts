import { defineRule } from '../../src/language/indicator.ts'

export const majorStandardsAmongStandards = defineRule({
  name: 'international.major-standards-among-standards',
  label: { zh: '专业标准数不大于被国外采用的标准数', en: 'Standards of majors are among the standards adopted' },
  severity: 'error',
  rule: { part: 'q5.adopted-major-standards', whole: 'q5.adopted-standards' },
})

export const courseStandardsAmongStandards = defineRule({
  name: 'international.course-standards-among-standards',
  label: { zh: '课程标准数不大于被国外采用的标准数', en: 'Course standards are among the standards adopted' },
  severity: 'error',
  rule: { part: 'q5.adopted-course-standards', whole: 'q5.adopted-standards' },
})

export const foreignStudentMajorsAmongStudents = defineRule({
  name: 'international.majors-among-foreign-students',
  label: {
    zh: '接收留学生的专业数不大于留学生人数',
    en: 'There are no more majors with foreign students than foreign students',
  },
  severity: 'error',
  rule: { part: 'q5.foreign-student-majors', whole: 'q5.foreign-students' },
})

export const schoolAbroadHasMajor = defineRule({
  name: 'international.school-abroad-has-major',
  label: { zh: '每所国（境）外学校至少开设一个专业', en: 'Each school abroad teaches at least one major' },
  severity: 'warning',
  rule: { part: 'q5.overseas-schools', whole: 'q5.overseas-school-majors' },
})

export const jointMajorsAmongStudents = defineRule({
  name: 'international.joint-majors-among-students',
  label: { zh: '中外合作办学专业数不大于其在校生数', en: 'Joint programmes have students' },
  severity: 'error',
  rule: { part: 'q5.joint-programme-majors', whole: 'q5.joint-programme-students' },
})
