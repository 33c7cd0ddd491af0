import { date, defineRegister, integer, longText, text, unit } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

const people = { zh: '人', en: 'people' }

export const academicLectures = defineRegister({
  name: 'academic-lectures',
  label: { zh: '学术讲座', en: 'Academic lectures' },
  area: 'research',
  owner: 'research',
  title: 'topic',
  unit: 'unit',
  fields: {
    number: text({ zh: '讲座编号', en: 'Number' }, { required: true, maxLength: 32 }),
    topic: text({ zh: '讲座主题', en: 'Topic' }, { required: true, maxLength: 200 }),
    day: date({ zh: '讲座日期', en: 'Day' }, { required: true, indexed: true }),
    speaker: text({ zh: '主讲人', en: 'Speaker' }, { maxLength: 36 }),
    unit: unit({ zh: '主办单位', en: 'Organiser' }, { required: true, indexed: true }),
    students: integer({ zh: '参与学生数', en: 'Students' }, { required: true, min: 0, max: 99_999, unit: people }),
    teachers: integer({ zh: '参与教师数', en: 'Teachers' }, { required: true, min: 0, max: 99_999, unit: people }),
    content: longText({ zh: '内容简介', en: 'Content' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number']],
  access: openToMembers,
  order: '-day',
  statistics: [
    { count: 'all', by: 'unit' },
    { sum: 'students', by: 'unit' },
  ],
})
