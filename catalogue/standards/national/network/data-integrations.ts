import { defineStandardTable } from '../../../../src/language/standard.ts'
import { updateFrequencies } from '../../../codes/national/update-frequencies.ts'
import { updateWays } from '../../../codes/national/update-ways.ts'
import { dataIntegrations } from '../../../registers/network/data-integrations.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const dataIntegrationsTable = defineStandardTable(national, dataIntegrations, {
  name: 'ODS_XBSJZXSJJCQKSJ',
  number: 89,
  code: 'ZYGFW0501',
  label: { zh: '校本数据中心数据集成情况', en: 'Data integration' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['SJKMC', 'SJBMC', 'SJBGXRQ']],
  columns: [
    key,
    college(),
    ['ZYGFW050101', 'SJKMC', '数据库名称', 'C60', 'M', 'database'],
    ['ZYGFW050102', 'SJBMC', '数据表名称', 'C60', 'M', 'tableName'],
    ['ZYGFW050103', 'SJBSM', '数据表说明', 'C60', 'M', 'tableLabel'],
    ['ZYGFW050104', 'SJBGXPLM', '数据表更新频率码', 'C2', 'M', 'frequency', updateFrequencies],
    ['ZYGXX010202', 'XXHXTBH', '信息化系统编号', 'C60', 'M', 'system.number'],
    ['ZYGFW050105', 'SJHJL', '数据汇聚量', 'N10', 'M', 'rowsHeld'],
    ['ZYGFW050106', 'SJJKFWDYL', '数据接口服务调用量', 'N10', 'M', 'calls'],
    ['ZYGFW050107', 'SJBGXFSM', '数据表更新方式码', 'C2', 'M', 'way', updateWays],
    ['ZYGFW050108', 'SJBGXRQ', '数据表更新日期', 'C8', 'M', 'updatedOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
