import {
  choice,
  date,
  defineRegister,
  integer,
  reference,
  text,
  yesNo,
  type Problem,
} from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { leaveKinds } from '../../codes/national/leave-kinds.ts'
import { submissionWays } from '../../codes/national/submission-ways.ts'
import { ofStudent } from './whose-record.ts'

const DAY = 86_400_000

/** Leave that students asked for, and whether they reported back. */
export const leaveRequests = defineRegister({
  name: 'leave-requests',
  label: { zh: '学生请假', en: 'Leave of students' },
  area: 'students',
  owner: 'student-affairs',
  title: 'from',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    term: reference({ zh: '学期', en: 'Term' }, 'terms', { required: true, indexed: true }),
    kind: choice({ zh: '请假类型', en: 'Kind' }, leaveKinds, { required: true, indexed: true }),
    from: date({ zh: '开始日期', en: 'From' }, { required: true, indexed: true }),
    until: date({ zh: '结束日期', en: 'Until' }, { required: true }),
    days: integer({ zh: '请假天数', en: 'Days' }, { derived: true, unit: { zh: '天', en: 'days' } }),
    submitted: choice({ zh: '提交类型', en: 'Submitted' }, submissionWays, { required: true, default: 'online' }),
    reason: text(
      { zh: '请假原因', en: 'Reason' },
      {
        required: true,
        maxLength: 150,
        secondary: true,
        readableBy: ['system-administrator', 'unit-head', 'unit-filler', 'reviewer', 'student'],
      },
    ),
    leavesCampus: yesNo({ zh: '是否出校', en: 'Leaves the campus' }, { required: true, default: false }),
    decidedOn: date({ zh: '审批日期', en: 'Decided on' }, { secondary: true }),
    decidedBy: reference({ zh: '审批人', en: 'Decided by' }, 'staff', { secondary: true }),
    reportedBack: yesNo({ zh: '是否销假', en: 'Reported back' }, { required: true, default: false }),
    reportedBackOn: date({ zh: '销假日期', en: 'Reported back on' }, { secondary: true }),
  },
  unique: [['student', 'from', 'kind']],
  access: aboutPersons,
  order: '-from',
  statistics: [
    { count: 'all', by: 'kind' },
    { sum: 'days', by: 'kind' },
    { count: 'all', by: 'unit' },
  ],
  derive: ({ from, until }) => ({ days: Math.round((Date.parse(until) - Date.parse(from)) / DAY) + 1 }),
  check: (leave) => {
    const problems: Problem[] = []
    if (leave.until < leave.from)
      problems.push({ field: 'until', message: { zh: '结束日期早于开始日期', en: 'It ends before it begins' } })
    if ((leave.decidedOn === null) !== (leave.decidedBy === null))
      problems.push({
        field: 'decidedBy',
        message: { zh: '审批日期和审批人须同时填写', en: 'Give both who decided and when, or neither' },
      })
    if (leave.reportedBack !== (leave.reportedBackOn !== null))
      problems.push({
        field: 'reportedBackOn',
        message: { zh: '已销假的填销假日期，未销假的不填', en: 'Who reported back has a day, who did not has none' },
      })
    if (leave.reportedBackOn && leave.reportedBackOn < leave.from)
      problems.push({
        field: 'reportedBackOn',
        message: { zh: '销假早于请假开始', en: 'Reported back before the leave began' },
      })
    return problems
  },
})
