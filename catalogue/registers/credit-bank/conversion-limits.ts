import { choice, date, decimal, defineRegister, reference, text, unit } from '../../../src/language/index.ts'
import type { Problem } from '../../../src/language/register.ts'
import { inOrder } from '../../checks.ts'
import { creditRuleAccess } from './access.ts'
import { creditCategories } from './outcome-words.ts'
import { ruleSteps } from './rule-steps.ts'

/** How much an institution converts at most: of one certificate, into a category, into a programme. 0 closes a category. */
export const conversionLimits = defineRegister({
  name: 'conversion-limits',
  label: { zh: '学分转换上限', en: 'Limits of conversion' },
  area: 'credit-bank',
  owner: 'continuing-education',
  help: {
    zh: '上限可写学分，也可写占比；两者都写时取较低者。填 0 学分即该类课程不接受转换（如思想政治课、体育课）。',
    en: 'In credits, in per cent, or both: then the lower one holds. 0 credits close a category, such as ideological or physical education.',
  },
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '编号', en: 'Number' }, { required: true, maxLength: 40 }),
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 120 }),
    institution: reference({ zh: '转换机构', en: 'Converted at' }, 'credit-institutions', {
      required: true,
      indexed: true,
    }),
    unit: unit({ zh: '维护单位', en: 'Unit that keeps it' }, { secondary: true }),
    per: choice(
      { zh: '限于', en: 'For each' },
      {
        outcome: { zh: '每项成果', en: 'Outcome' },
        category: { zh: '每类课程', en: 'Category' },
        programme: { zh: '整个专业', en: 'Programme' },
      },
      { required: true },
    ),
    category: choice({ zh: '课程类别', en: 'Category' }, creditCategories),
    mostCredits: decimal(
      { zh: '最多学分', en: 'Credits at most' },
      { decimals: 1, min: '0', max: '400', unit: { zh: '学分', en: 'credits' } },
    ),
    mostPercent: decimal(
      { zh: '最多占比', en: 'Share at most' },
      { decimals: 2, min: '0', max: '100', unit: { zh: '%', en: '%' } },
    ),
    ofCredits: decimal(
      { zh: '占比基数', en: 'Share of' },
      {
        decimals: 1,
        min: '0.5',
        max: '400',
        unit: { zh: '学分', en: 'credits' },
        help: { zh: '该类课程或整个专业的总学分', en: 'All credits of the category or the programme' },
      },
    ),
    from: date({ zh: '生效日期', en: 'In force from' }, { required: true }),
    until: date({ zh: '失效日期', en: 'In force until' }),
    basis: text({ zh: '依据', en: 'Basis' }, { maxLength: 200, secondary: true }),
  },
  unique: [['number']],
  lifecycle: ruleSteps,
  counts: ['approved'],
  access: creditRuleAccess,
  order: 'number',
  statistics: [{ count: 'all', by: 'per' }],
  check(limit) {
    const problems: Problem[] = [...inOrder(limit.from, limit.until, 'until')]
    if (limit.mostCredits === null && limit.mostPercent === null)
      problems.push({
        field: 'mostCredits',
        message: { zh: '请填写最多学分或最多占比', en: 'Say how many credits, or which share, at most' },
      })
    if ((limit.mostPercent === null) !== (limit.ofCredits === null))
      problems.push({
        field: 'ofCredits',
        message: { zh: '占比和占比基数须同时填写', en: 'A share needs what it is a share of, and the other way round' },
      })
    if ((limit.per === 'category') !== (limit.category !== null))
      problems.push({
        field: 'category',
        message: {
          zh: '按类别限制时选择课程类别，其余情形留空',
          en: 'Choose the category of a limit for a category, and of no other',
        },
      })
    return problems
  },
})
