import { defineStandardTable } from '../../../../src/language/standard.ts'
import { industries } from '../../../codes/industries.ts'
import { internshipArrangements } from '../../../codes/national/internship-arrangements.ts'
import { internshipForms } from '../../../codes/national/internship-forms.ts'
import { programmeLengths } from '../../../codes/national/programme-lengths.ts'
import { semesters } from '../../../codes/national/semesters.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { internships } from '../../../registers/practice/internships.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

// The standard prints ZYGJX0103, which is another table’s; its columns say ZYGJX0201.
export const internshipsTable = defineStandardTable(national, internships, {
  name: 'ODS_SXJCSJ',
  number: 9,
  code: 'ZYGJX0201',
  label: { zh: '实习基础', en: 'Internships' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'SXQYMC', 'SXKSRQ']],
  order: [['SXKSRQ', 'SXJSRQ']],
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'M', 'student.name'],
    ['ZYGJX020102', 'ZYH', '专业号', 'C64', 'M', 'student.major.code'],
    ['JCTB010408', 'ZYMC', '专业名称', 'C60', 'O', 'student.major.name'],
    ['ZYGJX020103', 'BJMC', '班级名称', 'C60', 'O', 'student.className'],
    [
      'ZYGJX020104',
      'XZM',
      '学制码',
      'C2',
      'M',
      { from: 'student.years', to: { 2: '1', 3: '3', 4: '4', 5: '5', 6: '6' } },
      programmeLengths,
    ],
    ['JCTB010206', 'XQM', '学期码', 'C1', 'O', 'term.season', semesters],
    ['ZYGJX020105', 'SXSFKS', '实习是否开始', 'C1', 'M', 'started', yesOrNo],
    ['ZYGJX020106', 'SXSFJS', '实习是否结束', 'C1', 'M', 'ended', yesOrNo],
    ['ZYGJX020107', 'SXQYHYLBM', '实习企业行业类别码', 'C4', 'O', 'industry', industries],
    ['ZYGJX020108', 'SXNR', '实习内容', 'T2000', 'O', 'content'],
    ['ZYGJX020109', 'SFDK', '是否对口', 'C1', 'M', 'relevant', yesOrNo],
    ['ZYGJX020110', 'SXAPM', '实习安排码', 'C2', 'O', 'arrangement', internshipArrangements],
    ['ZYGJX020111', 'SXXSM', '实习形式码', 'C2', 'O', 'form', internshipForms],
    ['ZYGJX020112', 'SXSC', '实习时长', 'N5', 'O', 'weeks'],
    ['ZYGJX020113', 'SXCJ', '实习成绩', 'N20,1', 'O', 'score'],
    ['ZYGJX020114', 'SXKSRQ', '实习开始日期', 'C8', 'O', 'startsOn', 'GB/T 7408'],
    ['ZYGJX020115', 'SXJSRQ', '实习结束日期', 'C8', 'O', 'endsOn', 'GB/T 7408'],
    ['ZYGJX020116', 'SXQYMC', '实习企业名称', 'C200', 'M', 'enterprise'],
    [
      'ZYGJX020117',
      'SXDDSZSJGBM',
      '实习地点所在省机构编码',
      'C6',
      'O',
      { from: 'place', as: 'province-code' },
      'GB/T 2260',
    ],
    ['ZYGJX020118', 'SXDDSZSJGMC', '实习地点所在省机构名称', 'C60', 'O', { from: 'place', as: 'province-name' }],
    [
      'ZYGJX020119',
      'SXDDSZSHJGBM',
      '实习地点所在市机构编码',
      'C6',
      'O',
      { from: 'place', as: 'city-code' },
      'GB/T 2260',
    ],
    ['ZYGJX020120', 'SXDDSZSHJGMC', '实习地点所在市机构名称', 'C60', 'O', { from: 'place', as: 'city-name' }],
    ['ZYGJX020121', 'XNZDJSGH', '校内指导教师工号', 'C20', 'M', 'teacher.number'],
    ['ZYGJX020122', 'XNZDJSXM', '校内指导教师姓名', 'C36', 'O', 'teacher.name'],
    ['ZYGJX020123', 'XNZDJSDH', '校内指导教师电话', 'C30', 'O', 'teacher.person.phone', 'phone'],
    ['ZYGJX020124', 'QYZMZDRYXM', '企业专门指导人员姓名', 'C36', 'O', 'mentor'],
    ['ZYGJX020125', 'QYZMZDRYDH', '企业专门指导人员电话', 'C30', 'O', 'mentorPhone', 'phone'],
    ['ZYGJX020126', 'ZFSXXSSJBC', '支付实习学生生均报酬', 'M10', 'O', 'pay'],
    ['ZYGJX020127', 'XJJDZXDH', '校级监督咨询电话', 'C30', 'O', 'complaintPhone', 'phone'],
    ['ZYGJX020128', 'SFQDSFXY', '是否签订三方协议', 'C1', 'M', 'agreementSigned', yesOrNo],
    ['ZYGJX020129', 'SFKSSX', '是否跨省实习', 'C1', 'M', 'otherProvince', yesOrNo],
    ['ZYGJX020130', 'SFFGWSX', '是否赴国外实习', 'C1', 'M', 'abroad', yesOrNo],
    ['ZYGJX020131', 'RXNF', '入学年份', 'C4', 'M', 'student.grade'],
    collectedAt(),
  ],
})
