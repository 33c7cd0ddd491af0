import { choice, date, defineRegister, integer, money, reference, text, unit } from '../../../src/language/index.ts'
import { planSources } from '../../codes/plan-sources.ts'
import { reviewed } from '../../lifecycles.ts'
import { planMoneyAccess } from './access.ts'

/** What was spent for a task. A reversal is a payment of its own with a negative amount. */
export const planPayments = defineRegister({
  name: 'plan-payments',
  label: { zh: '资金支出', en: 'Payments of plans' },
  area: 'plan',
  owner: 'finance',
  title: 'purpose',
  unit: 'unit',
  fields: {
    number: text({ zh: '支出凭证号', en: 'Voucher' }, { required: true, maxLength: 60 }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    purpose: text({ zh: '用途', en: 'Purpose' }, { required: true, maxLength: 200 }),
    source: choice({ zh: '资金来源', en: 'Source' }, planSources, { required: true, indexed: true }),
    amount: money(
      { zh: '支出金额', en: 'Amount' },
      { required: true, help: { zh: '冲销填负数', en: 'Negative for a reversal' } },
    ),
    paidOn: date({ zh: '支付日期', en: 'Paid on' }, { required: true, indexed: true }),
    year: integer({ zh: '年度', en: 'Year' }, { derived: true, indexed: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: planMoneyAccess,
  order: '-paidOn',
  derive: (payment) => ({ year: Number(payment.paidOn.slice(0, 4)) }),
  statistics: [
    { sum: 'amount', by: 'source' },
    { sum: 'amount', by: 'year' },
    { sum: 'amount', by: 'unit' },
  ],
})
