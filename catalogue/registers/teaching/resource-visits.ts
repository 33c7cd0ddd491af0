import { dateTime, defineRegister, reference, text } from '../../../src/language/index.ts'
import { confidential } from '../../access.ts'
import { inOrder, studentOrStaff } from '../../checks.ts'

/** Who used which digital teaching resource, from when to when. */
export const resourceVisits = defineRegister({
  name: 'resource-visits',
  label: { zh: '教学资源访问', en: 'Visits of teaching resources' },
  area: 'teaching',
  owner: 'academic-affairs',
  title: 'visitor',
  eventsAt: 'startedAt',
  fields: {
    startedAt: dateTime({ zh: '开始时间', en: 'From' }, { required: true }),
    endedAt: dateTime({ zh: '结束时间', en: 'To' }, { required: true }),
    resource: reference({ zh: '教学资源', en: 'Resource' }, 'digital-resources', { required: true, indexed: true }),
    visitor: text(
      { zh: '访问人员编号', en: 'Visitor' },
      { required: true, maxLength: 100, help: { zh: '学号或工号', en: 'Student number or staff number' } },
    ),
    student: reference({ zh: '学生', en: 'Student' }, 'students', { indexed: true }),
    staff: reference({ zh: '教职工', en: 'Member of staff' }, 'staff'),
  },
  unique: [['visitor', 'resource', 'startedAt']],
  access: confidential,
  order: '-startedAt',
  statistics: [{ count: 'all', by: 'resource' }],
  check: (visit) => [...studentOrStaff(visit), ...inOrder(visit.startedAt, visit.endedAt, 'endedAt')],
})
