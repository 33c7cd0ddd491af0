import {
  choice,
  date,
  defineRegister,
  files,
  longText,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { planAccess } from './access.ts'

/** Mended by whoever answers for it, accepted by somebody else. */
const mending = {
  open: {
    mend: {
      to: 'rectified',
      by: ['teacher', 'unit-filler', 'unit-head', 'quality-office'],
      label: { zh: '报告整改完成', en: 'Report as mended' },
    },
  },
  rectified: {
    close: { to: 'closed', by: ['quality-office'], label: { zh: '验收销号', en: 'Accept' }, withinDays: 7 },
    return: { to: 'open', by: ['quality-office'], comment: 'required' },
  },
  closed: {
    reopen: { to: 'open', by: ['quality-office'], comment: 'required' },
  },
} as const satisfies Lifecycle<'open' | 'rectified' | 'closed'>

/** What a stage check found: to be mended by a day, and accepted by whoever checks. */
export const planFindings = defineRegister({
  name: 'plan-findings',
  label: { zh: '检查发现的问题', en: 'Findings of checks' },
  area: 'plan',
  owner: 'quality',
  title: 'what',
  unit: 'unit',
  person: 'responsible',
  fields: {
    check: reference({ zh: '阶段检查', en: 'Check' }, 'plan-checks', { required: true }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks'),
    unit: unit({ zh: '整改单位', en: 'Unit' }, { required: true }),
    responsible: person({ zh: '整改负责人', en: 'Responsible' }, { required: true }),
    grade: choice(
      { zh: '程度', en: 'Grade' },
      {
        serious: { zh: '严重', en: 'Serious' },
        general: { zh: '一般', en: 'General' },
        advice: { zh: '建议', en: 'Advice' },
      },
      { required: true, default: 'general', indexed: true },
    ),
    what: text({ zh: '问题', en: 'Finding' }, { required: true, maxLength: 300 }),
    demand: longText({ zh: '整改要求', en: 'What is asked' }, { maxLength: 2000 }),
    mendBy: date({ zh: '整改期限', en: 'Mend by' }, { required: true, indexed: true }),
    mended: longText({ zh: '整改情况', en: 'What was done' }, { maxLength: 3000 }),
    files: files({ zh: '整改佐证', en: 'Proof' }, { maxFiles: 10, secondary: true }),
  },
  unique: [['check', 'unit', 'what']],
  lifecycle: mending,
  access: planAccess,
  order: 'mendBy',
  statistics: [
    { count: 'all', by: 'grade' },
    { count: 'all', by: 'unit' },
  ],
})
