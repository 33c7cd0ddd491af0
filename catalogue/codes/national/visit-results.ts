import { defineCodes } from '../../../src/language/codes.ts'

export const visitResults = defineCodes({
  name: 'visit-results',
  label: { zh: '访谈成果形式', en: 'Result of the visit' },
  officialName: 'FTCGXSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    agreement: { zh: '签订合作协议', en: 'Agreement signed' },
    intention: { zh: '达成合作意向', en: 'Intention to cooperate' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    agreement: '1',
    intention: '2',
    other: '3',
  },
})
