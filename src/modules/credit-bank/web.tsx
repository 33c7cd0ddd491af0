/** The screens of this module: each is one line in src/web/app/routes.tsx. */
export { CreditBank } from './screens/credit-bank.tsx'
export { LearnerScreen } from './screens/learner-screen.tsx'
export { CitizenDoor, PublicStatistics } from './screens/citizen-door.tsx'
