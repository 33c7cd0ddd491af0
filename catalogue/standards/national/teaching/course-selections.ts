import { defineStandardTable } from '../../../../src/language/standard.ts'
import { courseNatures } from '../../../codes/national/course-natures.ts'
import { semesters } from '../../../codes/national/semesters.ts'
import { courseSelections } from '../../../registers/teaching/course-selections.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const courseSelectionsTable = defineStandardTable(national, courseSelections, {
  name: 'ODS_XSXKSJ',
  number: 20,
  code: 'ZYGJX0502',
  label: { zh: '学生选课', en: 'Course selections' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'KKXND', 'KKXQM', 'KCH']],
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX050101', 'JHKCH', '计划课程号', 'C50', 'M', 'plannedCourse.number'],
    // Printed with a code of the base standard; the number is that of the course table all the same.
    ['GZJX020101', 'KCH', '课程号', 'C50', 'M', 'course.code'],
    ['JCTB010404', 'KCMC', '课程名称', 'C60', 'M', 'course.name'],
    ['ZYGJX050106', 'KKXND', '开课学年度', 'C9', 'M', 'term.schoolYear'],
    ['ZYGJX050107', 'KKXQM', '开课学期码', 'C1', 'M', 'term.season', semesters],
    ['ZYGJX050201', 'XKSJ', '选课时间', 'C15', 'M', 'selectedAt', 'GB/T 7408'],
    ['ZYGJX050202', 'XKXZM', '选课性质码', 'C2', 'M', 'nature', courseNatures],
    collectedAt(),
  ],
})
