import { defineCodes } from '../../../src/language/codes.ts'

export const programmeLengths = defineCodes({
  name: 'programme-lengths',
  label: { zh: '学制', en: 'Length of programme' },
  officialName: 'XZDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'two-years': { zh: '两年制', en: 'Two years' },
    'two-and-a-half-years': { zh: '两年半制', en: 'Two and a half years' },
    'three-years': { zh: '三年制', en: 'Three years' },
    'four-years': { zh: '四年制', en: 'Four years' },
    'five-years': { zh: '五年制', en: 'Five years' },
    'over-five-years': { zh: '五年制以上', en: 'More than five years' },
  },
  official: {
    'two-years': '1',
    'two-and-a-half-years': '2',
    'three-years': '3',
    'four-years': '4',
    'five-years': '5',
    'over-five-years': '6',
  },
})
