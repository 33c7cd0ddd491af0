import { defineCodes } from '../../../src/language/codes.ts'

export const studentLevels = defineCodes({
  name: 'student-levels',
  label: { zh: '高职学生类型', en: 'Kind of vocational student' },
  officialName: 'GZXSLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'vocational-bachelor': { zh: '职业本科', en: 'Vocational bachelor' },
    'junior-college': { zh: '高职专科', en: 'Junior college' },
  },
  official: {
    'vocational-bachelor': '1',
    'junior-college': '2',
  },
})
