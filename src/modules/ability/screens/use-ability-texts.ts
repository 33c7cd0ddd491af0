import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { fitTexts } from './texts-fit.ts'
import { layerTexts } from './texts-layer.ts'
import { reportTexts } from './texts-report.ts'
import { abilityTexts } from './texts.ts'

const texts = { ...abilityTexts, ...fitTexts, ...layerTexts, ...reportTexts }

/** Says the words of the screens of this module. */
export type SayAbility = Say<typeof texts>

export const useAbilityTexts = (): SayAbility => useTexts(texts)
