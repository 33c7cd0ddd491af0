/** The screens of certificates: those of a learner, and the page on which anybody verifies one. */
export { LearnerBadges } from './screens/learner-badges.tsx'
export { VerifyPage } from './screens/verify-page.tsx'
