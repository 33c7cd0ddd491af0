import { defineCodes } from '../../../src/language/codes.ts'

export const partyActivityForms = defineCodes({
  name: 'party-activity-forms',
  label: { zh: '党员活动形式', en: "Form of party members' activity" },
  officialName: 'DYHDXSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'three-meetings': { zh: '三会', en: 'Three regular meetings' },
    daily: { zh: '党员日常活动', en: 'Daily activity' },
    'theme-day': { zh: '党员主题党日', en: 'Theme day' },
  },
  official: {
    'three-meetings': '1',
    daily: '2',
    'theme-day': '3',
  },
})
