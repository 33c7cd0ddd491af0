import { choice, date, defineRegister, integer, money, reference, text, unit } from '../../../src/language/index.ts'
import { ledgerAccounts } from '../../codes/ledger-accounts.ts'
import { planSources } from '../../codes/plan-sources.ts'
import { ledgerAccess } from './access.ts'

/** Double entries beneath the money of plans: written by the system alone, never changed; a transaction adds up to nothing. */
export const ledgerEntries = defineRegister({
  name: 'ledger-entries',
  label: { zh: '资金账簿分录', en: 'Ledger entries' },
  area: 'plan',
  owner: 'finance',
  help: {
    zh: '预算、占用、签约、到位、支付和冲销时由系统记账，只增不改；每笔分录合计为零。',
    en: 'Written by the system when money is budgeted, held, committed, arrives, is paid or taken back; nothing is changed. Each transaction adds up to zero.',
  },
  title: 'voucher',
  unit: 'unit',
  eventsAt: 'postedOn',
  fields: {
    postedOn: date({ zh: '记账日期', en: 'Posted on' }, { required: true }),
    transaction: text({ zh: '记账编号', en: 'Transaction' }, { required: true, maxLength: 60, secondary: true }),
    line: integer({ zh: '行', en: 'Line' }, { required: true, min: 1, secondary: true }),
    voucher: text({ zh: '凭证', en: 'Voucher' }, { required: true, maxLength: 80 }),
    kind: choice(
      { zh: '事项', en: 'What happened' },
      {
        budget: { zh: '预算', en: 'Budget' },
        hold: { zh: '占用', en: 'Hold' },
        release: { zh: '释放', en: 'Release' },
        commitment: { zh: '签约', en: 'Commitment' },
        arrival: { zh: '到位', en: 'Arrival' },
        payment: { zh: '支付', en: 'Payment' },
        reversal: { zh: '冲销', en: 'Reversal' },
      },
      { required: true },
    ),
    account: choice({ zh: '科目', en: 'Account' }, ledgerAccounts, { required: true, indexed: true }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true, indexed: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    source: choice({ zh: '资金来源', en: 'Source' }, planSources, { required: true }),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100 }),
    amount: money({ zh: '金额', en: 'Amount' }, { required: true }),
    register: text({ zh: '来自数据表', en: 'Of register' }, { required: true, maxLength: 60, secondary: true }),
    record: text(
      { zh: '来自记录', en: 'Of record' },
      { required: true, maxLength: 60, secondary: true, indexed: true },
    ),
  },
  unique: [['postedOn', 'transaction', 'line']],
  access: ledgerAccess,
  order: '-postedOn',
  statistics: [
    { sum: 'amount', by: 'account' },
    { sum: 'amount', by: 'kind' },
  ],
})
