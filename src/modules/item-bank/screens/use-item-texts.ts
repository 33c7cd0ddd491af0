import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { itemTexts } from './texts.ts'

/** Says the words of the item bank. */
export type SayItems = Say<typeof itemTexts>

export const useItemTexts = (): SayItems => useTexts(itemTexts)
