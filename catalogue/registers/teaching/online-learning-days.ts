import { choice, date, defineRegister, integer, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { onlineCourseSources } from '../../codes/national/online-course-sources.ts'

const count = { required: true, min: 0, max: 99_999_999 } as const

/** How much students learned in a course online: a row for each course, platform and day. */
export const onlineLearningDays = defineRegister({
  name: 'online-learning-days',
  label: { zh: '网络课程学习记录', en: 'Days of online learning' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'day',
  eventsAt: 'day',
  fields: {
    day: date({ zh: '学生学习日期', en: 'Day' }, { required: true }),
    course: reference({ zh: '网络课程', en: 'Course' }, 'courses', { required: true, indexed: true }),
    source: choice({ zh: '网络课程来源', en: 'Source' }, onlineCourseSources, { required: true }),
    platform: text({ zh: '网络课程所属平台名称', en: 'Platform' }, { required: true, maxLength: 60 }),
    teacher: reference({ zh: '主讲教师', en: 'Teacher' }, 'staff', {
      help: { zh: '校内教师主讲时必填', en: 'Required when a teacher of the college teaches it' },
    }),
    hours: integer({ zh: '学生学习时长', en: 'Hours' }, { ...count, unit: { zh: '小时', en: 'hours' } }),
    visits: integer({ zh: '学生学习人次', en: 'Visits' }, { ...count, unit: { zh: '人次', en: 'visits' } }),
    assignments: integer({ zh: '学生提交作业数', en: 'Assignments handed in' }, count),
    discussions: integer({ zh: '答疑讨论数', en: 'Discussions' }, count),
    enteredOn: date({ zh: '录入日期', en: 'Entered on' }, { required: true }),
  },
  unique: [['course', 'platform', 'day']],
  access: openToMembers,
  order: '-day',
  statistics: [
    { sum: 'visits', by: 'source' },
    { sum: 'hours', by: 'platform' },
  ],
  check: (day) =>
    day.enteredOn < day.day
      ? [{ field: 'enteredOn', message: { zh: '录入日期早于学习日期', en: 'Entered before the day itself' } }]
      : [],
})
