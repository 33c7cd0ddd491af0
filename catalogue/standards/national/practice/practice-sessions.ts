import { defineStandardTable } from '../../../../src/language/standard.ts'
import { practiceSessions } from '../../../registers/practice/practice-sessions.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const practiceSessionsTable = defineStandardTable(national, practiceSessions, {
  name: 'ODS_SXJXGCSJ',
  number: 17,
  code: 'ZYGJX0404',
  label: { zh: '实训教学过程', en: 'Practice sessions' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['SXXMBH', 'XH', 'SXKSRQ']],
  order: [['SXKSRQ', 'SXJSRQ']],
  columns: [
    key,
    college(),
    ['ZYGJX040301', 'SXXMBH', '实训项目编号', 'C60', 'M', 'project.number'],
    ['ZYGJX030101', 'SSZYH', '所属专业号', 'C64', 'M', 'student.major.code'],
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'M', 'student.name'],
    ['ZYGJX040401', 'XSSXKSS', '学生实训课时数', 'N5', 'M', 'hours'],
    ['ZYGJX040402', 'SXKSRQ', '实训开始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGJX040403', 'SXJSRQ', '实训结束日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['ZYGJX040404', 'SXJGZHPJ', '实训结果综合评价', 'N20,1', 'O', 'score'],
    collectedAt(),
  ],
})
