import { defineCodes } from '../../src/language/codes.ts'

/** The level of a programme that a vocational college runs. */
export const studyLevels = defineCodes({
  name: 'study-levels',
  label: { zh: '专业层次', en: 'Level of study' },
  officialName: 'ZYCCDM',
  source: '职业院校数字基座高职数据标准 ZYCCDM',
  values: {
    'vocational-bachelor': { zh: '职业本科', en: 'Vocational bachelor' },
    'junior-college': { zh: '高职专科', en: 'Junior college' },
  },
  official: { 'vocational-bachelor': '1', 'junior-college': '2' },
})
