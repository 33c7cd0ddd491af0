/** The screens of certificates: those of a learner, and the page on which anybody verifies one. */
export { CitizenBadges } from './screens/citizen-badges.tsx'
export { LearnerBadges } from './screens/learner-badges.tsx'
export { VerifyPage } from './screens/verify-page.tsx'
