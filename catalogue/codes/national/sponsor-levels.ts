import { defineCodes } from '../../../src/language/codes.ts'

export const sponsorLevels = defineCodes({
  name: 'sponsor-levels',
  label: { zh: '学校举办者级别', en: "Level of the college's sponsor" },
  officialName: 'XXJBZJBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'provincial-government': { zh: '省级政府', en: 'Provincial government' },
    'municipal-government': { zh: '地市级政府', en: 'Municipal government' },
    'county-government': { zh: '区县级政府', en: 'County government' },
    industry: { zh: '行业', en: 'Industry' },
    enterprise: { zh: '企业（集团）', en: 'Enterprise or group' },
    citizen: { zh: '公民个人', en: 'Private citizen' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'provincial-government': '1',
    'municipal-government': '2',
    'county-government': '3',
    industry: '4',
    enterprise: '5',
    citizen: '6',
    other: '9',
  },
})
