import { defineStandardTable } from '../../../../src/language/standard.ts'
import { teachingSites } from '../../../registers/facilities/teaching-sites.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const practiceRoomsTable = defineStandardTable(national, teachingSites, {
  name: 'ODS_SXSJBSJ',
  number: 15,
  code: 'ZYGJX0402',
  label: { zh: '实训室基本', en: 'Training rooms' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All of them' },
  where: { kind: 'on-campus', closedOn: null },
  unique: [['SXSH']],
  refers: { SSSXJDBH: 'ODS_SXJDSJ.SXJDBH' },
  columns: [
    key,
    college(),
    ['ZYGJX040201', 'SXSH', '实训室号', 'C64', 'M', 'number'],
    ['ZYGJX040202', 'SXSMC', '实训室名称', 'C200', 'M', 'name'],
    ['ZYGJX040203', 'SSGLDWMC', '所属管理单位名称', 'C60', 'O', 'unit.name'],
    ['ZYGJX040204', 'SSSXJDBH', '所属实训基地编号', 'C64', 'O', 'base.number'],
    ['ZYGJX040205', 'SXSJLRQ', '实训室建立日期', 'C8', 'M', 'openedOn', 'GB/T 7408'],
    ['ZYGJX040206', 'FZRJGH', '负责人教工号', 'C20', 'M', 'head.number'],
    ['ZYGJX040207', 'GWS', '工位数', 'N8', 'M', 'workplaces'],
    ['JCBX020301', 'FJH', '房间号', 'C40', 'M', { first: ['roomNumber', 'number'] }],
    ['JCBX020302', 'FJMC', '房间名称', 'C200', 'M', { first: ['room', 'name'] }],
    ['ZYGJX040208', 'SYSHZQY', '实验室合作企业', 'C200', 'O', 'partner.name'],
    collectedAt(),
  ],
})
