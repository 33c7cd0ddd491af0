import { defineCodes } from '../../../src/language/codes.ts'

export const highLevelCollegeLevels = defineCodes({
  name: 'high-level-college-levels',
  label: { zh: '高水平学校级别', en: 'Level of high-level college' },
  officialName: 'GSPXXJBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    national: { zh: '国家级', en: 'National' },
    provincial: { zh: '省部级', en: 'Provincial or ministerial' },
    none: { zh: '无', en: 'None' },
  },
  official: {
    national: '1',
    provincial: '2',
    none: '9',
  },
})
