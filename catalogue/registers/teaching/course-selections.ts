import { choice, dateTime, defineRegister, reference, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { courseNatures } from '../../codes/national/course-natures.ts'
import { ofStudent } from '../students/whose-record.ts'

/** Who takes which course in which term: chosen, or laid down by the programme. */
export const courseSelections = defineRegister({
  name: 'course-selections',
  label: { zh: '学生选课', en: 'Course selections' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'selectedAt',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    term: reference({ zh: '开课学期', en: 'Term' }, 'terms', { required: true }),
    plannedCourse: reference({ zh: '计划课程', en: 'Course of the programme' }, 'programme-courses', {
      required: true,
    }),
    course: reference({ zh: '课程', en: 'Course' }, 'courses', { required: true }),
    teachingClass: text({ zh: '教学班号', en: 'Teaching class' }, { maxLength: 80, indexed: true }),
    nature: choice({ zh: '选课性质', en: 'Nature' }, courseNatures, { required: true, indexed: true }),
    selectedAt: dateTime({ zh: '选课时间', en: 'Selected at' }, { required: true }),
  },
  unique: [['student', 'plannedCourse']],
  access: aboutPersons,
  order: '-selectedAt',
  statistics: [
    { count: 'all', by: 'nature' },
    { count: 'all', by: 'unit' },
  ],
})
