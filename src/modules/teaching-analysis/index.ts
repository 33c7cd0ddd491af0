/** What a loaded history needs: lessons taken into registers, with advice on them. */
export { fillOnlineDays } from './inside/fill.ts'
export { takeLessons } from './inside/take-lessons.ts'
