import { defineStandardTable } from '../../../../src/language/standard.ts'
import { newPartyMemberKinds } from '../../../codes/national/new-party-member-kinds.ts'
import { partyMembershipStages } from '../../../codes/national/party-membership-stages.ts'
import { partyOrganisationKinds } from '../../../codes/national/party-organisation-kinds.ts'
import { partyMemberDevelopments } from '../../../registers/party/party-member-developments.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const partyMemberDevelopmentsTable = defineStandardTable(national, partyMemberDevelopments, {
  name: 'ODS_DYFZSJ',
  number: 65,
  code: 'ZYGDZ0102',
  label: { zh: '党员发展', en: 'New party members' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All of them' },
  unique: [['RYBH']],
  order: [
    ['CWJJFZRQ', 'CWYBDYRQ'],
    ['CWYBDYRQ', 'CWZSDYRQ'],
  ],
  needs: [
    { column: 'CWYBDYRQ', when: 'DYFZZTM', is: ['2', '3'] },
    { column: 'CWZSDYRQ', when: 'DYFZZTM', is: ['3'] },
  ],
  columns: [
    key,
    college(),
    ['ZYGDZ010101', 'DZZLXM', '党组织类型码', 'C2', 'O', 'organisation.kind', partyOrganisationKinds],
    ['ZYGDZ010102', 'DZZMC', '党组织名称', 'C150', 'M', 'organisation.name'],
    ['ZYGDZ010103', 'DZZBH', '党组织编号', 'C60', 'O', 'organisation.number'],
    ['GZDZ010203', 'XDYLXM', '新党员类型码', 'C2', 'M', 'kind', newPartyMemberKinds],
    ['JCTB020101', 'XM', '姓名', 'C36', 'M', { first: ['student.name', 'staff.name'] }],
    ['ZYGDZ010201', 'RYBH', '人员编号', 'C20', 'M', 'number'],
    ['ZYGDZ010202', 'DYFZZTM', '党员发展状态码', 'C2', 'M', 'stage', partyMembershipStages],
    ['ZYGDZ010203', 'CWJJFZRQ', '成为积极分子日期', 'C8', 'M', 'activistOn', 'GB/T 7408'],
    ['ZYGDZ010204', 'CWYBDYRQ', '成为预备党员日期', 'C8', 'O', 'probationaryOn', 'GB/T 7408'],
    ['ZYGDZ010205', 'CWZSDYRQ', '成为正式党员日期', 'C8', 'O', 'fullOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
