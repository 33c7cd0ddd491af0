import { choice, date, defineRegister, integer, reference, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { absenceKinds } from '../../codes/national/absence-kinds.ts'
import { attendanceCheckKinds } from '../../codes/national/attendance-check-kinds.ts'
import { ofStudent } from './whose-record.ts'

/** Lessons and days that students missed. */
export const absences = defineRegister({
  name: 'absences',
  label: { zh: '学生缺勤', en: 'Absences' },
  area: 'students',
  owner: 'student-affairs',
  title: 'day',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    term: reference({ zh: '学期', en: 'Term' }, 'terms', { required: true, indexed: true }),
    day: date({ zh: '缺勤日期', en: 'Day' }, { required: true, indexed: true }),
    lesson: integer(
      { zh: '节次', en: 'Lesson of the day' },
      { required: true, min: 0, max: 16, default: 0, help: { zh: '0 表示全天', en: '0 for the whole day' } },
    ),
    kind: choice({ zh: '缺勤类型', en: 'Kind' }, absenceKinds, { required: true, indexed: true }),
    noticedBy: choice({ zh: '考勤类型', en: 'How attendance was taken' }, attendanceCheckKinds, { required: true }),
    reason: text(
      { zh: '缺勤原因', en: 'Reason' },
      {
        maxLength: 150,
        secondary: true,
        readableBy: ['system-administrator', 'unit-head', 'unit-filler', 'reviewer', 'student'],
      },
    ),
    confirmedOn: date({ zh: '审批日期', en: 'Confirmed on' }, { required: true, secondary: true }),
    confirmedBy: reference({ zh: '审批人', en: 'Confirmed by' }, 'staff', { required: true, secondary: true }),
  },
  unique: [['student', 'day', 'lesson']],
  access: aboutPersons,
  order: '-day',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'term' },
    { count: 'all', by: 'unit' },
  ],
})
