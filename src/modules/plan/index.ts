/** What a plan comes to: for commands and other modules. */
export { planFigures } from './inside/figures.ts'
export { planProblems } from './inside/plan-problems.ts'
export type { WirePlanFigures } from './wire.ts'
