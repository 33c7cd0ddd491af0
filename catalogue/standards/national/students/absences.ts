import { defineStandardTable } from '../../../../src/language/standard.ts'
import { absenceKinds } from '../../../codes/national/absence-kinds.ts'
import { attendanceCheckKinds } from '../../../codes/national/attendance-check-kinds.ts'
import { semesters } from '../../../codes/national/semesters.ts'
import { absences } from '../../../registers/students/absences.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const absencesTable = defineStandardTable(national, absences, {
  name: 'ODS_XSQQSJ',
  number: 61,
  // Printed as ZYGXS0601, which another table has; its columns say ZYGXS0701.
  code: 'ZYGXS0701',
  label: { zh: '学生缺勤', en: 'Absences' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  columns: [
    key,
    college('ZYGG030103'),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX050106', 'KKXND', '开课学年度', 'C9', 'M', 'term.schoolYear'],
    ['ZYGJX050107', 'KKXQM', '开课学期码', 'C1', 'M', 'term.season', semesters],
    ['ZYGXS070101', 'QQRQ', '缺勤日期', 'C8', 'M', 'day', 'GB/T 7408'],
    ['ZYGXS070102', 'QQLX', '缺勤类型', 'C1', 'M', 'kind', absenceKinds],
    ['ZYGXS070103', 'KQLX', '考勤类型', 'C1', 'M', 'noticedBy', attendanceCheckKinds],
    ['ZYGXS070104', 'QQYY', '缺勤原因', 'C150', 'O', 'reason'],
    ['ZYGXS070207', 'SPSJ', '审批时间', 'C8', 'M', 'confirmedOn', 'GB/T 7408'],
    ['ZYGXS070208', 'SPR', '审批人', 'C20', 'M', 'confirmedBy.number'],
    collectedAt(),
  ],
})
