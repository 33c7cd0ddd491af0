import type { Say } from '../../../../web/kit/use-texts.ts'
import { useTexts } from '../../../../web/kit/use-texts.ts'
import { viewTexts } from './texts.ts'

/** The words of the views of a plan. */
export function useViewTexts(): Say<typeof viewTexts> {
  return useTexts(viewTexts)
}
