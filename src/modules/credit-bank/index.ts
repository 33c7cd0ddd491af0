/** The credit bank: for the demo's first load, commands and other modules. */
export { openLedger } from './inside/open-ledger.ts'
export { reconcile } from './inside/reconcile.ts'
export { learnerPage } from './inside/learner-page.ts'
export { accountsOf } from './inside/accounts/accounts-of.ts'
export { type AsLearner, asCitizen, asPersonOfCollege } from './own-door.ts'
