import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireLight } from '../wire.ts'
import { usePlanTexts } from './use-plan-texts.ts'

/** A light as a word and a colour, with its reasons beside it: nobody has to tell colours apart. */
export function Light({ light }: { readonly light: WireLight }) {
  const t = usePlanTexts()
  const { lang } = useLang()
  const reasons = light.reasons.map((reason) => reason[lang]).join(lang === 'zh' ? '；' : '; ')
  return (
    <span className={`plan-light plan-light-${light.colour}`} title={reasons}>
      <span>{t(`light.${light.colour}`)}</span>
      <span>{reasons}</span>
    </span>
  )
}
