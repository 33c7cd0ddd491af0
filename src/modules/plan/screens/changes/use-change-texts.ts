import type { Say } from '../../../../web/kit/use-texts.ts'
import { useTexts } from '../../../../web/kit/use-texts.ts'
import { changeTexts } from './texts.ts'

/** The words of change requests, copies and workbooks of a plan. */
export function useChangeTexts(): Say<typeof changeTexts> {
  return useTexts(changeTexts)
}
