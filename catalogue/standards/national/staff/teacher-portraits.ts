import { defineStandardTable } from '../../../../src/language/standard.ts'
import { teacherPortraits } from '../../../registers/staff/teacher-portraits.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const teacherPortraitsTable = defineStandardTable(national, teacherPortraits, {
  name: 'ODS_JSHXSJ',
  number: 35,
  code: 'ZYGJG0101',
  label: { zh: '教师画像', en: 'Portraits of teachers' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JGH', 'SJSCRQ']],
  columns: [
    key,
    college(),
    ['ZYGJG010101', 'JGH', '教工号', 'C20', 'M', 'teacher.number'],
    ['ZYGJG010102', 'JSXM', '教师姓名', 'C36', 'O', 'teacher.name'],
    ['ZYGJG010103', 'SJKBFWCS', '数据看板访问次数', 'N10', 'O', 'visits'],
    ['ZYGJG010104', 'PJWDJJG', '评价维度及结果', 'T2000', 'M', 'results'],
    ['ZYGJG010105', 'SJSCRQ', '数据生成日期', 'C8', 'M', 'generatedOn', 'GB/T 7408'],
    ['ZYGJG010106', 'SJKBZXFWRQ', '数据看板最新访问日期', 'C8', 'M', 'visitedOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
