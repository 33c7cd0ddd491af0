import { choice, date, defineRegister, integer, longText, period, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

export const satisfactionSurveys = defineRegister({
  name: 'satisfaction-surveys',
  label: { zh: '满意度调查', en: 'Satisfaction surveys' },
  area: 'quality',
  owner: 'quality',
  title: 'name',
  fields: {
    period: period({ zh: '年度', en: 'Year' }, { required: true, indexed: true }),
    name: text({ zh: '调查名称', en: 'Survey' }, { required: true, maxLength: 100 }),
    method: choice(
      { zh: '调查方式', en: 'Method' },
      {
        web: { zh: '网络问卷', en: 'Web' },
        paper: { zh: '纸质问卷', en: 'Paper' },
        phone: { zh: '电话', en: 'Phone' },
        agency: { zh: '委托第三方', en: 'By an agency' },
      },
      { required: true },
    ),
    openedOn: date({ zh: '开始日期', en: 'Opened on' }),
    closedOn: date({ zh: '截止日期', en: 'Closed on' }),
    asked: integer({ zh: '目标人数', en: 'Asked' }, { min: 0, unit: { zh: '人', en: 'persons' } }),
    answered: integer({ zh: '完成人数', en: 'Answered' }, { min: 0, unit: { zh: '人', en: 'persons' } }),
    note: longText({ zh: '说明', en: 'Note' }),
  },
  unique: [['period', 'name']],
  access: openToMembers,
  order: '-closedOn',
  check: (survey) =>
    survey.openedOn && survey.closedOn && survey.openedOn > survey.closedOn
      ? [{ field: 'closedOn', message: { zh: '截止日期早于开始日期', en: 'The survey closes before it opens' } }]
      : [],
})
