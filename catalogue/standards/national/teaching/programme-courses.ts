import { defineStandardTable } from '../../../../src/language/standard.ts'
import { examinationForms } from '../../../codes/national/examination-forms.ts'
import { semesters } from '../../../codes/national/semesters.ts'
import { teachingWays } from '../../../codes/national/teaching-ways.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { programmeCourses } from '../../../registers/teaching/programme-courses.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const programmeCoursesTable = defineStandardTable(national, programmeCourses, {
  name: 'ODS_PYFAKCSJ',
  number: 30,
  code: 'ZYGJX0902',
  label: { zh: '培养方案课程设置', en: 'Courses of programmes' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JHKCH', 'KKXND', 'KKXQM']],
  columns: [
    key,
    college(),
    ['ZYGJX010101', 'KCH', '课程号', 'C50', 'M', 'course.code'],
    ['ZYGJX050101', 'JHKCH', '计划课程号', 'C50', 'M', 'number'],
    ['ZYGJX050106', 'KKXND', '开课学年度', 'C9', 'M', 'term.schoolYear'],
    ['ZYGJX050107', 'KKXQM', '开课学期码', 'C1', 'M', 'term.season', semesters],
    ['JCXS020304', 'KSXSM', '考试形式码', 'C2', 'O', 'examination', examinationForms],
    ['ZYGJX090201', 'SFZYHXKC', '是否专业核心课程', 'C1', 'M', 'core', yesOrNo],
    ['ZYGJX090202', 'KTJXSJZYSKFSM', '课堂教学设计主要授课方式码', 'C2', 'O', 'teaching', teachingWays],
    ['ZYGJX090203', 'ZJJSGH', '主讲教师工号', 'C20', 'M', 'leader.number'],
    collectedAt(),
  ],
})
