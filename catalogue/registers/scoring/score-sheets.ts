import {
  choice,
  decimal,
  defineRegister,
  longText,
  period,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { scoringAccess } from './access.ts'

/** One scoring of one body by one person or office. Its steps are taken on the sheet's own screen, which freezes values. */
export const scoreSheets = defineRegister({
  name: 'score-sheets',
  label: { zh: '评分表', en: 'Score sheets' },
  area: 'scoring',
  owner: 'quality',
  help: {
    zh: '在“评分”页面新建、填写、提交和确认。提交时数值冻结，确认后不再改变。',
    en: 'Made, filled, submitted and confirmed on the page “Scoring”. Submitting freezes the values.',
  },
  title: 'name',
  unit: 'keptBy',
  person: 'scorer',
  fields: {
    number: text({ zh: '评分表编号', en: 'Number' }, { required: true, maxLength: 80, secondary: true }),
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 200 }),
    scheme: reference({ zh: '评分方案', en: 'Scheme' }, 'scoring-schemes', { required: true }),
    round: choice(
      { zh: '评分轮次', en: 'Round' },
      {
        person: { zh: '个人', en: 'Person' },
        unit: { zh: '部门', en: 'Unit' },
        group: { zh: '任务组', en: 'Task group' },
        school: { zh: '学校', en: 'School' },
        experts: { zh: '校外专家', en: 'Outside experts' },
      },
      { required: true, indexed: true },
    ),
    unit: unit({ zh: '被评单位', en: 'Unit scored' }, { required: true, indexed: true }),
    keptBy: unit(
      { zh: '保管单位', en: 'Kept by' },
      { required: true, help: { zh: '由它的人员填写', en: 'Whose people fill it' } },
    ),
    plan: reference({ zh: '建设计划', en: 'Plan' }, 'plans'),
    period: period({ zh: '年度', en: 'Year' }, { indexed: true }),
    scorer: person(
      { zh: '评分人', en: 'Scorer' },
      {
        help: { zh: '个人和专家轮次必填：只有本人能评分', en: 'In rounds of persons and experts: nobody else scores' },
      },
    ),
    weighting: text({ zh: '权重方案', en: 'Weighting' }, { maxLength: 60, secondary: true }),
    total: decimal({ zh: '总分', en: 'Total' }, { decimals: 2, derived: true }),
    grade: text({ zh: '等级', en: 'Grade' }, { maxLength: 40, derived: true }),
    frozen: longText(
      { zh: '冻结的数值（JSON）', en: 'Frozen values (JSON)' },
      // Written when a step is taken, and by nobody's hand.
      { maxLength: 4_000_000, secondary: true, derived: true, readableBy: [] },
    ),
    note: longText({ zh: '说明', en: 'Note' }, { maxLength: 2000 }),
  },
  unique: [['number']],
  // Nobody takes these steps from the record itself: a step without frozen values would leave the points open.
  lifecycle: {
    draft: { submit: { to: 'submitted', by: [] } },
    submitted: {
      confirm: { to: 'confirmed', by: [] },
      return: { to: 'draft', by: [], comment: 'required' },
    },
    confirmed: { reopen: { to: 'draft', by: [], comment: 'required' } },
  },
  counts: ['confirmed'],
  access: scoringAccess,
  order: 'name',
  statistics: [{ count: 'all', by: 'round' }],
  check: (sheet) =>
    (sheet.round === 'person' || sheet.round === 'experts') && sheet.scorer === null
      ? [
          {
            field: 'scorer',
            message: { zh: '个人和专家轮次须写明评分人', en: 'A round of persons or experts names its scorer' },
          },
        ]
      : [],
})
