import { choice, defineRegister, integer, money, reference, text, unit } from '../../../src/language/index.ts'
import { ledgerAccounts } from '../../codes/ledger-accounts.ts'
import { planSources } from '../../codes/plan-sources.ts'
import { ledgerAccess } from './access.ts'

/** What a reconciliation found: one record whose amount in its register is not what the ledger says. */
export const ledgerDifferences = defineRegister({
  name: 'ledger-differences',
  label: { zh: '对账差异', en: 'Differences of the ledger' },
  area: 'plan',
  owner: 'finance',
  title: 'voucher',
  unit: 'unit',
  fields: {
    reconciliation: reference({ zh: '对账', en: 'Reconciliation' }, 'ledger-reconciliations', { required: true }),
    voucher: text({ zh: '凭证', en: 'Voucher' }, { required: true, maxLength: 80 }),
    account: choice({ zh: '科目', en: 'Account' }, ledgerAccounts, { required: true, indexed: true }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    source: choice({ zh: '资金来源', en: 'Source' }, planSources, { required: true }),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100 }),
    inRegister: money({ zh: '业务表金额', en: 'In its register' }, { required: true }),
    inLedger: money({ zh: '账簿金额', en: 'In the ledger' }, { required: true }),
    register: text({ zh: '来自数据表', en: 'Of register' }, { required: true, maxLength: 60 }),
    record: text({ zh: '来自记录', en: 'Of record' }, { required: true, maxLength: 60, secondary: true }),
  },
  unique: [['reconciliation', 'register', 'record', 'account', 'task', 'source', 'year']],
  access: ledgerAccess,
  order: 'voucher',
})
