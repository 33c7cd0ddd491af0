/** What a plan comes to: for commands and other modules. */
export { type AdoptedScore, adoptScores } from './inside/adopt-scores.ts'
export { copyPlan } from './inside/copy-plan.ts'
export { planFigures } from './inside/figures.ts'
export { type PlanMeasures, planMeasures } from './inside/plan-measures.ts'
export { planProof, type PlanProof } from './inside/proof/plan-proof.ts'
export { writePackage } from './inside/proof/write-package.ts'
export { planProblems } from './inside/plan-problems.ts'
export type { WirePlanFigures } from './wire.ts'
