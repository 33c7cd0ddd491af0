import {
  choice,
  date,
  defineCodes,
  defineRegister,
  integer,
  reference,
  text,
  time,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { inOrder } from '../../checks.ts'

const weekdays = defineCodes({
  name: 'weekdays',
  label: { zh: '星期几', en: 'Day of the week' },
  values: {
    monday: { zh: '星期一', en: 'Monday' },
    tuesday: { zh: '星期二', en: 'Tuesday' },
    wednesday: { zh: '星期三', en: 'Wednesday' },
    thursday: { zh: '星期四', en: 'Thursday' },
    friday: { zh: '星期五', en: 'Friday' },
    saturday: { zh: '星期六', en: 'Saturday' },
    sunday: { zh: '星期日', en: 'Sunday' },
  },
})
const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

const weekdayOf = (day: string | null) => (day === null ? null : (WEEK[new Date(day).getUTCDay()] ?? null))

/** "3-4" is from the third to the fourth section of the day, "5" the fifth alone. */
function sectionsOf(written: string | null) {
  const [first, last] = (written ?? '').split('-').map(Number)
  return first ? { firstSection: first, lastSection: last ?? first } : { firstSection: null, lastSection: null }
}

/**
 * A lesson is one meeting of a class for a course: on one day, in one room, with one teacher. Attendance, interaction
 * and inspection refer to it. Lessons of one `teachingClass` are one course taught to the same students through a term.
 */
export const lessons = defineRegister({
  name: 'lessons',
  label: { zh: '排课', en: 'Lessons' },
  area: 'teaching',
  owner: 'academic-affairs',
  help: {
    zh: '一条是一次课。合班上课的，每个班级一条，教学班号相同。停课的标记停课，不删除。',
    en: 'One record is one meeting. Classes taught together have a record each, with the same teaching class. What is cancelled is marked, not deleted.',
  },
  title: 'number',
  unit: 'unit',
  fields: {
    number: text(
      { zh: '排课号', en: 'Number' },
      {
        required: true,
        maxLength: 80,
        help: {
          zh: '每次课一个号；教务系统只给教学任务编号的，写成 任务号-日期-节次-班级',
          en: 'One for each meeting; where the timetable numbers only teaching tasks: task-date-sections-class',
        },
      },
    ),
    teachingClass: text({ zh: '教学班号', en: 'Teaching class' }, { maxLength: 80, indexed: true }),
    term: reference({ zh: '开课学期', en: 'Term' }, 'terms', { required: true }),
    plannedCourse: reference({ zh: '计划课程', en: 'Course of the programme' }, 'programme-courses', {
      required: true,
    }),
    course: reference({ zh: '课程', en: 'Course' }, 'courses', { required: true }),
    unit: unit({ zh: '开课单位', en: 'Taught by unit' }),
    major: reference({ zh: '专业', en: 'Major' }, 'majors', { required: true }),
    grade: integer({ zh: '年级', en: 'Year of entry' }, { required: true, min: 1950, max: 2100 }),
    className: text({ zh: '班级名称', en: 'Class' }, { required: true, maxLength: 60, indexed: true }),
    size: integer(
      { zh: '教学班人数', en: 'Students' },
      { required: true, min: 0, max: 99999, unit: { zh: '人', en: 'students' } },
    ),
    teacher: reference({ zh: '教师', en: 'Teacher' }, 'staff', { required: true }),
    heldOn: date({ zh: '上课日期', en: 'Day' }, { required: true, indexed: true }),
    week: integer({ zh: '周次', en: 'Week' }, { required: true, min: 0, max: 60 }),
    weekday: choice({ zh: '星期几', en: 'Day of the week' }, weekdays, { derived: true }),
    sections: text(
      { zh: '上课节次', en: 'Sections' },
      {
        required: true,
        maxLength: 5,
        pattern: '[1-9][0-9]?(-[1-9][0-9]?)?',
        help: { zh: '连续的节次，如 1-2', en: 'Sections that follow one another, such as 1-2' },
      },
    ),
    firstSection: integer({ zh: '首节', en: 'First section' }, { derived: true, secondary: true }),
    lastSection: integer({ zh: '末节', en: 'Last section' }, { derived: true, secondary: true }),
    startsAt: time({ zh: '上课时间', en: 'Starts at' }, { required: true }),
    endsAt: time({ zh: '下课时间', en: 'Ends at' }, { secondary: true }),
    room: reference({ zh: '教室', en: 'Room' }, 'classrooms', { required: true }),
    place: text(
      { zh: '上课地点', en: 'Place' },
      {
        maxLength: 180,
        secondary: true,
        help: { zh: '为空时即教室名称', en: 'When empty: the name of the room' },
      },
    ),
    textbook: reference({ zh: '选用教材', en: 'Textbook' }, 'textbooks', { secondary: true }),
    cancelled: yesNo({ zh: '停课', en: 'Cancelled' }, { required: true, default: false }),
  },
  unique: [['number']],
  access: openToMembers,
  order: '-heldOn',
  statistics: [
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'weekday' },
  ],
  derive: (lesson) => ({ weekday: weekdayOf(lesson.heldOn), ...sectionsOf(lesson.sections) }),
  check: (lesson) => [
    ...inOrder(lesson.startsAt, lesson.endsAt, 'endsAt'),
    ...(lesson.firstSection !== null && lesson.lastSection !== null && lesson.firstSection > lesson.lastSection
      ? [{ field: 'sections', message: { zh: '末节早于首节', en: 'The last section comes before the first' } }]
      : []),
  ],
})
