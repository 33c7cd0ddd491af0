import { choice, date, defineRegister, person, reference, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { inOrder, studentOrStaff } from '../../checks.ts'
import { newPartyMemberKinds } from '../../codes/national/new-party-member-kinds.ts'
import { partyMembershipStages } from '../../codes/national/party-membership-stages.ts'

/** The way of a person into the Party: activist, probationary member, full member. */
export const partyMemberDevelopments = defineRegister({
  name: 'party-member-developments',
  label: { zh: '党员发展', en: 'New party members' },
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
    kind: choice({ zh: '新党员类型', en: 'Kind' }, newPartyMemberKinds, { required: true, indexed: true }),
    organisation: reference({ zh: '党组织', en: 'Organisation' }, 'party-organisations', { required: true }),
    stage: choice({ zh: '党员发展状态', en: 'Stage' }, partyMembershipStages, { required: true, indexed: true }),
    activistOn: date({ zh: '成为积极分子日期', en: 'Activist since' }, { required: true }),
    probationaryOn: date({ zh: '成为预备党员日期', en: 'Probationary member since' }, { indexed: true }),
    fullOn: date({ zh: '成为正式党员日期', en: 'Full member since' }, { indexed: true }),
  },
  unique: [['number']],
  access: aboutPersons,
  order: '-activistOn',
  statistics: [
    { count: 'all', by: 'stage' },
    { count: 'all', by: 'kind' },
  ],
  check: (member) => [
    ...studentOrStaff(member),
    ...inOrder(member.activistOn, member.probationaryOn, 'probationaryOn', {
      zh: '成为预备党员早于成为积极分子',
      en: 'A probationary member before being an activist',
    }),
    ...inOrder(member.probationaryOn, member.fullOn, 'fullOn', {
      zh: '成为正式党员早于成为预备党员',
      en: 'A full member before being a probationary one',
    }),
    ...(member.stage !== 'activist' && member.probationaryOn === null
      ? [{ field: 'probationaryOn', message: { zh: '请填写成为预备党员日期', en: 'Say since when on probation' } }]
      : []),
    ...(member.stage === 'full-member' && member.fullOn === null
      ? [{ field: 'fullOn', message: { zh: '请填写成为正式党员日期', en: 'Say since when a full member' } }]
      : []),
  ],
})
