import { defineStandardTable } from '../../../../src/language/standard.ts'
import { psychologicalTestKinds } from '../../../codes/national/psychological-test-kinds.ts'
import { psychologicalAssessments } from '../../../registers/students/psychological-assessments.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

/** SYSJ is a number of minutes: the PDF's “GB/T 7408” beside it is a slip. */
export const psychologicalAssessmentsTable = defineStandardTable(national, psychologicalAssessments, {
  name: 'ODS_XLCPSJ',
  number: 53,
  code: 'ZYGXS0402',
  label: { zh: '心理测评', en: 'Psychological assessments' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  refers: { ZYH: 'ODS_ZYSZSJ.ZYH' },
  columns: [
    key,
    college(),
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'major.code'],
    ['ZYGXS040201', 'CPRQ', '测评日期', 'C8', 'M', 'assessedOn', 'GB/T 7408'],
    ['ZYGXS040202', 'LBBH', '量表编号', 'C50', 'M', 'scaleNumber'],
    ['ZYGXS040203', 'LBMC', '量表名称', 'C150', 'M', 'scaleName'],
    ['ZYGXS040204', 'SYSJ', '所用时间', 'N2', 'M', 'minutes'],
    ['ZYGXS040205', 'CPLX', '测评类型', 'C1', 'M', 'kind', psychologicalTestKinds],
    ['ZYGXS040206', 'ZDJY', '指导建议', 'C1000', 'O', 'advice'],
    collectedAt(),
  ],
})
