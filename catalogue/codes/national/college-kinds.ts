import { defineCodes } from '../../../src/language/codes.ts'

export const collegeKinds = defineCodes({
  name: 'college-kinds',
  label: { zh: '办学类型', en: 'Kind of college' },
  officialName: 'BXLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'vocational-university': { zh: '本科层次职业学校', en: 'Vocational college at bachelor level' },
    'higher-vocational': { zh: '高职', en: 'Higher vocational college' },
    'higher-specialised': { zh: '高专', en: 'Higher specialised college' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'vocational-university': '1',
    'higher-vocational': '2',
    'higher-specialised': '3',
    other: '9',
  },
})
