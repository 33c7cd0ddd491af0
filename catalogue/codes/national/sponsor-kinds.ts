import { defineCodes } from '../../../src/language/codes.ts'

export const sponsorKinds = defineCodes({
  name: 'sponsor-kinds',
  label: { zh: '学校举办者性质', en: "Kind of the college's sponsor" },
  officialName: 'XXJBZXZDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'education-department': { zh: '教育部门', en: 'Education department' },
    'other-department': { zh: '其他部门', en: 'Other department' },
    industry: { zh: '行业', en: 'Industry' },
    enterprise: { zh: '企业', en: 'Enterprise' },
    private: { zh: '民办', en: 'Private' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'education-department': '1',
    'other-department': '2',
    industry: '3',
    enterprise: '4',
    private: '5',
    other: '9',
  },
})
