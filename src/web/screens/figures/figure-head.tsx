import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { WireFigurePage, WirePeriod } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useCan } from '../../app/session.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { ActOnFigure, type Step, STEPS } from './act-on-figure.tsx'
import { ChangedFlag, FigureChange, FigureNumber, ShownFigure } from './figure-number.tsx'
import { officeText } from './figure-filters.tsx'
import { rowsAddress } from './figure-places.ts'
import { MarkFigure } from './mark-figure.tsx'
import { PeriodLock } from './period-lock.tsx'
import { FigureSteps } from './figure-steps.tsx'
import { placeOf } from './table-rows.ts'
import { useFigureTexts } from './use-figure-texts.ts'

interface FigureHeadProps {
  readonly page: WireFigurePage
  readonly period: WirePeriod
  readonly onUnit: (name: string) => void
}

/** The value, how far it is, and exactly what the person may do with it. */
export function FigureHead({ page, period, onUnit }: FigureHeadProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const { figure, definition } = page
  const can = useCan()
  const [seesAll, mayApprove] = [can('figures.read-unapproved'), can('figures.approve')]
  const [asked, setAsked] = useState<Step>()
  const place = placeOf(figure.code)
  // What moved since is looked at first: approving the old value is the exception then.
  const doings = STEPS.filter((step) => figure.can.includes(step)).toSorted(
    (a, b) => Number(b === 'accept') - Number(a === 'accept'),
  )
  const isOwnReview = figure.status === 'reviewed' && mayApprove && !figure.locked && !figure.can.includes('approve')
  const parts = 'numerator' in definition ? (['numerator', 'denominator'] as const) : []
  useEffect(() => onUnit(figure.unitName), [figure.unitName, onUnit])
  return (
    <section className="figure-head" aria-label={t('figure.value')}>
      <div className="figure-head-value">
        <ShownFigure figure={figure} hasUnit size="large" />
        {figure.value === null && <small>{t(seesAll ? 'page.no-value' : 'figures.hidden')}</small>}
        <ChangedFlag figure={figure} />
        {figure.marked && <span className="figure-tag figure-tag-marked">{t('figure.marked')}</span>}
        <dl>
          {figure.previous && figure.previous.text !== '' && (
            <>
              <dt>{t('figure.previous')}</dt>
              <dd>
                <FigureNumber text={figure.previous.text} unit={figure.unit} /> <FigureChange figure={figure} />
              </dd>
            </>
          )}
          {parts.map((part) => (
            <Part key={part} label={t(`page.${part}`)} value={figure[part]} />
          ))}
          <dt>{t('figure.owner')}</dt>
          <dd>{officeText(figure.owner, lang)}</dd>
          {place && (
            <>
              <dt>{t('page.printed-in')}</dt>
              <dd>
                <Link to={`/tables/${place.table.name}?period=${period.code}`}>
                  {place.no === ''
                    ? place.table.label[lang]
                    : t('page.printed-row', { table: place.table.label[lang], no: place.no })}
                </Link>
              </dd>
            </>
          )}
        </dl>
        {figure.note && <p className="figure-note">{t('page.note', { note: figure.note })}</p>}
      </div>
      <div className="figure-head-progress">
        <FigureSteps figure={figure} history={page.history} />
        <div className="figure-head-actions" role="group" aria-label={t('page.actions')}>
          {doings.map((doing, index) => (
            <Button
              key={doing}
              type={index === 0 && doing !== 'return' ? 'primary' : 'default'}
              danger={doing === 'return'}
              onClick={() => setAsked(doing)}
            >
              {t(`do.${doing}`)}
            </Button>
          ))}
          <MarkFigure figure={figure} />
          {figure.can.includes('unlock') && <PeriodLock period={period} />}
          {!('entered' in definition) && (
            <Link to={rowsAddress(figure.code, period.code, parts[0] ?? 'value', unitOf(page))}>
              <Button>
                {t('page.show-rows')}
                {figure.value !== null && ` (${figure.rows.toLocaleString('en-US')})`}
              </Button>
            </Link>
          )}
        </div>
        {isOwnReview && <p className="accept-hint">{t('page.own-review')}</p>}
      </div>
      {asked && figuresCatalogue.indicators.has(figure.code) && (
        <ActOnFigure page={page} doing={asked} onClose={() => setAsked(undefined)} />
      )}
    </section>
  )
}

function Part({ label, value }: { readonly label: string; readonly value: string | null }) {
  if (value === null) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <FigureNumber text={shortened(value)} />
      </dd>
    </>
  )
}

/** Parts travel unrounded: at most four digits after the point are worth reading. */
function shortened(value: string): string {
  const [whole = '', fraction] = value.split('.')
  return fraction === undefined ? whole : `${whole}.${fraction.slice(0, 4)}`.replace(/\.?0+$/, '')
}

/** The unit to ask for further on: none for the whole college, which comes first. */
export function unitOf({ figure, units }: WireFigurePage): string | null {
  return units[0] && units[0].unitId === figure.unitId ? null : figure.unitId
}
