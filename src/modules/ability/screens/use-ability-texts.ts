import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { abilityTexts } from './texts.ts'

/** Says the words of the screens of this module. */
export type SayAbility = Say<typeof abilityTexts>

export const useAbilityTexts = (): SayAbility => useTexts(abilityTexts)
