import { defineStandardTable } from '../../../../src/language/standard.ts'
import { jointCourses } from '../../../registers/partnership/joint-courses.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const jointCoursesTable = defineStandardTable(national, jointCourses, {
  name: 'ODS_XQHZGTKFKCSJ',
  number: 96,
  code: 'ZYGXQ0202',
  label: { zh: '校企合作共同开发课程', en: 'Courses developed with enterprises' },
  every: 'term',
  covers: { zh: '本学年', en: 'This school year' },
  unique: [['KCH', 'QYSHXYDM']],
  order: [['KCKFKSSJ', 'KCKFJSSJ']],
  refers: { QYSHXYDM: 'ODS_CXHZSJ.HZQYTYSHXYDM' },
  columns: [
    key,
    college(),
    ['ZYGJX010101', 'KCH', '课程号', 'C50', 'M', 'course.code'],
    ['JCTB010404', 'KCMC', '课程名称', 'C60', 'M', 'course.name'],
    ['ZYGXQ020201', 'KCJJ', '课程简介', 'C600', 'M', 'about'],
    ['ZYGXQ010101', 'QYSHXYDM', '合作企业统一社会信用代码', 'C18', 'M', 'partner.creditCode', 'credit-code'],
    ['ZYGXQ010102', 'HZQYMC', '合作企业名称', 'C200', 'M', 'partner.name'],
    ['ZYGXQ020202', 'KCKFKSSJ', '开始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGXQ020203', 'KCKFJSSJ', '结束日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['ZYGJG010101', 'XXFZRGH', '学校负责人工号', 'C20', 'M', 'leader.number'],
    ['ZYGXQ020204', 'XXFZR', '学校负责人', 'C36', 'M', 'leader.name'],
    ['ZYGXQ020205', 'QYFZR', '企业负责人', 'C36', 'M', 'partnerLeader'],
    collectedAt(),
  ],
})
