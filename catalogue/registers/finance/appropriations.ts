import { choice, date, defineRegister, files, money, text } from '../../../src/language/index.ts'
import { reviewed } from '../../lifecycles.ts'
import { collegeMoney } from './access.ts'

/** Money granted by governments, booked in the calendar year in which it arrived. */
export const appropriations = defineRegister({
  name: 'appropriations',
  label: { zh: '财政拨款', en: 'Appropriations' },
  area: 'finance',
  owner: 'finance',
  title: 'name',
  // Vouchers are kept for 30 years: 会计档案管理办法 (2015), annex 1.
  retentionYears: 30,
  fields: {
    number: text({ zh: '指标文号或凭证号', en: 'Document number' }, { required: true, maxLength: 40 }),
    name: text({ zh: '拨款名称', en: 'Name' }, { required: true, maxLength: 120 }),
    kind: choice(
      { zh: '拨款类别', en: 'Kind' },
      {
        'per-student': { zh: '生均定额拨款', en: 'Per-student appropriation' },
        secured: { zh: '单独保障项目拨款', en: 'Separately secured items' },
        'local-special': { zh: '地方财政专项', en: 'Local special fund' },
        'central-special': { zh: '中央财政专项', en: 'Central special fund' },
        performance: { zh: '绩效拨款', en: 'Performance appropriation' },
      },
      { required: true, indexed: true },
    ),
    amount: money({ zh: '金额', en: 'Amount' }, { required: true, min: '0' }),
    arrivedOn: date({ zh: '到账日期', en: 'Arrived on' }, { required: true, indexed: true }),
    files: files({ zh: '拨款文件', en: 'Files' }, { maxFiles: 5 }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: collegeMoney,
  order: '-arrivedOn',
  statistics: [{ sum: 'amount', by: 'kind' }],
})
