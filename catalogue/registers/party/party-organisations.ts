import { choice, choices, defineRegister, integer, reference, text, unit } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { partyLeaderPosts } from '../../codes/national/party-leader-posts.ts'
import { partyOrganisationKinds } from '../../codes/national/party-organisation-kinds.ts'
import { partyOrganisationStates } from '../../codes/national/party-organisation-states.ts'

/** The committee of the college, the general branches below it and their branches. */
export const partyOrganisations = defineRegister({
  name: 'party-organisations',
  label: { zh: '党组织', en: 'Party organisations' },
  area: 'party',
  owner: 'party-building',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '党组织编号', en: 'Number' }, { required: true, maxLength: 60 }),
    name: text({ zh: '党组织名称', en: 'Name' }, { required: true, maxLength: 150 }),
    kind: choice({ zh: '党组织类型', en: 'Kind' }, partyOrganisationKinds, { required: true, indexed: true }),
    parent: reference({ zh: '隶属上级党组织', en: 'Under' }, 'party-organisations'),
    unit: unit({ zh: '所在单位', en: 'Unit' }),
    leader: reference({ zh: '党内领导', en: 'Leader' }, 'staff', { required: true }),
    leaderPosts: choices({ zh: '党内领导职务', en: 'Posts of the leader' }, partyLeaderPosts),
    members: integer({ zh: '党员人数', en: 'Members' }, { min: 0, unit: { zh: '人', en: 'members' } }),
    standing: choice({ zh: '党组织状态', en: 'Standing' }, partyOrganisationStates, {
      required: true,
      default: 'active',
      indexed: true,
    }),
  },
  unique: [['number']],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'kind' },
    { sum: 'members', by: 'kind' },
  ],
  check: (organisation) =>
    organisation.kind !== 'committee' && organisation.parent === null && organisation.standing === 'active'
      ? [
          {
            field: 'parent',
            message: { zh: '党总支、党支部须填写上级党组织', en: 'A branch needs the organisation above it' },
          },
        ]
      : [],
})
