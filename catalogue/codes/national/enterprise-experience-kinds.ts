import { defineCodes } from '../../../src/language/codes.ts'

export const enterpriseExperienceKinds = defineCodes({
  name: 'enterprise-experience-kinds',
  label: { zh: '企业锻炼类型', en: 'Kind of enterprise experience' },
  officialName: 'QYDLLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    practice: { zh: '企业实践', en: 'Practice in an enterprise' },
    'part-time-post': { zh: '企业兼职', en: 'Part-time post in an enterprise' },
  },
  official: {
    practice: '1',
    'part-time-post': '2',
  },
})
