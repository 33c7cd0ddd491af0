import { defineStandardTable } from '../../../../src/language/standard.ts'
import { semesters } from '../../../codes/national/semesters.ts'
import { termResults } from '../../../registers/students/term-results.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const termResultsTable = defineStandardTable(national, termResults, {
  name: 'ODS_ZHCJYPJSJ',
  number: 42,
  code: 'ZYGXS0103',
  label: { zh: '综合成绩与评价', en: 'Results of terms' },
  every: 'term',
  covers: { zh: '本学年秋季学期所有学生数据', en: 'All students of the autumn term of this school year' },
  unique: [['XH', 'XN', 'XQM']],
  refers: { ZYH: 'ODS_ZYSZSJ.ZYH' },
  columns: [
    key,
    college(),
    ['JCTB010205', 'XN', '学年（度）', 'C9', 'M', 'term.schoolYear'],
    ['JCTB010206', 'XQM', '学期码', 'C1', 'M', 'term.season', semesters],
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'student.major.code'],
    ['JCTB010408', 'ZYMC', '专业名称', 'C60', 'O', 'student.major.name'],
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'O', 'student.name'],
    ['ZYGXS010301', 'GGJCKYHXF', '公共基础课已获学分', 'N20,1', 'M', 'generalCredits'],
    ['ZYGXS010302', 'ZYJCKYHXF', '专业基础课已获学分', 'N20,1', 'M', 'foundationCredits'],
    ['ZYGXS010303', 'ZYHXKYHXF', '专业核心课已获学分', 'N20,1', 'M', 'coreCredits'],
    ['ZYGXS010304', 'ZYTZKYHXF', '专业拓展课已获学分', 'N20,1', 'M', 'extensionCredits'],
    ['ZYGXS010305', 'GGJCKCJ', '公共基础课成绩', 'N20,1', 'M', 'generalScore'],
    ['ZYGXS010306', 'ZYJCKCJ', '专业基础课成绩', 'N20,1', 'M', 'foundationScore'],
    ['ZYGXS010307', 'ZYHXKCJ', '专业核心课成绩', 'N20,1', 'M', 'coreScore'],
    ['ZYGXS010308', 'ZYTZKCJ', '专业拓展课成绩', 'N20,1', 'M', 'extensionScore'],
    ['ZYGXS010309', 'GWSXCJ', '岗位实习成绩', 'N20,1', 'O', 'internshipScore'],
    ['ZYGJX060205', 'LRRQ', '录入日期', 'C8', 'M', 'enteredOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
