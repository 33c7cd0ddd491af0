import { defineCodes } from '../../../src/language/codes.ts'

export const teachingConditions = defineCodes({
  name: 'teaching-conditions',
  label: { zh: '教学条件状况', en: 'Teaching conditions' },
  officialName: 'JXTJZKDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    irregular: { zh: '异常', en: 'Irregular' },
    regular: { zh: '正常', en: 'Regular' },
  },
  official: {
    irregular: '0',
    regular: '1',
  },
})
