import { dateTime, defineRegister, integer } from '../../../src/language/index.ts'
import { ledgerAccess } from './access.ts'

/** Each night’s comparison of the ledger with the registers of money. */
export const ledgerReconciliations = defineRegister({
  name: 'ledger-reconciliations',
  label: { zh: '对账记录', en: 'Reconciliations' },
  area: 'plan',
  owner: 'finance',
  help: {
    zh: '每晚自动核对：账簿合计应等于预算、到位、占用、签约和支出各表的合计。',
    en: 'Every night the sums of the ledger are held against budgets, arrivals, holds, commitments and payments.',
  },
  title: 'at',
  fields: {
    at: dateTime({ zh: '对账时间', en: 'At' }, { required: true, indexed: true }),
    lines: integer({ zh: '核对行数', en: 'Lines compared' }, { required: true, min: 0 }),
    unequal: integer({ zh: '不符行数', en: 'Lines that differ' }, { required: true, min: 0 }),
    records: integer({ zh: '不符记录数', en: 'Records behind them' }, { required: true, min: 0 }),
  },
  unique: [['at']],
  access: ledgerAccess,
  order: '-at',
})
