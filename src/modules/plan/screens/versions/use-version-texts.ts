import type { Say } from '../../../../web/kit/use-texts.ts'
import { useTexts } from '../../../../web/kit/use-texts.ts'
import { versionTexts } from './texts.ts'

/** The words of the page that compares plans and their editions. */
export function useVersionTexts(): Say<typeof versionTexts> {
  return useTexts(versionTexts)
}
