import type { WireFigure } from '../../../language/index.ts'
import { useCan } from '../../app/session.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

/** How far a figure is, always as words; the colour only helps. */
export function FigureStatusTag({ figure }: { readonly figure: Pick<WireFigure, 'status' | 'value' | 'entered'> }) {
  const t = useFigureTexts()
  const seesAll = useCan()('figures.read-unapproved')
  // To them a value that is not approved looks like none: it must not be called missing.
  if (figure.value === null && !seesAll)
    return <span className="figure-tag figure-tag-missing">{t('status.hidden')}</span>
  const isEarly = figure.status === 'computed' || figure.status === 'entered'
  if (figure.value === null && isEarly)
    return (
      <span className="figure-tag figure-tag-missing">{t(figure.entered ? 'status.to-enter' : 'status.missing')}</span>
    )
  return <span className={`figure-tag figure-tag-${figure.status}`}>{t(`status.${figure.status}`)}</span>
}
