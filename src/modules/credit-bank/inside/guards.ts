import type { Guard } from '../../../engine/records/guards.ts'
import { accountGuard } from './accounts/account-guard.ts'
import { mergeGuard } from './accounts/merge-guard.ts'
import { conversionGuard } from './conversion-guard.ts'
import { tellGuard } from './interface/tell-guard.ts'
import { decidedGuard, opinionGuard } from './opinions/opinion-guard.ts'
import { outcomeGuard } from './outcome-guard.ts'
import { ruleGuard } from './rule-guard.ts'

/** What the credit bank has to say to changes of its records; the ledger is written by these alone. */
export const guards: readonly Guard[] = [
  outcomeGuard,
  conversionGuard,
  ruleGuard,
  accountGuard,
  mergeGuard,
  tellGuard,
  opinionGuard,
  decidedGuard,
]
