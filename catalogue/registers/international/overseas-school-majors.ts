import { defineRegister } from '../../../src/language/register.ts'
import { integer, period, reference, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** Majors taught at a school abroad and their students, once a year. */
export const overseasSchoolMajors = defineRegister({
  name: 'overseas-school-majors',
  label: { zh: '国（境）外办学专业与学生', en: 'Majors and students of schools abroad' },
  area: 'international',
  title: 'majorName',
  unit: 'unit',
  owner: 'international',
  fields: {
    edition: period({ zh: '统计期间', en: 'Period' }, { required: true, indexed: true }),
    school: reference({ zh: '办学机构', en: 'School' }, 'overseas-schools', { required: true, indexed: true }),
    majorName: text({ zh: '对外专业名称', en: 'Name of the major there' }, { required: true, maxLength: 100 }),
    major: reference({ zh: '对应校内专业', en: 'Major at home' }, 'majors', { required: true }),
    unit: unit({ zh: '承办学院', en: 'Faculty' }, { required: true }),
    students: integer({ zh: '在校生数', en: 'Students' }, { required: true, min: 0 }),
    newStudents: integer({ zh: '当年招生数', en: 'New students' }, { min: 0 }),
    teachersSent: integer({ zh: '派出教师数', en: 'Teachers sent' }, { min: 0 }),
  },
  unique: [['edition', 'school', 'major']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  check: (row) =>
    row.newStudents !== null && row.newStudents > row.students
      ? [
          {
            field: 'newStudents',
            message: { zh: '当年招生数多于在校生数', en: 'There are more new students than students' },
          },
        ]
      : [],
  order: '-edition',
})
