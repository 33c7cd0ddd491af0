import { defineCodes } from '../../src/language/codes.ts'

export const employerSizes = defineCodes({
  name: 'employer-sizes',
  label: { zh: '单位规模', en: 'Size of employer' },
  officialName: 'JYDWGMDM',
  source: '职业院校数字基座高职数据标准 JYDWGMDM',
  values: {
    huge: { zh: '特大型', en: 'Very large' },
    large: { zh: '大型', en: 'Large' },
    medium: { zh: '中型', en: 'Medium' },
    small: { zh: '小型', en: 'Small' },
    micro: { zh: '微型', en: 'Micro' },
  },
  official: { huge: '1', large: '2', medium: '3', small: '4', micro: '5' },
})
