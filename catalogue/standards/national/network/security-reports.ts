import { defineStandardTable } from '../../../../src/language/standard.ts'
import { securityReports } from '../../../registers/network/security-reports.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const securityReportsTable = defineStandardTable(national, securityReports, {
  name: 'ODS_WLAQGLSJ',
  number: 88,
  code: 'ZYGFW0401',
  label: { zh: '网络安全管理', en: 'Network security' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JLRQ']],
  columns: [
    key,
    college(),
    ['ZYGFW040101', 'WLSYJLS', '网络使用记录数', 'N10', 'M', 'sessions'],
    ['ZYGFW040102', 'WLSYLL', '网络使用流量', 'N20', 'M', 'traffic'],
    ['ZYGFW040103', 'WLGJSBCS', '网络攻击识别次数', 'N8', 'M', 'attacks'],
    ['ZYGFW040104', 'WLDKSYSXSL', '网络带宽使用上行速率', 'C10', 'M', 'uploadRate'],
    ['ZYGFW040105', 'WLDKSYXXSL', '网络带宽使用下行速率', 'C10', 'M', 'downloadRate'],
    ['ZYGFW040106', 'JLRQ', '记录日期', 'C8', 'M', 'day', 'GB/T 7408'],
    collectedAt(),
  ],
})
