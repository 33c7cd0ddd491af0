import { defineCodes } from '../../../src/language/codes.ts'

export const internshipArrangements = defineCodes({
  name: 'internship-arrangements',
  label: { zh: '实习安排', en: 'Arrangement of internship' },
  officialName: 'SXAPDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'by-college': { zh: '学校统一安排', en: 'Arranged by the college' },
    'by-student': { zh: '自主联系', en: 'Found by the student' },
  },
  official: {
    'by-college': '1',
    'by-student': '2',
  },
})
