import { defineRegister } from '../../../src/language/register.ts'
import { date, integer, money, reference, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** Money that arrived for technical services: what is agreed counts only once it is on the college's account. */
export const technicalServicePayments = defineRegister({
  name: 'technical-service-payments',
  label: { zh: '横向技术服务到账', en: 'Technical service payments' },
  area: 'research',
  title: 'voucher',
  unit: 'unit',
  owner: 'finance',
  fields: {
    voucher: text({ zh: '到账凭证号', en: 'Voucher' }, { required: true, maxLength: 40 }),
    service: reference({ zh: '横向项目', en: 'Technical service' }, 'technical-services', {
      required: true,
      indexed: true,
    }),
    unit: unit({ zh: '入账部门', en: 'Unit credited' }, { required: true, indexed: true }),
    receivedOn: date({ zh: '到账日期', en: 'Received on' }, { required: true, indexed: true }),
    amount: money({ zh: '到账金额', en: 'Amount' }, { required: true, min: '0.01' }),
    payer: text(
      { zh: '付款单位', en: 'Payer' },
      { maxLength: 200, help: { zh: '与委托单位不同时填写', en: 'Only when it is not the client' }, secondary: true },
    ),
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
