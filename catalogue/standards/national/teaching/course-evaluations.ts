import { defineStandardTable } from '../../../../src/language/standard.ts'
import { semesters } from '../../../codes/national/semesters.ts'
import { courseEvaluations } from '../../../registers/teaching/course-evaluations.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const courseEvaluationsTable = defineStandardTable(national, courseEvaluations, {
  name: 'ODS_JXZLYPJSJ',
  number: 25,
  code: 'ZYGJX0701',
  label: { zh: '教学质量与评价', en: 'Evaluation of courses' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XN', 'XQM', 'JHKCH', 'GH']],
  columns: [
    key,
    college(),
    ['JCTB010205', 'XN', '学年（度）', 'C9', 'M', 'term.schoolYear'],
    ['JCTB010206', 'XQM', '学期码', 'C1', 'M', 'term.season', semesters],
    ['ZYGJX050101', 'JHKCH', '计划课程号', 'C50', 'M', 'plannedCourse.number'],
    ['ZYGJX010101', 'KCH', '课程号', 'C50', 'O', 'course.code'],
    ['JCTB010404', 'KCMC', '课程名称', 'C60', 'M', 'course.name'],
    ['JCJG010101', 'GH', '工号', 'C20', 'M', 'teacher.number'],
    ['ZYGJX070101', 'KCZLPJ', '课程质量评价', 'N20,1', 'M', 'score'],
    ['ZYGJX070102', 'CPXSS', '参评学生数', 'N5', 'M', 'students'],
    ['ZYGJX070103', 'PJWCRQ', '评价完成日期', 'C8', 'M', 'completedOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
