import type { WireFigure } from '../../../language/index.ts'
import { useLang } from '../../kit/use-lang.tsx'
import type { EntryHint } from './entry-hints.ts'
import { FigureNumber } from './figure-number.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

/** Last year's value and the bounds of the rules, beside where a value is typed. */
export function EntryHints({ hints, figure }: { readonly hints: readonly EntryHint[]; readonly figure: WireFigure }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  return (
    <p className="entry-hints">
      {figure.previous && figure.previous.text !== '' && (
        <span>
          {t('figure.previous')} <FigureNumber text={figure.previous.text} unit={figure.unit} />
        </span>
      )}
      {hints.map((hint, index) => (
        <span key={index} className={hint.isOff ? 'entry-hint-off' : undefined}>
          {hint.kind === 'change'
            ? t('entry.change-at-most', { percent: hint.percent })
            : hint.high === null
              ? t('entry.at-least', { low: hint.low ?? '−∞', unit: figure.unit[lang] })
              : hint.low === null
                ? t('entry.at-most', { high: hint.high, unit: figure.unit[lang] })
                : t('entry.between', { low: hint.low, high: hint.high, unit: figure.unit[lang] })}
        </span>
      ))}
    </p>
  )
}
