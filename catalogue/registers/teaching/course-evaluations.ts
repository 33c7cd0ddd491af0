import { date, decimal, defineRegister, integer, reference, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'

/** What students thought of a teacher's course at the end of a term: the mean of all who took part. */
export const courseEvaluations = defineRegister({
  name: 'course-evaluations',
  label: { zh: '教学质量评价', en: 'Course evaluations' },
  area: 'teaching',
  owner: 'quality',
  title: 'completedOn',
  unit: 'unit',
  fields: {
    term: reference({ zh: '学期', en: 'Term' }, 'terms', { required: true }),
    plannedCourse: reference({ zh: '计划课程', en: 'Course of the programme' }, 'programme-courses', {
      required: true,
    }),
    course: reference({ zh: '课程', en: 'Course' }, 'courses', { required: true }),
    unit: unit({ zh: '开课单位', en: 'Taught by unit' }),
    teacher: reference({ zh: '主讲教师', en: 'Teacher' }, 'staff', { required: true }),
    score: decimal({ zh: '课程质量评价', en: 'Score' }, { decimals: 1, required: true, min: '0', max: '100' }),
    students: integer(
      { zh: '参评学生数', en: 'Students who took part' },
      { required: true, min: 0, max: 99999, unit: { zh: '人', en: 'students' } },
    ),
    completedOn: date({ zh: '评价完成日期', en: 'Completed on' }, { required: true, indexed: true }),
  },
  unique: [['plannedCourse', 'teacher']],
  access: byUnit,
  order: '-completedOn',
  statistics: [
    { count: 'all', by: 'unit' },
    { sum: 'students', by: 'unit' },
  ],
})
