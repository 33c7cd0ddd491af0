import type { Say } from '../../../../web/kit/use-texts.ts'
import { useTexts } from '../../../../web/kit/use-texts.ts'
import { proofTexts } from './texts-proof.ts'

/** The words of the page of a plan's evidence. */
export function useProofTexts(): Say<typeof proofTexts> {
  return useTexts(proofTexts)
}
