import { Link } from 'react-router'
import type { WireFigure } from '../../../language/index.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { ChangedFlag, FigureChange, FigureNumber, ShownFigure } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { FigureStatusTag } from './figure-status.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

/** A figure in a list on a phone. */
export function FigureCard({ figure, period }: { readonly figure: WireFigure; readonly period: string }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  return (
    <Link className="figure-card" to={figureAddress(figure.code, period)}>
      <span className="figure-card-name">{figure.label[lang]}</span>
      <span className="figure-card-value">
        <ShownFigure figure={figure} hasUnit />
        <FigureStatusTag figure={figure} />
      </span>
      {figure.previous && figure.previous.text !== '' && (
        <small>
          <span>
            {t('figure.previous')} <FigureNumber text={figure.previous.text} />
          </span>
          <FigureChange figure={figure} />
        </small>
      )}
      <ChangedFlag figure={figure} />
    </Link>
  )
}
