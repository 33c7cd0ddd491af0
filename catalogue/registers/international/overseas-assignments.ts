import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, files, integer, person, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { countries } from '../../codes/countries.ts'
import { sentAs } from '../../codes/sent-as.ts'
import { reviewed } from '../../lifecycles.ts'

const DAY = 86_400_000

/** Staff sent abroad: to guide, to train others, to study. */
export const overseasAssignments = defineRegister({
  name: 'overseas-assignments',
  label: { zh: '教师赴国（境）外派出', en: 'Assignments abroad' },
  area: 'international',
  title: 'task',
  unit: 'unit',
  person: 'person',
  owner: 'international',
  fields: {
    task: text({ zh: '任务', en: 'Task' }, { required: true, maxLength: 200 }),
    person: person({ zh: '派出人员', en: 'Person' }, { required: true, indexed: true }),
    sentAs: choice({ zh: '时任身份', en: 'Sent as' }, sentAs, { required: true, indexed: true }),
    unit: unit({ zh: '所在部门', en: 'Unit' }, { required: true, indexed: true }),
    country: choice({ zh: '前往国家', en: 'Country' }, countries, { required: true, indexed: true }),
    host: text({ zh: '接待单位', en: 'Host' }, { maxLength: 200 }),
    purpose: choice(
      { zh: '派出目的', en: 'Purpose' },
      {
        guidance: { zh: '指导', en: 'Guidance' },
        training: { zh: '开展培训', en: 'Training others' },
        study: { zh: '进修', en: 'Study' },
        conference: { zh: '参加会议', en: 'Conference' },
        visit: { zh: '访问考察', en: 'Visit' },
      },
      { required: true, indexed: true },
    ),
    startOn: date({ zh: '开始日期', en: 'From' }, { required: true }),
    endOn: date({ zh: '结束日期', en: 'To' }, { required: true, indexed: true }),
    days: integer(
      { zh: '工作人日', en: 'Person-days' },
      {
        required: true,
        min: 1,
        unit: { zh: '人日', en: 'person-days' },
        help: { zh: '不含路途', en: 'Without travel' },
      },
    ),
    approvalNumber: text({ zh: '批件号', en: 'Approval number' }, { maxLength: 60, secondary: true }),
    report: files({ zh: '总结报告', en: 'Report' }, { maxFiles: 5, secondary: true }),
  },
  unique: [['person', 'startOn', 'task']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  check: (assignment) => {
    if (assignment.startOn > assignment.endOn)
      return [{ field: 'endOn', message: { zh: '结束日期早于开始日期', en: 'The assignment ends before it starts' } }]
    const span = (Date.parse(assignment.endOn) - Date.parse(assignment.startOn)) / DAY + 1
    return assignment.days > span
      ? [{ field: 'days', message: { zh: '工作人日多于起止天数', en: 'There are more person-days than days' } }]
      : []
  },
  statistics: [
    { sum: 'days', by: 'country' },
    { sum: 'days', by: 'purpose' },
  ],
  order: '-startOn',
})
