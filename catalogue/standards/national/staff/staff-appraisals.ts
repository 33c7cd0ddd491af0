import { defineStandardTable } from '../../../../src/language/standard.ts'
import { appraisalResults } from '../../../codes/national/appraisal-results.ts'
import { staffAppraisalKinds } from '../../../codes/national/staff-appraisal-kinds.ts'
import { staffAppraisals } from '../../../registers/staff/staff-appraisals.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const staffAppraisalsTable = defineStandardTable(national, staffAppraisals, {
  name: 'ODS_JSKHSJ',
  number: 39,
  code: 'ZYGJG0301',
  label: { zh: '教师考核', en: 'Appraisal of staff' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JGH', 'JZGKHLBM', 'JZGKHRQ']],
  columns: [
    key,
    college(),
    ['ZYGJG010101', 'JGH', '教工号', 'C20', 'M', 'teacher.number'],
    ['ZYGJG010102', 'JZGXM', '教师姓名', 'C36', 'M', 'teacher.name'],
    ['ZYGJG030101', 'JZGKHLBM', '教职工考核类别码', 'C1', 'O', 'kind', staffAppraisalKinds],
    ['ZYGJG030102', 'JZGKHRQ', '教职工考核日期', 'C8', 'M', 'appraisedOn', 'GB/T 7408'],
    ['ZYGJG030103', 'JZGKHNR', '教职工考核内容', 'C500', 'O', 'content'],
    ['ZYGJG030104', 'JZGKHDWH', '教职工考核单位号', 'C50', 'M', 'appraiser.code'],
    ['ZYGJG030105', 'KHDWMC', '考核单位名称', 'C60', 'M', 'appraiser.name'],
    ['ZYGJG030106', 'DWKHJGM', '单位考核结果码', 'C1', 'M', 'unitResult', appraisalResults],
    ['ZYGJG030107', 'DWKHFZRH', '单位考核负责人号', 'C20', 'O', 'head.number'],
    ['ZYGJG030108', 'FZRXM', '负责人姓名', 'C36', 'O', 'head.name'],
    ['ZYGJG030109', 'XXKHJGM', '学校考核结果码', 'C1', 'O', 'collegeResult', appraisalResults],
    collectedAt(),
  ],
})
