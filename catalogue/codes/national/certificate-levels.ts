import { defineCodes } from '../../../src/language/codes.ts'

/** Levels of certificates: 1 to 5 of occupational qualifications, three of vocational skill levels. */
export const certificateLevels = defineCodes({
  name: 'certificate-levels',
  label: { zh: '证书等级', en: 'Level of certificate' },
  officialName: 'ZSDJDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'level-1': { zh: '一级', en: 'Level 1' },
    'level-2': { zh: '二级', en: 'Level 2' },
    'level-3': { zh: '三级', en: 'Level 3' },
    'level-4': { zh: '四级', en: 'Level 4' },
    'level-5': { zh: '五级', en: 'Level 5' },
    elementary: { zh: '初级', en: 'Elementary' },
    intermediate: { zh: '中级', en: 'Intermediate' },
    advanced: { zh: '高级', en: 'Advanced' },
    ungraded: { zh: '无等级', en: 'Without level' },
  },
  official: {
    'level-1': '1',
    'level-2': '2',
    'level-3': '3',
    'level-4': '4',
    'level-5': '5',
    elementary: '6',
    intermediate: '7',
    advanced: '8',
    ungraded: '9',
  },
})
