import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { scoringTexts } from './texts.ts'

/** Says the words of the screens of scoring. */
export type SayScoring = Say<typeof scoringTexts>

export const useScoringTexts = (): SayScoring => useTexts(scoringTexts)
