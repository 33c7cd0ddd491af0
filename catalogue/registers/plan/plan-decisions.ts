import {
  choice,
  date,
  defineRegister,
  files,
  integer,
  longText,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { planAccess } from './access.ts'

/** On the agenda, decided, reported as done, and checked by the office: only then is it off the next agenda. */
const doneAndChecked = {
  planned: {
    decide: { to: 'open', by: ['quality-office'], label: { zh: '形成决议', en: 'Decide' } },
    note: { to: 'closed', by: ['quality-office'], label: { zh: '只作通报', en: 'Take note only' } },
  },
  open: {
    report: {
      to: 'done',
      by: ['teacher', 'unit-filler', 'unit-head', 'quality-office'],
      label: { zh: '报告完成', en: 'Report as done' },
    },
  },
  done: {
    verify: { to: 'verified', by: ['quality-office'], label: { zh: '核实办结', en: 'Verify' }, withinDays: 7 },
    return: { to: 'open', by: ['quality-office'], comment: 'required' },
  },
  verified: {
    reopen: { to: 'open', by: ['quality-office'], comment: 'required' },
  },
  closed: {
    reopen: { to: 'planned', by: ['quality-office'], comment: 'required' },
  },
} as const satisfies Lifecycle<'planned' | 'open' | 'done' | 'verified' | 'closed'>

/** An item of a meeting's agenda, and what was decided: who does what by when, and whether it was done. */
export const planDecisions = defineRegister({
  name: 'plan-decisions',
  label: { zh: '会议议题与决议', en: 'Agenda and decisions' },
  area: 'plan',
  owner: 'quality',
  title: 'subject',
  unit: 'unit',
  person: 'responsible',
  fields: {
    meeting: reference({ zh: '会议', en: 'Meeting' }, 'plan-meetings', { required: true }),
    order: integer({ zh: '序号', en: 'No.' }, { required: true, min: 1, max: 999 }),
    reason: choice(
      { zh: '上会原因', en: 'Why it is discussed' },
      {
        late: { zh: '逾期', en: 'Late' },
        stuck: { zh: '停滞', en: 'Stuck' },
        problem: { zh: '报告了问题', en: 'A problem was reported' },
        due: { zh: '即将到期', en: 'Due soon' },
        other: { zh: '其他', en: 'Other' },
      },
      { required: true, default: 'other', indexed: true },
    ),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks'),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    subject: text({ zh: '议题', en: 'Subject' }, { required: true, maxLength: 300 }),
    facts: longText({ zh: '情况', en: 'Facts' }, { maxLength: 3000 }),
    decision: longText({ zh: '决议', en: 'Decision' }, { maxLength: 3000 }),
    responsible: person({ zh: '负责人', en: 'Responsible' }),
    dueOn: date({ zh: '完成期限', en: 'Due on' }, { indexed: true }),
    outcome: longText({ zh: '落实情况', en: 'What was done' }, { maxLength: 3000 }),
    files: files({ zh: '佐证', en: 'Proof' }, { maxFiles: 10, secondary: true }),
  },
  unique: [['meeting', 'order']],
  lifecycle: doneAndChecked,
  access: planAccess,
  order: 'order',
  statistics: [{ count: 'all', by: 'reason' }],
})
