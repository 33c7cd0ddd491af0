import { choice, date, defineRegister, money, text } from '../../../src/language/index.ts'
import { collegeMoney } from './access.ts'

export const spending = defineRegister({
  name: 'spending',
  label: { zh: '办学支出', en: 'Spending' },
  area: 'finance',
  owner: 'finance',
  title: 'name',
  // Vouchers are kept for 30 years: 会计档案管理办法 (2015), annex 1.
  retentionYears: 30,
  fields: {
    number: text({ zh: '凭证号', en: 'Voucher' }, { required: true, maxLength: 40 }),
    name: text({ zh: '支出名称', en: 'Name' }, { required: true, maxLength: 120 }),
    kind: choice(
      { zh: '支出类别', en: 'Kind' },
      {
        wages: { zh: '工资福利', en: 'Wages' },
        'student-aid': { zh: '对个人和家庭的补助', en: 'Grants to students and families' },
        'daily-teaching': { zh: '日常教学经费', en: 'Daily teaching' },
        equipment: { zh: '设备采购', en: 'Equipment' },
        'staff-development': { zh: '师资建设', en: 'Development of staff' },
        research: { zh: '教学改革与研究', en: 'Reform and research' },
        building: { zh: '基础设施建设', en: 'Building' },
        other: { zh: '其他支出', en: 'Other' },
      },
      { required: true, indexed: true },
    ),
    amount: money({ zh: '金额', en: 'Amount' }, { required: true, min: '0' }),
    spentOn: date({ zh: '支付日期', en: 'Spent on' }, { required: true, indexed: true }),
  },
  unique: [['number']],
  access: collegeMoney,
  order: '-spentOn',
  statistics: [{ sum: 'amount', by: 'kind' }],
})
