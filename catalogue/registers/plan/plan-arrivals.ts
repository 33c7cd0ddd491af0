import { choice, date, defineRegister, integer, money, reference, text, unit } from '../../../src/language/index.ts'
import { planSources } from '../../codes/plan-sources.ts'
import { reviewed } from '../../lifecycles.ts'
import { planMoneyAccess } from './access.ts'

export const planArrivals = defineRegister({
  name: 'plan-arrivals',
  label: { zh: '资金到位', en: 'Arrivals of money' },
  area: 'plan',
  owner: 'finance',
  title: 'number',
  unit: 'unit',
  fields: {
    number: text({ zh: '到账凭证号', en: 'Voucher' }, { required: true, maxLength: 60 }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', {
      required: true,
      help: { zh: '未分到任务的到账写板块', en: 'The board, when it is not divided among tasks' },
    }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    source: choice({ zh: '资金来源', en: 'Source' }, planSources, { required: true, indexed: true }),
    amount: money({ zh: '到位金额', en: 'Amount' }, { required: true, min: '0.01' }),
    arrivedOn: date({ zh: '到账日期', en: 'Arrived on' }, { required: true, indexed: true }),
    payer: text({ zh: '拨款或出资单位', en: 'Payer' }, { maxLength: 120, secondary: true }),
    year: integer({ zh: '年度', en: 'Year' }, { derived: true, indexed: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: planMoneyAccess,
  order: '-arrivedOn',
  derive: (arrival) => ({ year: Number(arrival.arrivedOn.slice(0, 4)) }),
  statistics: [
    { sum: 'amount', by: 'source' },
    { sum: 'amount', by: 'year' },
  ],
})
