import { date, defineRegister, person, reference, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { studentOrStaff } from '../../checks.ts'

/** Party members whose membership moved with them when they left the college. */
export const partyTransfers = defineRegister({
  name: 'party-transfers',
  label: { zh: '党员组织关系转移', en: 'Transfers of party membership' },
  area: 'party',
  owner: 'party-building',
  title: 'number',
  person: 'person',
  fields: {
    number: text(
      { zh: '人员编号', en: 'Number' },
      { required: true, maxLength: 20, help: { zh: '学号或工号', en: 'Student number or staff number' } },
    ),
    student: reference({ zh: '学生', en: 'Student' }, 'students'),
    staff: reference({ zh: '教职工', en: 'Member of staff' }, 'staff'),
    person: person(
      { zh: '人员', en: 'Person' },
      {
        secondary: true,
        help: { zh: '填写后，本人可以查看这条记录。', en: 'When it is filled, the person may see this record.' },
      },
    ),
    leftOn: date({ zh: '离校日期', en: 'Left on' }, { required: true, indexed: true }),
    destination: text(
      { zh: '组织关系去向', en: 'Moved to' },
      { maxLength: 150, help: { zh: '转往的党组织名称或地点', en: 'The party organisation or place' } },
    ),
  },
  unique: [['number', 'leftOn']],
  access: aboutPersons,
  order: '-leftOn',
  check: studentOrStaff,
})
