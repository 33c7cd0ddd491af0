import { defineStandardTable } from '../../../../src/language/standard.ts'
import { studentPortraits } from '../../../registers/students/student-portraits.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const studentPortraitsTable = defineStandardTable(national, studentPortraits, {
  name: 'ODS_XSHXSJ',
  number: 40,
  code: 'ZYGXS0101',
  label: { zh: '学生画像', en: 'Student portraits' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'SJSCRQ']],
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'O', 'student.name'],
    ['ZYGJG010102', 'SJKBFWCS', '数据看板访问次数', 'N10', 'O', 'visits'],
    ['ZYGJG010103', 'PJWDJJG', '评价维度及结果', 'T2000', 'M', 'result'],
    ['ZYGJG010105', 'SJSCRQ', '数据生成日期', 'C8', 'M', 'generatedOn', 'GB/T 7408'],
    ['ZYGJG010104', 'SJKBZXFWRQ', '数据看板最新访问日期', 'C8', 'M', 'lastVisitedOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
