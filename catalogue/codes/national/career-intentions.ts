import { defineCodes } from '../../../src/language/codes.ts'

export const careerIntentions = defineCodes({
  name: 'career-intentions',
  label: { zh: '就业意向', en: 'Intention after graduation' },
  officialName: 'JYYXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'further-study': { zh: '升学', en: 'Further study' },
    employment: { zh: '就业', en: 'Employment' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'further-study': '1',
    employment: '2',
    other: '3',
  },
})
