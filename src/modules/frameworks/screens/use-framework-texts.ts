import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { frameworkTexts } from './texts.ts'

/** Says the words of the screens of frameworks. */
export const useFrameworkTexts = (): Say<typeof frameworkTexts> => useTexts(frameworkTexts)
