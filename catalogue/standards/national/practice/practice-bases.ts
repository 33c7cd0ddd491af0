import { defineStandardTable } from '../../../../src/language/standard.ts'
import { trainingBaseKinds } from '../../../codes/national/training-base-kinds.ts'
import { teachingSites } from '../../../registers/facilities/teaching-sites.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const practiceBasesTable = defineStandardTable(national, teachingSites, {
  name: 'ODS_SXJDSJ',
  number: 14,
  code: 'ZYGJX0401',
  label: { zh: '实训基地', en: 'Bases for practice' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All of them' },
  where: { kind: ['external', 'simulation-centre', 'production-base', 'campus-base'], closedOn: null },
  unique: [['SXJDBH']],
  columns: [
    key,
    college(),
    ['ZYGJX040101', 'SXJDBH', '实训基地编号', 'C64', 'M', 'number'],
    ['ZYGJX040102', 'SXJDMC', '实训基地名称', 'C110', 'M', 'name'],
    ['ZYGJX040103', 'SSGLDWMC', '所属管理单位名称', 'C50', 'O', 'unit.name'],
    ['ZYGJX040104', 'SXJDJLRQ', '实训基地建立日期', 'C8', 'M', 'openedOn', 'GB/T 7408'],
    ['ZYGJX040105', 'YTDW', '依托单位', 'C120', 'M', { first: ['host', 'partner.name', 'unit.name'] }],
    ['ZYGJX040106', 'SYZYMC', '适应专业名称', 'C180', 'O', 'major.name'],
    ['ZYGJX040107', 'JDHZQY', '基地合作企业', 'C200', 'O', 'partner.name'],
    [
      'ZYGJX040108',
      'SXJDLBM',
      '实训基地类别码',
      'C10',
      'M',
      { from: 'kind', to: { external: '1', 'simulation-centre': '2', 'production-base': '3', 'campus-base': '4' } },
      trainingBaseKinds,
    ],
    collectedAt(),
  ],
})
