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
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { planHeadAccess } from './access.ts'

const closing = {
  open: { close: { to: 'closed', by: ['quality-office'] } },
  closed: { reopen: { to: 'open', by: ['quality-office'], comment: 'required' } },
} as const satisfies Lifecycle<'open' | 'closed'>

/** A look at a plan at one of its stages. It can be closed when everything it found is mended and checked. */
export const planChecks = defineRegister({
  name: 'plan-checks',
  label: { zh: '阶段检查', en: 'Stage checks' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '中期检查、年度检查和专项检查。发现的问题登记在“检查发现的问题”，全部整改并验收后才能关闭。',
    en: 'Mid-term, annual and special checks. What they find stands in “Findings”; a check is closed when all of it is mended and accepted.',
  },
  title: 'name',
  fields: {
    plan: reference({ zh: '所属计划', en: 'Plan' }, 'plans', { required: true }),
    name: text({ zh: '检查名称', en: 'Name' }, { required: true, maxLength: 120 }),
    kind: choice(
      { zh: '检查类别', en: 'Kind' },
      {
        'mid-term': { zh: '中期检查', en: 'Mid-term' },
        annual: { zh: '年度检查', en: 'Annual' },
        special: { zh: '专项检查', en: 'Special' },
      },
      { required: true, indexed: true },
    ),
    year: integer({ zh: '检查年度', en: 'Year' }, { required: true, min: 2000, max: 2100, indexed: true }),
    heldOn: date({ zh: '检查日期', en: 'Held on' }, { required: true }),
    checker: person({ zh: '检查负责人', en: 'Checker' }, { required: true }),
    conclusion: longText({ zh: '检查结论', en: 'Conclusion' }, { maxLength: 4000, secondary: true }),
    files: files({ zh: '检查材料', en: 'Papers' }, { maxFiles: 20, secondary: true }),
  },
  unique: [['plan', 'name']],
  lifecycle: closing,
  access: planHeadAccess,
  order: '-heldOn',
  statistics: [{ count: 'all', by: 'kind' }],
})
