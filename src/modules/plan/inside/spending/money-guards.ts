import type { Guard } from '../../../../engine/records/guards.ts'
import { arrivalGuard, budgetGuard } from './budget-guards.ts'
import { claimGuard } from './claim-guard.ts'
import { correctionGuard } from './correction-guard.ts'
import { invoiceGuard } from './invoice-guard.ts'
import { ledgerGuard } from './ledger-guard.ts'

/** What refuses a change of a plan's money, and what follows from one. */
export const moneyGuards: readonly Guard[] = [
  claimGuard,
  invoiceGuard,
  budgetGuard,
  arrivalGuard,
  ledgerGuard,
  correctionGuard,
]
