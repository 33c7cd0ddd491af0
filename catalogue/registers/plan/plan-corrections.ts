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
import { moneyAlerts } from '../../codes/money-alerts.ts'
import { planAccess } from './access.ts'

/** Ordered by the office, done by the unit, checked and closed by the office. */
const correctionSteps = {
  draft: {
    issue: { to: 'open', by: ['quality-office'], label: { zh: '下达整改', en: 'Order it' } },
  },
  open: {
    report: {
      to: 'rectified',
      by: ['unit-filler', 'unit-head', 'teacher'],
      label: { zh: '上报整改结果', en: 'Report it done' },
    },
    cancel: { to: 'cancelled', by: ['quality-office'], comment: 'required' },
  },
  rectified: {
    close: {
      to: 'closed',
      by: ['quality-office'],
      label: { zh: '核查销号', en: 'Check and close' },
      comment: 'required',
    },
    return: { to: 'open', by: ['quality-office'], comment: 'required' },
  },
  closed: {},
  cancelled: {},
} as const satisfies Lifecycle<'draft' | 'open' | 'rectified' | 'closed' | 'cancelled'>

/** Something to be put right. An order that an alert gave rise to is closed only when the alert has gone out. */
export const planCorrections = defineRegister({
  name: 'plan-corrections',
  label: { zh: '整改通知', en: 'Correction orders' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '由预警或季度检视发出；单位上报结果和佐证，双高办核查后销号。预警未解除的不能销号。',
    en: 'Given after an alert or a quarterly review. The unit reports what was done, the office checks it; it is not closed while its alert stands.',
  },
  title: 'number',
  unit: 'unit',
  person: 'responsible',
  fields: {
    number: text({ zh: '整改编号', en: 'Number' }, { required: true, maxLength: 80 }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    responsible: person({ zh: '责任人', en: 'Responsible' }),
    alert: choice({ zh: '预警', en: 'Alert' }, moneyAlerts),
    wrong: longText({ zh: '存在问题', en: 'What is wrong' }, { required: true, maxLength: 2000 }),
    wanted: longText({ zh: '整改要求', en: 'What is wanted' }, { required: true, maxLength: 2000 }),
    dueOn: date({ zh: '整改期限', en: 'Due on' }, { required: true, indexed: true }),
    done: longText({ zh: '整改结果', en: 'What was done' }, { maxLength: 4000 }),
    files: files({ zh: '整改佐证', en: 'Proof' }, { maxFiles: 20, secondary: true }),
  },
  unique: [['number']],
  lifecycle: correctionSteps,
  access: planAccess,
  order: '-number',
  statistics: [
    { count: 'all', by: 'alert' },
    { count: 'all', by: 'unit' },
  ],
})
