import { choice, defineRegister, reference, text, unit, yesNo } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { examinationForms } from '../../codes/national/examination-forms.ts'
import { teachingWays } from '../../codes/national/teaching-ways.ts'

/** A course in a training programme, in the term in which it is taught: what lessons and results belong to. */
export const programmeCourses = defineRegister({
  name: 'programme-courses',
  label: { zh: '计划课程', en: 'Courses of programmes' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'number',
  unit: 'unit',
  fields: {
    number: text({ zh: '计划课程号', en: 'Number' }, { required: true, maxLength: 50 }),
    programme: reference({ zh: '培养方案', en: 'Programme' }, 'training-programmes', { required: true, indexed: true }),
    course: reference({ zh: '课程', en: 'Course' }, 'courses', { required: true, indexed: true }),
    term: reference({ zh: '开课学期', en: 'Term' }, 'terms', { required: true, indexed: true }),
    unit: unit({ zh: '开课单位', en: 'Unit' }, { required: true, indexed: true }),
    leader: reference({ zh: '主讲教师', en: 'Leading teacher' }, 'staff', { required: true, indexed: true }),
    examination: choice({ zh: '考试形式', en: 'Examination' }, examinationForms),
    core: yesNo({ zh: '专业核心课程', en: 'Core of the major' }, { required: true, default: false }),
    teaching: choice({ zh: '主要授课方式', en: 'Mainly taught by' }, teachingWays),
  },
  unique: [['number'], ['programme', 'course', 'term']],
  importKey: ['number'],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'term' },
    { count: 'all', by: 'unit' },
  ],
})
