import type { Say } from '../../../web/kit/use-texts.ts'
import { useTexts } from '../../../web/kit/use-texts.ts'
import { runTexts } from './texts-run.ts'

/** The words of the screens on which a plan is run. */
export function useRunTexts(): Say<typeof runTexts> {
  return useTexts(runTexts)
}
