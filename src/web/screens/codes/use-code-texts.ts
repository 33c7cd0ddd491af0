import type { Say } from '../../kit/use-texts.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { codeTexts } from './texts.ts'

/** The words of the screens of code lists. */
export function useCodeTexts(): Say<typeof codeTexts> {
  return useTexts(codeTexts)
}
