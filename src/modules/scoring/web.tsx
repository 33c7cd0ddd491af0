/** The screens of this module: each is one line in src/web/app/routes.tsx. */
export { ScoreSheet } from './screens/score-sheet.tsx'
export { Scoring } from './screens/scoring.tsx'
