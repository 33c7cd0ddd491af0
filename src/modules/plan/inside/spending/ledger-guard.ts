import { Exact } from '../../../../engine/indicators/exact.ts'
import type { Guard, GuardProblem } from '../../../../engine/records/guards.ts'

/** The ledger is written by the system, only ever appended to, and each of its transactions adds up to nothing. */
export const ledgerGuard: Guard = {
  registers: ['ledger-entries'],
  hear: async (_engine, _tx, actor, written) => {
    const problems: GuardProblem[] = []
    const touched = written.find(({ action }) => action !== 'create' || !actor.system)
    if (touched)
      problems.push({
        id: touched.id,
        message: {
          zh: '账簿由系统记账，只增不改。金额不对时，请更正相应的预算、到位、报账或支出',
          en: 'The ledger is written by the system and only appended to. Where an amount is wrong, correct the budget, arrival, claim or payment behind it',
        },
      })
    for (const [transaction, lines] of Map.groupBy(written, ({ after }) => String(after.values['transaction']))) {
      const sum = lines.reduce((total, { after }) => total.plus(String(after.values['amount'])), new Exact(0))
      if (!sum.eq(0))
        problems.push({
          id: lines[0]!.id,
          field: 'amount',
          message: {
            zh: `记账 ${transaction} 各行合计为 ${sum.toFixed(2)} 元，应为零`,
            en: `The lines of transaction ${transaction} come to ${sum.toFixed(2)} yuan, not to zero`,
          },
        })
    }
    return problems
  },
}
