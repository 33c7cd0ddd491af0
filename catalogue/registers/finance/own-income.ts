import { choice, date, defineRegister, money, text } from '../../../src/language/index.ts'
import { collegeMoney } from './access.ts'

/** Income that is not an appropriation, so that no yuan stands in two registers. */
export const ownIncome = defineRegister({
  name: 'own-income',
  label: { zh: '自有收入', en: 'Own income' },
  area: 'finance',
  owner: 'finance',
  title: 'name',
  // Vouchers are kept for 30 years: 会计档案管理办法 (2015), annex 1.
  retentionYears: 30,
  fields: {
    number: text({ zh: '凭证号', en: 'Voucher' }, { required: true, maxLength: 40 }),
    name: text({ zh: '收入名称', en: 'Name' }, { required: true, maxLength: 120 }),
    kind: choice(
      { zh: '收入类别', en: 'Kind' },
      {
        tuition: { zh: '学费', en: 'Tuition' },
        accommodation: { zh: '住宿费', en: 'Accommodation' },
        research: { zh: '科研事业收入', en: 'Research' },
        training: { zh: '培训与鉴定收入', en: 'Training and assessment' },
        'other-governments': { zh: '非同级财政拨款', en: 'Other governments' },
        other: { zh: '其他收入', en: 'Other' },
      },
      { required: true, indexed: true },
    ),
    amount: money({ zh: '金额', en: 'Amount' }, { required: true, min: '0' }),
    arrivedOn: date({ zh: '到账日期', en: 'Arrived on' }, { required: true, indexed: true }),
  },
  unique: [['number']],
  access: collegeMoney,
  order: '-arrivedOn',
  statistics: [{ sum: 'amount', by: 'kind' }],
})
