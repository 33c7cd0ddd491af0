import type { Say } from '../../../../web/kit/use-texts.ts'
import { useTexts } from '../../../../web/kit/use-texts.ts'
import { moneyTexts } from './texts-money.ts'

/** The words of the screens of a plan’s money. */
export function useMoneyTexts(): Say<typeof moneyTexts> {
  return useTexts(moneyTexts)
}
