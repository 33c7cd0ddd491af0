import { defineCodes } from '../../../src/language/codes.ts'

export const furtherStudyLevels = defineCodes({
  name: 'further-study-levels',
  label: { zh: '升学层次', en: 'Level of further study' },
  officialName: 'SXCCDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'junior-college': { zh: '专科', en: 'Junior college' },
    'vocational-bachelor': { zh: '职业本科', en: 'Vocational bachelor' },
    bachelor: { zh: '普通本科', en: 'Academic bachelor' },
    master: { zh: '硕士', en: 'Master' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'junior-college': '1',
    'vocational-bachelor': '2',
    bachelor: '3',
    master: '4',
    other: '9',
  },
})
