import { choice, date, defineRegister, integer, money, text, unit } from '../../../src/language/index.ts'
import { reviewed } from '../../lifecycles.ts'
import { collegeMoney } from './access.ts'

/** What the college spends on internships, by faculty. */
export const internshipExpenses = defineRegister({
  name: 'internship-expenses',
  label: { zh: '实习经费', en: 'Internship expenses' },
  area: 'finance',
  owner: 'academic-affairs',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '凭证号', en: 'Voucher' }, { required: true, maxLength: 40 }),
    name: text({ zh: '支出名称', en: 'Name' }, { required: true, maxLength: 120 }),
    unit: unit({ zh: '支出单位', en: 'Unit' }, { required: true, indexed: true }),
    kind: choice(
      { zh: '支出类别', en: 'Kind' },
      {
        'liability-insurance': { zh: '实习责任保险', en: 'Liability insurance' },
        guidance: { zh: '实习指导', en: 'Guidance' },
        travel: { zh: '实习交通与差旅', en: 'Travel' },
        partner: { zh: '企业实习协作', en: 'Partner enterprises' },
        other: { zh: '其他', en: 'Other' },
      },
      { required: true, indexed: true },
    ),
    students: integer({ zh: '覆盖学生数', en: 'Students covered' }, { min: 0, unit: { zh: '人', en: 'students' } }),
    amount: money({ zh: '金额', en: 'Amount' }, { required: true, min: '0' }),
    spentOn: date({ zh: '支付日期', en: 'Spent on' }, { required: true, indexed: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: collegeMoney,
  order: '-spentOn',
  statistics: [
    { sum: 'amount', by: 'kind' },
    { sum: 'amount', by: 'unit' },
  ],
})
