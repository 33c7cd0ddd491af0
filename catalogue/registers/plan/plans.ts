import {
  choice,
  date,
  defineRegister,
  files,
  integer,
  longText,
  money,
  reference,
  text,
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { inOrder } from '../../checks.ts'
import { planHeadAccess } from './access.ts'

/** A draft is written freely; what is in force changes by request; what was replaced stays to be read. */
const versions = {
  draft: {
    enforce: { to: 'in-force', by: ['quality-office'], label: { zh: '生效', en: 'Put in force' } },
  },
  'in-force': {
    replace: {
      to: 'replaced',
      by: ['quality-office'],
      comment: 'required',
      label: { zh: '由新计划替代', en: 'Replace' },
    },
  },
  replaced: {},
} as const satisfies Lifecycle<'draft' | 'in-force' | 'replaced'>

export const plans = defineRegister({
  name: 'plans',
  label: { zh: '建设计划', en: 'Plans' },
  area: 'plan',
  owner: 'quality',
  title: 'name',
  fields: {
    code: text({ zh: '计划代号', en: 'Code' }, { required: true, maxLength: 40, pattern: '[A-Za-z0-9][A-Za-z0-9-]*' }),
    name: text({ zh: '计划名称', en: 'Name' }, { required: true, maxLength: 120 }),
    kind: choice(
      { zh: '计划类别', en: 'Kind' },
      {
        'double-high': { zh: '双高计划', en: 'Double-High' },
        college: { zh: '学校自设计划', en: 'The college’s own' },
      },
      { required: true, indexed: true },
    ),
    from: date({ zh: '开始日期', en: 'From' }, { required: true }),
    to: date({ zh: '结束日期', en: 'To' }, { required: true }),
    asOf: date(
      { zh: '统计截至', en: 'Figures up to' },
      {
        help: {
          zh: '阶段考核的截止日；为空时统计到今天',
          en: 'The day up to which a stage is judged; today when empty',
        },
      },
    ),
    edition: integer(
      { zh: '版本', en: 'Edition' },
      {
        required: true,
        min: 1,
        max: 999,
        default: 1,
        help: { zh: '每次变更申请生效后加一', en: 'Goes up by one with every change request that is applied' },
      },
    ),
    replaces: reference({ zh: '替代的计划', en: 'Replaces' }, 'plans', {
      secondary: true,
      help: { zh: '本计划生效时，该计划转为“已被替代”', en: 'Is marked as replaced when this plan comes into force' },
    }),
    leadersFrom: money(
      { zh: '须校领导审批的变更金额', en: 'Leaders approve changes from' },
      {
        min: '0',
        secondary: true,
        help: {
          zh: '一次申请变动的预算达到此额，财务同意后送校领导；为空时由财务批准',
          en: 'A request that moves this much goes on to a leader after finance; finance decides when empty',
        },
      },
    ),
    copiedFrom: reference({ zh: '复制自', en: 'Copied from' }, 'plans', { secondary: true }),
    goal: longText({ zh: '总体目标', en: 'Goal' }, { maxLength: 4000, secondary: true }),
    files: files({ zh: '建设方案与任务书', en: 'Plan and contract' }, { maxFiles: 10, secondary: true }),
  },
  unique: [['code']],
  lifecycle: versions,
  access: planHeadAccess,
  order: '-from',
  check: (plan) => [
    ...inOrder(plan.from, plan.to, 'to'),
    ...inOrder(plan.from, plan.asOf, 'asOf', {
      zh: '统计截止日早于计划开始',
      en: 'Figures are wanted up to a day before the plan begins',
    }),
  ],
})
