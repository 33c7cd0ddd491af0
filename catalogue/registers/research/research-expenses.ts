import { dateTime, defineRegister, longText, money, reference, text, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'

/** Money spent on research projects. What came in stands in research-payments. */
export const researchExpenses = defineRegister({
  name: 'research-expenses',
  label: { zh: '科研经费支出', en: 'Research expenses' },
  area: 'research',
  owner: 'research',
  title: 'voucher',
  unit: 'unit',
  fields: {
    voucher: text({ zh: '凭证号', en: 'Voucher' }, { required: true, maxLength: 40 }),
    project: reference({ zh: '科研项目', en: 'Project' }, 'research-projects', { required: true, indexed: true }),
    unit: unit({ zh: '承担部门', en: 'Unit' }, { required: true, indexed: true }),
    amount: money({ zh: '支出金额', en: 'Amount' }, { required: true, min: '0' }),
    paidAt: dateTime({ zh: '支出时间', en: 'Paid at' }, { required: true, indexed: true }),
    purpose: longText({ zh: '支出用途', en: 'Spent on' }, { required: true, maxLength: 2000 }),
  },
  unique: [['voucher']],
  access: byUnit,
  order: '-paidAt',
  statistics: [{ sum: 'amount', by: 'unit' }],
})
