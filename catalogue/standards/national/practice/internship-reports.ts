import { defineStandardTable } from '../../../../src/language/standard.ts'
import { internshipReportKinds } from '../../../codes/national/internship-report-kinds.ts'
import { reviewStates } from '../../../codes/national/review-states.ts'
import { internshipReports } from '../../../registers/practice/internship-reports.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

// The standard prints ZYGJX0202, which is another table’s; its columns say ZYGJX0203.
export const internshipReportsTable = defineStandardTable(national, internshipReports, {
  name: 'ODS_SXBGJLSJ',
  number: 11,
  code: 'ZYGJX0203',
  label: { zh: '实习报告记录', en: 'Reports of internships' },
  every: 'week',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'SXQYMC', 'SXBGLBM', 'SXBGTJRQ']],
  refers: { XH: 'ODS_SXJCSJ.XH', SXQYMC: 'ODS_SXJCSJ.SXQYMC' },
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'O', 'student.name'],
    ['ZYGJX020116', 'SXQYMC', '实习企业名称', 'C200', 'M', 'internship.enterprise'],
    ['ZYGJX020301', 'SXGWMC', '实习岗位名称', 'C100', 'M', 'post'],
    ['ZYGJX020302', 'SXZDJS', '实习指导教师', 'C36', 'O', 'internship.teacher.name'],
    ['ZYGJX020303', 'SXBGLBM', '实习报告类别码', 'C2', 'M', 'kind', internshipReportKinds],
    ['ZYGJX020304', 'SXBGNRZY', '实习报告内容摘要', 'C500', 'M', 'summary'],
    ['ZYGJX020305', 'SXBGNR', '实习报告内容', 'T999', 'M', 'content'],
    ['ZYGJX020306', 'SXBGTJRQ', '实习报告提交日期', 'C8', 'M', 'submittedOn', 'GB/T 7408'],
    ['ZYGJX020309', 'JSPYZTM', '教师批阅状态码', 'C1', 'M', 'review', reviewStates],
    collectedAt(),
  ],
})
