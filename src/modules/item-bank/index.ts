/**
 * Items for other modules. An activity or homework copies items whole (`Item`), so that what was asked never changes:
 * `presentItem` before the result, `gradeAnswer` on what comes.
 */
export type { Item } from './item/item.ts'
export { answerInWords, solutionInWords } from './item/in-words.ts'
export { gradeAnswer } from './item/grade-answer.ts'
export { itemProblems } from './item/item-problems.ts'
export { presentItem, type PresentedItem } from './item/present-item.ts'
export { takeItems, type TakenItem } from './inside/take-items.ts'
