import type { WireFigure } from '../../../language/index.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** How far a figure is, always as words; the colour only helps. */
export function FigureStatusTag({ figure }: { readonly figure: Pick<WireFigure, 'status' | 'value' | 'entered'> }) {
  const t = useFigureTexts()
  const isEarly = figure.status === 'computed' || figure.status === 'entered'
  if (figure.value === null && isEarly)
    return (
      <span className="figure-tag figure-tag-missing">{t(figure.entered ? 'status.to-enter' : 'status.missing')}</span>
    )
  return <span className={`figure-tag figure-tag-${figure.status}`}>{t(`status.${figure.status}`)}</span>
}
