import { defineStandardTable } from '../../../../src/language/standard.ts'
import { partyLeaderPosts } from '../../../codes/national/party-leader-posts.ts'
import { partyOrganisationKinds } from '../../../codes/national/party-organisation-kinds.ts'
import { partyOrganisationStates } from '../../../codes/national/party-organisation-states.ts'
import { partyOrganisations } from '../../../registers/party/party-organisations.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const partyOrganisationsTable = defineStandardTable(national, partyOrganisations, {
  name: 'ODS_DZZQKJCSJ',
  number: 64,
  code: 'ZYGDZ0101',
  label: { zh: '党组织情况基础', en: 'Party organisations' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All of them' },
  unique: [['DZZBH']],
  refers: { LSSJDZZMC: 'ODS_DZZQKJCSJ.DZZMC' },
  columns: [
    key,
    college(),
    ['ZYGDZ010101', 'DZZLXM', '党组织类型码', 'C2', 'M', 'kind', partyOrganisationKinds],
    ['ZYGDZ010102', 'DZZMC', '党组织名称', 'C150', 'M', 'name'],
    ['ZYGDZ010103', 'DZZBH', '党组织编号', 'C60', 'M', 'number'],
    ['ZYGDZ010104', 'LSSJDZZMC', '隶属上级党组织名称', 'C150', 'O', 'parent.name'],
    ['ZYGDZ010105', 'DNLDXM', '党内领导姓名', 'C36', 'M', 'leader.name'],
    ['ZYGDZ010106', 'DNLDJGH', '党内领导教工号', 'C20', 'O', 'leader.number'],
    ['ZYGDZ010107', 'DNLDZWM', '党内领导职务码', 'C60', 'O', 'leaderPosts', partyLeaderPosts],
    ['ZYGDZ010109', 'DZZDYRS', '党组织党员人数', 'N5', 'O', 'members'],
    ['ZYGDZ010110', 'DZZZT', '党组织状态', 'C1', 'M', 'standing', partyOrganisationStates],
    collectedAt(),
  ],
})
