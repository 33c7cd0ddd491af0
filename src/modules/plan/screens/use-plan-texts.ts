import type { Say } from '../../../web/kit/use-texts.ts'
import { useTexts } from '../../../web/kit/use-texts.ts'
import { planTexts } from './texts.ts'

/** The words of the screens of plans. */
export function usePlanTexts(): Say<typeof planTexts> {
  return useTexts(planTexts)
}
