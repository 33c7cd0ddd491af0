/** The screens of this module: one line each in src/web/app/routes.tsx. */
export { BehindPage as AbilityBehind } from './screens/behind-page.tsx'
export { AbilityPage } from './screens/ability-page.tsx'
