import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { NotFound } from '../not-found/not-found.tsx'
import { CauseList } from './cause-list.tsx'
import { DefinitionCard } from './definition-card.tsx'
import { FigureComments } from './figure-comments.tsx'
import { FigureEvidence } from './figure-evidence.tsx'
import { FigureFrame } from './figure-frame.tsx'
import { FigureHead } from './figure-head.tsx'
import { FigureHistory } from './figure-history.tsx'
import { useFigurePage } from './queries.ts'
import { Rivals } from './rivals.tsx'
import { RuleList } from './rule-list.tsx'
import { TrendCard } from './trend-card.tsx'
import { UnitBreakdown } from './unit-breakdown.tsx'
import { useFigureTexts } from './use-figure-texts.ts'
import './figure-page.css'

/** Everything about one indicator in one edition: value, progress, meaning, parts, doubts and history. */
export function FigurePage() {
  const t = useFigureTexts()
  const { lang } = useLang()
  const code = useParams()['code'] ?? ''
  const [search] = useSearchParams()
  const indicator = figuresCatalogue.indicators.get(code)
  const [unitName, setUnitName] = useState('')
  if (!indicator) return <NotFound />
  const back = `/figures${search.get('period') ? `?period=${search.get('period')}` : ''}`
  return (
    <FigureFrame
      title={indicator.label[lang]}
      tags={search.get('unit') && unitName !== '' ? <span className="status-tag">{unitName}</span> : null}
      subtitle={t('page.code', { code })}
      back={{ to: back, text: t('page.back') }}
    >
      {(period) => <Content key={code} code={code} period={period} unit={search.get('unit')} onUnit={setUnitName} />}
    </FigureFrame>
  )
}

interface ContentProps {
  readonly code: string
  readonly period: WirePeriod
  readonly unit: string | null
  readonly onUnit: (name: string) => void
}

function Content({ code, period, unit, onUnit }: ContentProps) {
  const t = useFigureTexts()
  const { data, error, isPending, refetch } = useFigurePage(code, period.code, unit)
  if (isPending) return <Loading rows={10} />
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      <FigureHead page={data} period={period} onUnit={onUnit} />
      <div className="figure-page-grid">
        <div>
          {data.figure.changed && (
            <section className="card" aria-labelledby="figure-causes">
              <h2 id="figure-causes">{t('page.causes')}</h2>
              <CauseList causes={data.causes} />
            </section>
          )}
          <DefinitionCard page={data} period={period} />
          <UnitBreakdown page={data} period={period.code} unit={unit} />
          <Rivals page={data} period={period.code} />
        </div>
        <div>
          <TrendCard page={data} />
          <RuleList rules={data.rules} period={period.code} code={code} />
          <FigureEvidence page={data} />
          <FigureComments code={code} period={period.code} unit={data.figure.unitId} />
          <FigureHistory page={data} />
        </div>
      </div>
    </>
  )
}
