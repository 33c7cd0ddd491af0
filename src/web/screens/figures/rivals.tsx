import { Link } from 'react-router'
import type { WireFigurePage } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { ShownFigure } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** Definitions that share a name and differ in value, side by side. */
export function Rivals({ page, period }: { readonly page: WireFigurePage; readonly period: string }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  if (page.rivals.length === 0) return null
  return (
    <section className="card" aria-labelledby="figure-rivals">
      <h2 id="figure-rivals">{t('page.rivals')}</h2>
      <p className="state-small">{t('page.rivals-hint')}</p>
      <ul className="rivals">
        {[page.figure, ...page.rivals].map((figure, index) => {
          const indicator = figuresCatalogue.indicators.get(figure.code)
          return (
            <li key={figure.code} className={index === 0 ? 'rival-this' : undefined}>
              <ShownFigure figure={figure} hasUnit size="large" />
              <strong>
                {index === 0 ? (
                  <>
                    {figure.label[lang]} <span className="figure-tag">{t('page.this')}</span>
                  </>
                ) : (
                  <Link to={figureAddress(figure.code, period)}>{figure.label[lang]}</Link>
                )}
              </strong>
              <p>{indicator?.definition[lang]}</p>
              <small>{indicator?.source}</small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
