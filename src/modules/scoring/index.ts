/** Scoring for commands and other modules. */
export { currentScheme } from './inside/current-scheme.ts'
export { scoreInWords } from './inside/present-score.ts'
export { readValues } from './inside/read-values.ts'
