import { defineCodes } from '../../../src/language/codes.ts'

export const keyMajorLevels = defineCodes({
  name: 'key-major-levels',
  label: { zh: '重点专业级别', en: 'Level of key major' },
  officialName: 'ZDZYJBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    national: { zh: '国家级', en: 'National' },
    provincial: { zh: '省级', en: 'Provincial' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    national: '1',
    provincial: '2',
    other: '9',
  },
})
