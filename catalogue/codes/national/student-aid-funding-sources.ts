import { defineCodes } from '../../../src/language/codes.ts'

export const studentAidFundingSources = defineCodes({
  name: 'student-aid-funding-sources',
  label: { zh: '奖励资助资金来源', en: 'Source of student aid funds' },
  officialName: 'JLZZZJLYDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    central: { zh: '中央财政', en: 'Central government' },
    provincial: { zh: '省级财政', en: 'Provincial government' },
    municipal: { zh: '市级财政', en: 'Municipal government' },
    county: { zh: '县级财政', en: 'County government' },
    'college-income': { zh: '学校事业收入提取', en: "Set aside from the college's income" },
    donation: { zh: '企事业单位、社会或个人捐赠', en: 'Donation of organisations or persons' },
    'financial-institution': { zh: '金融机构', en: 'Financial institution' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    central: '1',
    provincial: '2',
    municipal: '3',
    county: '4',
    'college-income': '5',
    donation: '6',
    'financial-institution': '7',
    other: '9',
  },
})
