/** The screens of this module: each is one line in src/web/app/routes.tsx. */
export { PlanPage } from './screens/plan-page.tsx'
export { Plans } from './screens/plans.tsx'
