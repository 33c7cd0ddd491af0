import { Link } from 'react-router'
import type { WireFigurePage, WirePeriod } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { figureAddress } from './figure-places.ts'
import { windowOf } from './formula-words.ts'
import { FormulaView } from './formula-view.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

/** What the figure means: the sentence, the formula, the days it counts over, and where that is laid down. */
export function DefinitionCard({ page, period }: { readonly page: WireFigurePage; readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const { definition, figure } = page
  const window = windowOf(period, definition.period)
  const days = { from: window.start, to: window.end }
  return (
    <section className="card definition-card" aria-labelledby="figure-definition">
      <h2 id="figure-definition">{t('page.definition')}</h2>
      <p className="definition-text">{definition.definition[lang]}</p>
      <h3>{t('page.formula')}</h3>
      <FormulaView indicator={definition} window={window} />
      <dl className="definition-facts">
        <dt>{t('page.period')}</dt>
        <dd>
          {definition.period === 'at-date'
            ? t('page.as-of', { date: window.end })
            : t(definition.period === 'school-year' ? 'page.period-school' : 'page.period-calendar', days)}
        </dd>
        <dt>{t('page.rounding')}</dt>
        <dd>{t('page.decimals', { n: definition.decimals })}</dd>
        <dt>{t('page.source')}</dt>
        <dd>{definition.source}</dd>
        <dt>{t('page.version')}</dt>
        <dd>
          {figure.definitionVersion === definition.version
            ? t('page.version-n', { n: definition.version })
            : t('page.version-other', { n: definition.version, old: figure.definitionVersion })}
        </dd>
        {definition.synonyms && definition.synonyms.length > 0 && (
          <>
            <dt>{t('page.synonyms')}</dt>
            <dd>{definition.synonyms.join(lang === 'zh' ? '、' : ', ')}</dd>
          </>
        )}
        {page.uses.length > 0 && (
          <>
            <dt>{t('page.uses')}</dt>
            <dd>
              {page.uses.map((code) => (
                <Link key={code} className="definition-use" to={figureAddress(code, period.code)}>
                  {figuresCatalogue.indicators.get(code)?.label[lang] ?? code}
                </Link>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
