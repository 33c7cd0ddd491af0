import { defineCodes } from '../../../src/language/codes.ts'

export const furtherStudyWays = defineCodes({
  name: 'further-study-ways',
  label: { zh: '升学渠道', en: 'Way to further study' },
  officialName: 'SXQDDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'through-programme': { zh: '贯通培养', en: 'Through programme' },
    'five-year': { zh: '五年一贯制培养', en: 'Five-year programme' },
    'vocational-entrance': { zh: '职教高考', en: 'Vocational entrance examination' },
    'general-entrance': { zh: '普通高考', en: 'General entrance examination' },
    abroad: { zh: '出国升学', en: 'Further study abroad' },
    'three-plus-two': { zh: '3+2分段培养', en: '3+2 programme' },
    'to-bachelor': { zh: '专转本', en: 'Transfer to bachelor' },
    'postgraduate-entrance': { zh: '考研', en: 'Postgraduate entrance examination' },
  },
  official: {
    'through-programme': '1',
    'five-year': '2',
    'vocational-entrance': '3',
    'general-entrance': '4',
    abroad: '5',
    'three-plus-two': '7',
    'to-bachelor': '8',
    'postgraduate-entrance': '9',
  },
})
