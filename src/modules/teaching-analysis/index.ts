/** What a loaded history needs: lessons taken into registers, with advice on them and sums of them. */
export { fillOnlineDays } from './inside/fill.ts'
export { refreshSome } from './inside/kept-sums.ts'
export { takeLessons } from './inside/take-lessons.ts'
