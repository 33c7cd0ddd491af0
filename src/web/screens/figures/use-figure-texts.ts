import type { Say } from '../../kit/use-texts.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { figureTexts } from './texts.ts'

/** Says the words of the screens of figures. */
export type SayFigure = Say<typeof figureTexts>

/** The words of the screens of figures. */
export function useFigureTexts(): SayFigure {
  return useTexts(figureTexts)
}
