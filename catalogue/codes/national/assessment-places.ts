import { defineCodes } from '../../../src/language/codes.ts'

export const assessmentPlaces = defineCodes({
  name: 'assessment-places',
  label: { zh: '鉴定地点', en: 'Place of assessment' },
  officialName: 'JDDDDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'on-campus': { zh: '校内', en: 'In the college' },
    'off-campus': { zh: '校外', en: 'Outside the college' },
  },
  official: {
    'on-campus': '1',
    'off-campus': '2',
  },
})
