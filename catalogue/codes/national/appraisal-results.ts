import { defineCodes } from '../../../src/language/codes.ts'

export const appraisalResults = defineCodes({
  name: 'appraisal-results',
  label: { zh: '考核结果', en: 'Result of appraisal' },
  officialName: 'KHJGDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    excellent: { zh: '优秀', en: 'Excellent' },
    competent: { zh: '称职', en: 'Competent' },
    'basically-competent': { zh: '基本称职', en: 'Basically competent' },
    incompetent: { zh: '不称职', en: 'Incompetent' },
    ungraded: { zh: '不定等次', en: 'Without grade' },
    'not-appraised': { zh: '不进行考核', en: 'Not appraised' },
  },
  official: {
    excellent: '1',
    competent: '2',
    'basically-competent': '3',
    incompetent: '4',
    ungraded: '5',
    'not-appraised': '6',
  },
})
