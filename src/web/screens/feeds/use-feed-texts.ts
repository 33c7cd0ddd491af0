import type { Say } from '../../kit/use-texts.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { feedTexts } from './texts.ts'

/** The words of the screens of feeds. */
export function useFeedTexts(): Say<typeof feedTexts> {
  return useTexts(feedTexts)
}
