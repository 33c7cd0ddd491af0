import { choice, defineRegister, integer, money, reference, text, unit } from '../../../src/language/index.ts'
import { planSources } from '../../codes/plan-sources.ts'
import { reviewed } from '../../lifecycles.ts'
import { planMoneyAccess } from './access.ts'

/** What a task may spend in a year from a source; adjustments stand beside the first budget and never replace it. */
export const planBudgets = defineRegister({
  name: 'plan-budgets',
  label: { zh: '任务预算', en: 'Budgets of tasks' },
  area: 'plan',
  owner: 'finance',
  title: 'number',
  unit: 'unit',
  fields: {
    number: text({ zh: '预算编号', en: 'Number' }, { required: true, maxLength: 60 }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100, indexed: true }),
    source: choice({ zh: '资金来源', en: 'Source' }, planSources, { required: true, indexed: true }),
    kind: choice(
      { zh: '类别', en: 'Kind' },
      { budget: { zh: '预算', en: 'Budget' }, adjustment: { zh: '调整', en: 'Adjustment' } },
      { required: true, default: 'budget' },
    ),
    amount: money(
      { zh: '金额', en: 'Amount' },
      { required: true, help: { zh: '调减填负数', en: 'Negative where an adjustment takes away' } },
    ),
    reason: text({ zh: '调整依据', en: 'Reason' }, { maxLength: 200, secondary: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: planMoneyAccess,
  order: 'number',
  statistics: [
    { sum: 'amount', by: 'source' },
    { sum: 'amount', by: 'year' },
    { sum: 'amount', by: 'unit' },
  ],
  check: (budget) => [
    ...(budget.kind === 'budget' && budget.amount.startsWith('-')
      ? [
          {
            field: 'amount',
            message: {
              zh: '预算不能为负；调减请选择类别“调整”',
              en: 'A budget is not negative: choose “Adjustment” to take away',
            },
          },
        ]
      : []),
    ...(budget.kind === 'adjustment' && budget.reason === null
      ? [{ field: 'reason', message: { zh: '请填写调整依据', en: 'Say on what the adjustment rests' } }]
      : []),
  ],
})
