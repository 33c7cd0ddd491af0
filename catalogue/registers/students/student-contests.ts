import { choice, date, defineRegister, integer, text, unit } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { studentCompetitionKinds } from '../../codes/national/student-competition-kinds.ts'

const people = { zh: '人', en: 'people' }

/** Contests of students within the college. What was won outside stands in awards. */
export const studentContests = defineRegister({
  name: 'student-contests',
  label: { zh: '校内学生赛事', en: 'Contests within the college' },
  area: 'students',
  owner: 'student-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '赛事活动编号', en: 'Number' }, { required: true, maxLength: 32 }),
    name: text({ zh: '赛事活动名称', en: 'Name' }, { required: true, maxLength: 200 }),
    kind: choice({ zh: '赛事活动类型', en: 'Kind' }, studentCompetitionKinds, { required: true, indexed: true }),
    unit: unit({ zh: '主办单位', en: 'Organiser' }, { required: true, indexed: true }),
    startsOn: date({ zh: '开始日期', en: 'Starts on' }, { required: true, indexed: true }),
    endsOn: date({ zh: '结束日期', en: 'Ends on' }, { required: true }),
    teachers: integer({ zh: '参与教师数', en: 'Teachers' }, { required: true, min: 0, max: 99_999, unit: people }),
    students: integer({ zh: '参与学生数', en: 'Students' }, { required: true, min: 0, max: 99_999, unit: people }),
  },
  unique: [['number']],
  access: openToMembers,
  order: '-startsOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { sum: 'students', by: 'kind' },
    { count: 'all', by: 'unit' },
  ],
  check: (contest) =>
    contest.endsOn < contest.startsOn
      ? [{ field: 'endsOn', message: { zh: '结束日期早于开始日期', en: 'It ends before it begins' } }]
      : [],
})
