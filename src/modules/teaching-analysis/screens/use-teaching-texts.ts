import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { teachingTexts } from './texts.ts'

/** Says the words of the screens of teaching analysis. */
export type SayTeaching = Say<typeof teachingTexts>

export const useTeachingTexts = (): SayTeaching => useTexts(teachingTexts)
