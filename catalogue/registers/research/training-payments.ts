import { defineRegister } from '../../../src/language/register.ts'
import { date, integer, money, reference, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

export const trainingPayments = defineRegister({
  name: 'training-payments',
  label: { zh: '非学历培训到账', en: 'Training payments' },
  area: 'research',
  title: 'voucher',
  unit: 'unit',
  owner: 'finance',
  fields: {
    voucher: text({ zh: '到账凭证号', en: 'Voucher' }, { required: true, maxLength: 40 }),
    project: reference({ zh: '培训项目', en: 'Training project' }, 'training-projects', {
      required: true,
      indexed: true,
    }),
    unit: unit({ zh: '入账部门', en: 'Unit credited' }, { required: true, indexed: true }),
    receivedOn: date({ zh: '到账日期', en: 'Received on' }, { required: true, indexed: true }),
    amount: money({ zh: '到账金额', en: 'Amount' }, { required: true, min: '0.01' }),
    note: text({ zh: '备注', en: 'Note' }, { maxLength: 200, secondary: true }),
    year: integer({ zh: '到账年份', en: 'Year' }, { derived: true, indexed: true }),
  },
  unique: [['voucher']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  derive: (payment) => ({ year: Number(payment.receivedOn.slice(0, 4)) }),
  statistics: [
    { sum: 'amount', by: 'year' },
    { sum: 'amount', by: 'unit' },
  ],
  order: '-receivedOn',
})
