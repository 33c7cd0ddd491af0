import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { badgeTexts } from './texts.ts'

/** Says the words of the screens of certificates. */
export const useBadgeTexts = (): Say<typeof badgeTexts> => useTexts(badgeTexts)
