import { defineCodes } from '../../src/language/codes.ts'

/** The accounts of a plan's ledger: what may be spent, and the money itself. Every transaction adds up to nothing. */
export const ledgerAccounts = defineCodes({
  name: 'ledger-accounts',
  label: { zh: '账簿科目', en: 'Ledger account' },
  values: {
    budget: { zh: '预算指标', en: 'Budget granted' },
    available: { zh: '可用额度', en: 'Free to spend' },
    committed: { zh: '已签约', en: 'Committed' },
    held: { zh: '已占用', en: 'Held' },
    spent: { zh: '已支出', en: 'Spent' },
    income: { zh: '资金到位', en: 'Arrived' },
    cash: { zh: '资金结存', en: 'Money in hand' },
    expense: { zh: '资金支付', en: 'Money paid' },
  },
})
