import type { ReactNode } from 'react'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WireRate } from '../../wire.ts'
import { useMoneyTexts } from './use-money-texts.ts'

/** What each rate divides, and whether it stops at 100: two offices mean different things by one word. */
export function Definitions({
  rates,
  children,
}: {
  readonly rates: readonly WireRate[]
  readonly children?: ReactNode
}) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  return (
    <details>
      <summary>{t('money.definitions')}</summary>
      <ul>
        {rates.map((rate) => (
          <li key={rate.name}>
            {rate.label[lang]}: {rate.definition[lang]}
          </li>
        ))}
        {children}
      </ul>
    </details>
  )
}
