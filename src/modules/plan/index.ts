/** What a plan comes to: for commands and other modules. */
export { planFigures } from './inside/figures.ts'
export { weigh } from './inside/level-scores.ts'
export { planProblems } from './inside/plan-problems.ts'
export type { WireLevelScore, WirePlanFigures, WirePlanProblem } from './wire.ts'
