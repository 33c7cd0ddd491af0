import { type Say, useTexts } from '../../../web/kit/use-texts.ts'
import { bankTexts } from './texts.ts'

/** Says the words of the screens of the credit bank. */
export const useBankTexts = (): Say<typeof bankTexts> => useTexts(bankTexts)
