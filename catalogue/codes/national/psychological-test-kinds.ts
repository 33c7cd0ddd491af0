import { defineCodes } from '../../../src/language/codes.ts'

export const psychologicalTestKinds = defineCodes({
  name: 'psychological-test-kinds',
  label: { zh: '测评类型', en: 'Kind of psychological test' },
  officialName: 'CPLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    survey: { zh: '普查', en: 'Survey of all' },
    'self-test': { zh: '自测', en: 'Self-test' },
  },
  official: {
    survey: '1',
    'self-test': '2',
  },
})
