import { defineStandardTable } from '../../../../src/language/standard.ts'
import { leaveKinds } from '../../../codes/national/leave-kinds.ts'
import { semesters } from '../../../codes/national/semesters.ts'
import { submissionWays } from '../../../codes/national/submission-ways.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { leaveRequests } from '../../../registers/students/leave-requests.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

/** Leave is reported once it is decided: the standard asks by whom. */
export const leaveRequestsTable = defineStandardTable(national, leaveRequests, {
  name: 'ODS_XSQJSJ',
  number: 62,
  code: 'ZYGXS0702',
  label: { zh: '学生请假', en: 'Leave of students' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  where: { decidedOn: { not: null } },
  unique: [['XH', 'QJKSSJ', 'QJLX']],
  order: [
    ['QJKSSJ', 'QJJSSJ'],
    ['QJKSSJ', 'XJSJ'],
  ],
  needs: [{ column: 'XJSJ', when: 'SFXJ', is: ['1'] }],
  columns: [
    key,
    college('ZYGG030103'),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX050106', 'KKXND', '开课学年度', 'C9', 'M', 'term.schoolYear'],
    ['ZYGJX050107', 'KKXQM', '开课学期码', 'C1', 'M', 'term.season', semesters],
    ['ZYGXS070201', 'QJLX', '请假类型', 'C1', 'M', 'kind', leaveKinds],
    ['ZYGXS070202', 'QJKSSJ', '请假开始时间', 'C8', 'M', 'from', 'GB/T 7408'],
    ['ZYGXS070203', 'QJJSSJ', '请假结束时间', 'C8', 'M', 'until', 'GB/T 7408'],
    ['ZYGXS070204', 'QJTJLX', '请假提交类型', 'C1', 'M', 'submitted', submissionWays],
    ['ZYGXS070205', 'QJYY', '请假原因', 'C150', 'M', 'reason'],
    ['ZYGXS070206', 'QJTS', '请假天数', 'N20', 'M', 'days'],
    ['ZYGXS070207', 'SPSJ', '审批时间', 'C8', 'M', 'decidedOn', 'GB/T 7408'],
    ['ZYGXS070208', 'SPR', '审批人', 'C20', 'M', 'decidedBy.number'],
    ['ZYGXS070209', 'SFCX', '是否出校', 'C1', 'M', 'leavesCampus', yesOrNo],
    ['ZYGXS070210', 'SFXJ', '是否销假', 'C1', 'M', 'reportedBack', yesOrNo],
    ['ZYGXS070211', 'XJSJ', '销假时间', 'C8', 'O', 'reportedBackOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
