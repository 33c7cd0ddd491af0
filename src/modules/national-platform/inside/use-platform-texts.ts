import type { Say } from '../../../web/kit/use-texts.ts'
import { useTexts } from '../../../web/kit/use-texts.ts'
import { platformTexts } from './texts.ts'

/** The words of the module's screens. */
export function usePlatformTexts(): Say<typeof platformTexts> {
  return useTexts(platformTexts)
}
