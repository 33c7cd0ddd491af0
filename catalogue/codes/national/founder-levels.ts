import { defineCodes } from '../../../src/language/codes.ts'

export const founderLevels = defineCodes({
  name: 'founder-levels',
  label: { zh: '建立单位级别', en: 'Level of founder' },
  officialName: 'JLDWJBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    national: { zh: '国家级', en: 'National' },
    provincial: { zh: '省级', en: 'Provincial' },
    municipal: { zh: '地市级', en: 'Municipal' },
    college: { zh: '校级', en: 'College' },
  },
  official: {
    national: '1',
    provincial: '2',
    municipal: '3',
    college: '4',
  },
})
