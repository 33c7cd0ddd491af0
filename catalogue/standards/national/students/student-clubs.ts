import { defineStandardTable } from '../../../../src/language/standard.ts'
import { clubKinds } from '../../../codes/national/club-kinds.ts'
import { studentClubs } from '../../../registers/students/student-clubs.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const studentClubsTable = defineStandardTable(national, studentClubs, {
  name: 'ODS_STXHJBSJ',
  number: 48,
  code: 'ZYGXS0301',
  label: { zh: '社团（协会）基本', en: 'Student clubs' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['STBH']],
  order: [['CLRQ', 'JSRQ']],
  columns: [
    key,
    college(),
    ['ZYGXS030101', 'STBH', '社团编号', 'C20', 'M', 'number'],
    ['ZYGXS030102', 'STMC', '社团名称', 'C60', 'M', 'name'],
    ['ZYGXS030103', 'STLXM', '社团类型码', 'C2', 'O', 'kind', clubKinds],
    ['ZYGXS030104', 'STJJ', '社团简介', 'T2000', 'O', 'about'],
    ['ZYGXS030105', 'CLRQ', '成立日期', 'C8', 'O', 'foundedOn', 'GB/T 7408'],
    ['ZYGXS030106', 'GKDWMC', '挂靠单位名称', 'C60', 'O', 'unit.name'],
    ['ZYGXS030107', 'STFZRH', '社团负责人号', 'C20', 'M', { first: ['leader.number', 'adviser.number'] }],
    ['ZYGXS030108', 'STFZRXM', '社团负责人姓名', 'C36', 'O', { first: ['leader.name', 'adviser.name'] }],
    ['ZYGXS030109', 'ZDJSH', '指导教师工号', 'C20', 'M', 'adviser.number'],
    ['ZYGXS030110', 'ZDJSXM', '指导教师姓名', 'C36', 'O', 'adviser.name'],
    ['ZYGXS030111', 'JSRQ', '解散日期', 'C8', 'O', 'dissolvedOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
