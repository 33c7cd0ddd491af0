import { defineStandardTable } from '../../../../src/language/standard.ts'
import { clubMemberships } from '../../../registers/students/club-memberships.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const clubMembershipsTable = defineStandardTable(national, clubMemberships, {
  name: 'ODS_XSCYSTSJ',
  number: 49,
  code: 'ZYGXS0302',
  label: { zh: '学生参与社团', en: 'Members of clubs' },
  every: 'term',
  covers: { zh: '参与社团的所有学生数据', en: 'All students in clubs' },
  unique: [['STBH', 'XH', 'CJRQ']],
  order: [['CJRQ', 'TCRQ']],
  columns: [
    key,
    college(),
    ['ZYGXS030101', 'STBH', '社团编号', 'C20', 'M', 'club.number'],
    ['ZYGXS030102', 'STMC', '社团名称', 'C60', 'M', 'club.name'],
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'M', 'student.name'],
    ['ZYGXS030201', 'CJRQ', '参加日期', 'C8', 'M', 'joinedOn', 'GB/T 7408'],
    ['ZYGXS030202', 'TCRQ', '退出日期', 'C8', 'O', 'leftOn', 'GB/T 7408'],
    ['ZYGXS030203', 'STZW', '社团职务', 'C60', 'O', 'post'],
    collectedAt(),
  ],
})
