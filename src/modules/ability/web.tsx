/** The screen of this module: one line in src/web/app/routes.tsx. */
export { AbilityPage } from './screens/ability-page.tsx'
