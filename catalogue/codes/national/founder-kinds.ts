import { defineCodes } from '../../../src/language/codes.ts'

export const founderKinds = defineCodes({
  name: 'founder-kinds',
  label: { zh: '建立单位部门', en: 'Founded by' },
  officialName: 'JLDWBMDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'central-ministry': { zh: '中央部委', en: 'Central ministry' },
    'provincial-department': { zh: '省市部门', en: 'Provincial or municipal department' },
    industry: { zh: '行业', en: 'Industry association' },
    enterprise: { zh: '企业', en: 'Enterprise' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'central-ministry': '1',
    'provincial-department': '2',
    industry: '3',
    enterprise: '4',
    other: '9',
  },
})
