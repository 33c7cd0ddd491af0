import {
  choice,
  date,
  decimal,
  defineRegister,
  integer,
  period,
  text,
  unit,
  type Problem,
} from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

const persons = { min: 0, unit: { zh: '人', en: 'persons' } } as const

export const graduateFollowUps = defineRegister({
  name: 'graduate-follow-ups',
  label: { zh: '毕业生跟踪调查', en: 'Follow-up of graduates' },
  area: 'students',
  owner: 'employment',
  help: {
    zh: '对毕业三年的毕业生的调查，每个院系一行。',
    en: 'The survey of graduates three years out: one row for each faculty.',
  },
  title: 'name',
  unit: 'unit',
  fields: {
    period: period({ zh: '调查年度', en: 'Year of survey' }, { required: true, indexed: true }),
    name: text({ zh: '调查名称', en: 'Survey' }, { required: true, maxLength: 100 }),
    cohort: integer({ zh: '毕业届', en: 'Year of graduation' }, { required: true, min: 1950, max: 2100 }),
    unit: unit({ zh: '院系', en: 'Faculty' }, { required: true }),
    method: choice(
      { zh: '调查方式', en: 'Method' },
      {
        web: { zh: '网络问卷', en: 'Web' },
        phone: { zh: '电话', en: 'Phone' },
        visit: { zh: '走访', en: 'Visit' },
        agency: { zh: '委托第三方', en: 'By an agency' },
      },
    ),
    surveyedOn: date({ zh: '调查截止日期', en: 'Closed on' }),
    contacted: integer({ zh: '发出份数', en: 'Asked' }, persons),
    answered: integer({ zh: '有效份数', en: 'Answered' }, { ...persons, required: true }),
    promoted: integer({ zh: '职位或职级晋升人数', en: 'Promoted' }, { ...persons, required: true }),
    changedJob: integer({ zh: '转岗人数', en: 'Changed jobs' }, persons),
    averageIncome: decimal(
      { zh: '平均月收入', en: 'Average monthly income' },
      { decimals: 2, min: '0', unit: { zh: '元', en: 'yuan' } },
    ),
  },
  unique: [['period', 'cohort', 'unit']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  order: 'name',
  check: (row) => {
    const problems: Problem[] = []
    if (row.promoted > row.answered)
      problems.push({ field: 'promoted', message: { zh: '晋升人数大于有效份数', en: 'More promoted than answered' } })
    if (row.contacted !== null && row.answered > row.contacted)
      problems.push({ field: 'answered', message: { zh: '有效份数大于发出份数', en: 'More answered than were asked' } })
    return problems
  },
})
