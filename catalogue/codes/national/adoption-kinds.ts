import { defineCodes } from '../../../src/language/codes.ts'

export const adoptionKinds = defineCodes({
  name: 'adoption-kinds',
  label: { zh: '采用类型', en: 'Kind of adoption' },
  officialName: 'CYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'degree-education': { zh: '学历教育', en: 'Education for a degree or diploma' },
    training: { zh: '培训', en: 'Training' },
  },
  official: {
    'degree-education': '1',
    training: '2',
  },
})
