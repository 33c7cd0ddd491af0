import { defineStandardTable } from '../../../../src/language/standard.ts'
import { authenticationWays } from '../../../codes/national/authentication-ways.ts'
import { integrationDirections } from '../../../codes/national/integration-directions.ts'
import { integrationWays } from '../../../codes/national/integration-ways.ts'
import { interfaceProtocols } from '../../../codes/national/interface-protocols.ts'
import { systemIntegrations } from '../../../registers/network/system-integrations.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const systemIntegrationsTable = defineStandardTable(national, systemIntegrations, {
  name: 'ODS_XXHXTJCQKSJ',
  number: 91,
  code: 'ZYGFW0601',
  label: { zh: '信息化系统集成情况', en: 'Integration of systems' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XXHXTBH', 'JCFSM', 'JCWCRQ']],
  columns: [
    key,
    college(),
    ['ZYGFW060101', 'XXHXTBH', '信息化系统编号', 'C60', 'M', 'system.number'],
    ['ZYGFW060102', 'XXHXTJC', '信息化系统简称', 'C64', 'M', 'system.shortName'],
    ['ZYGFW060103', 'XXHXTQC', '信息化系统全称', 'C200', 'M', 'system.name'],
    ['ZYGFW060104', 'JCFXM', '集成方向码', 'C2', 'M', 'direction', integrationDirections],
    ['ZYGFW060105', 'JCBB', '集成版本', 'C10', 'O', 'integrationVersion'],
    ['ZYGFW060106', 'JCFSM', '集成方式码', 'C2', 'M', 'way', integrationWays],
    ['ZYGFW060107', 'JKXYM', '接口协议码', 'C2', 'M', 'protocol', interfaceProtocols],
    ['ZYGFW060108', 'JKBB', '接口版本', 'C10', 'O', 'interfaceVersion'],
    ['ZYGFW060109', 'RZFSM', '认证方式码', 'C2', 'M', 'authentication', authenticationWays],
    ['ZYGFW060110', 'JCWCRQ', '集成完成日期', 'C8', 'M', 'completedOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
