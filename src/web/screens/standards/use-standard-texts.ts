import type { Say } from '../../kit/use-texts.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { standardTexts } from './texts.ts'

/** The words of the screens of data standards. */
export function useStandardTexts(): Say<typeof standardTexts> {
  return useTexts(standardTexts)
}
