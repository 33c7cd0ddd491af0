import { defineStandardTable } from '../../../../src/language/standard.ts'
import { courseProjectKinds } from '../../../codes/national/course-project-kinds.ts'
import { fundingSources } from '../../../codes/national/funding-sources.ts'
import { courseProjects } from '../../../registers/teaching/course-projects.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const courseProjectsTable = defineStandardTable(national, courseProjects, {
  name: 'ODS_KCJSSJ',
  number: 6,
  code: 'ZYGJX0102',
  label: { zh: '课程建设', en: 'Course projects' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  order: [['SQRQ', 'YSRQ']],
  columns: [
    key,
    college(),
    ['ZYGJX010101', 'KCH', '课程号', 'C50', 'M', 'course.code'],
    ['JCTB010404', 'KCMC', '课程名称', 'C60', 'M', 'course.name'],
    ['JCBX030707', 'FZRH', '负责人号', 'C20', 'M', 'leader.number'],
    ['ZYGJX010201', 'SQRQ', '申请日期', 'C8', 'O', 'appliedOn', 'GB/T 7408'],
    ['ZYGJX010202', 'LXND', '立项年度', 'C4', 'M', 'year'],
    ['ZYGJX010203', 'YSRQ', '验收日期', 'C8', 'O', 'acceptedOn', 'GB/T 7408'],
    ['ZYGJX010204', 'JFLYM', '经费来源码', 'C2', 'O', 'fundingSource', fundingSources],
    ['ZYGJX010205', 'LXJF', '立项经费', 'M20', 'O', 'funds'],
    ['ZYGJX010206', 'SSDWMC', '所属单位名称', 'C200', 'O', 'unit.name'],
    ['ZYGJX010207', 'KCJSLBM', '课程建设类别码', 'C2', 'O', 'kind', courseProjectKinds],
    collectedAt(),
  ],
})
