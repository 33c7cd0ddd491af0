import {
  choice,
  decimal,
  defineRegister,
  longText,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { scoringAccess } from './access.ts'

/** What one item of a sheet is scored from; its proof is the record's evidence. */
export const scoreEntries = defineRegister({
  name: 'score-entries',
  label: { zh: '评分条目', en: 'Score entries' },
  area: 'scoring',
  owner: 'quality',
  help: {
    zh: '评分表一个条目的数值、来源、理由和佐证。评分表提交以后的改动不影响得分。',
    en: 'Value, source, reason and evidence of one item. Once the sheet is submitted, changes no longer touch its points.',
  },
  title: 'name',
  unit: 'keptBy',
  person: 'scorer',
  fields: {
    sheet: reference({ zh: '评分表', en: 'Sheet' }, 'score-sheets', { required: true }),
    keptBy: unit({ zh: '保管单位', en: 'Kept by' }, { required: true }),
    scorer: person({ zh: '评分人', en: 'Scorer' }),
    name: text({ zh: '条目', en: 'Item' }, { required: true, maxLength: 200 }),
    level: text({ zh: '层面', en: 'Level' }, { required: true, maxLength: 60 }),
    item: text({ zh: '条目代号', en: 'Code of item' }, { required: true, maxLength: 120 }),
    given: longText({ zh: '数值（JSON）', en: 'Value (JSON)' }, { maxLength: 200_000, secondary: true }),
    points: decimal({ zh: '得分', en: 'Points' }, { decimals: 2, derived: true }),
    source: choice(
      { zh: '来源', en: 'Source' },
      {
        given: { zh: '填写', en: 'Entered' },
        indicator: { zh: '平台指标', en: 'Indicator' },
        plan: { zh: '建设计划', en: 'Plan' },
      },
      { required: true, default: 'given' },
    ),
    reason: longText({ zh: '理由', en: 'Reason' }, { maxLength: 2000 }),
  },
  unique: [['sheet', 'level', 'item']],
  access: scoringAccess,
  order: 'name',
})
