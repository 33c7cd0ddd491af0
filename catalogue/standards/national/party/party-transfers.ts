import { defineStandardTable } from '../../../../src/language/standard.ts'
import { partyTransfers } from '../../../registers/party/party-transfers.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const partyTransfersTable = defineStandardTable(national, partyTransfers, {
  name: 'ODS_DYZZGXZYSJ',
  number: 66,
  code: 'ZYGDZ0103',
  label: { zh: '党员组织关系转移', en: 'Transfers of party membership' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All of them' },
  unique: [['RYBH', 'LXRQ']],
  columns: [
    key,
    college(),
    ['JCTB020101', 'XM', '姓名', 'C36', 'M', { first: ['student.name', 'staff.name'] }],
    ['ZYGDZ010201', 'RYBH', '人员编号', 'C20', 'M', 'number'],
    ['ZYGDZ010301', 'LXRQ', '离校日期', 'C8', 'M', 'leftOn', 'GB/T 7408'],
    ['ZYGDZ010302', 'ZZGXQX', '组织关系去向', 'C150', 'O', 'destination'],
    collectedAt(),
  ],
})
