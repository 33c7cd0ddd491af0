import { defineStandardTable } from '../../../../src/language/standard.ts'
import { resourceVisits } from '../../../registers/teaching/resource-visits.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const resourceVisitsTable = defineStandardTable(national, resourceVisits, {
  name: 'ODS_FWJXZYQKSJ',
  number: 21,
  code: 'ZYGJX0601',
  label: { zh: '访问教学资源情况', en: 'Visits of teaching resources' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['FWRYBH', 'JXZYBH', 'FWJXZYKSSJ']],
  order: [['FWJXZYKSSJ', 'FWJXZYJSSJ']],
  columns: [
    key,
    college(),
    ['ZYGJX060101', 'FWRYBH', '访问人员编号', 'C100', 'M', 'visitor'],
    ['ZYGJX060102', 'FWRYXM', '访问人员姓名', 'C36', 'M', { first: ['student.name', 'staff.name'] }],
    ['ZYGJX060103', 'JXZYBH', '教学资源编号', 'C64', 'M', 'resource.number'],
    ['ZYGJX060104', 'JXZYMC', '教学资源名称', 'C300', 'M', 'resource.name'],
    ['ZYGJX060105', 'FWJXZYKSSJ', '访问教学资源开始时间', 'C15', 'M', 'startedAt', 'GB/T 7408'],
    ['ZYGJX060106', 'FWJXZYJSSJ', '访问教学资源结束时间', 'C15', 'M', 'endedAt', 'GB/T 7408'],
    collectedAt(),
  ],
})
