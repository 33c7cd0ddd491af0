import { useState } from 'react'
import { useParams } from 'react-router'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { dimensionOf, type DimensionName } from '../model/evaluation-model.ts'
import type { WireAnalysis, WirePoint } from '../wire.ts'
import { AdviceInbox } from './advice-inbox.tsx'
import { CasesDialog } from './cases-dialog.tsx'
import { DimensionCard } from './dimension-card.tsx'
import { inUnit } from './in-unit.ts'
import { LessonTrend } from './lesson-trend.tsx'
import { Preparing } from './preparing.tsx'
import { usePrepared } from './use-prepared.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'
import './teaching.css'

/** What the model says of one class, with everything behind it. */
export function TeachingClass() {
  const t = useTeachingTexts()
  const { lang } = useLang()
  const { course = '', class: teachingClass = '' } = useParams()
  const path = `/teaching/classes/${course}/${encodeURIComponent(teachingClass)}`
  const [opened, setOpened] = useState<{ readonly dimension: DimensionName; readonly session: string | null }>()
  const { data, preparing, error, refetch } = usePrepared<WireAnalysis>(
    ['teaching', 'class', course, teachingClass],
    path,
  )
  if (error) return <ErrorState error={error} what={t('title')} onRetry={() => void refetch()} />
  if (!data) return <Preparing preparing={preparing} rows={8} />
  const { class: row, whole, model } = data
  return (
    <>
      <PageHeader
        title={`${row.courseName} · ${row.classNames.join('、')}`}
        subtitle={t('classes.facts', { lessons: row.lessons, students: row.students, day: row.lastOn })}
        back={{ to: '/teaching', text: t('class.back') }}
      />
      <div className="teaching">
        <section className="teaching-whole">
          <span>{t('class.whole')}</span>
          <strong>{whole ? whole.points : '—'}</strong>
          <small>
            {whole ? t('class.whole-hint', { n: whole.dimensions, version: model.version }) : t('class.no-whole')}
            {model.weightsSince && t('class.weights-since', { day: model.weightsSince })}
          </small>
        </section>
        <section className="dimension-cards">
          {data.dimensions.map((dimension) => (
            <DimensionCard
              key={dimension.name}
              dimension={dimension}
              onOpen={() => setOpened({ dimension: dimension.name, session: null })}
            />
          ))}
        </section>
        <LessonTrend lessons={data.lessons} onOpen={(dimension, session) => setOpened({ dimension, session })} />
        <Points points={data.points} />
        <AdviceInbox teachingClass={row.teachingClass} />
      </div>
      {opened && (
        <CasesDialog
          path={path}
          {...opened}
          title={dimensionOf(opened.dimension).label[lang]}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  )
}

function Points({ points }: { readonly points: readonly WirePoint[] }) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  return (
    <section>
      <h2>{t('points.title')}</h2>
      {points.length === 0 ? (
        <p>{t('points.none')}</p>
      ) : (
        <table className="plain-table teaching-table">
          <thead>
            <tr>
              <th scope="col">{t('points.name')}</th>
              <th scope="col">{t('trend.value')}</th>
              <th scope="col">{t('trend.interval')}</th>
              <th scope="col">{t('trend.n')}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ id, code, name, value, interval, units }) => (
              <tr key={id}>
                <th scope="row">
                  {code} {name}
                </th>
                <td>
                  {value === null ? t('trend.few') : inUnit('mastery', value, lang)}
                  {value !== null && <Bar value={value} interval={interval} />}
                </td>
                <td>{interval && `${interval.low} – ${interval.high}`}</td>
                <td>{units}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** A share of 100 with its interval. */
function Bar({
  value,
  interval,
}: {
  readonly value: string
  readonly interval: { readonly low: string; readonly high: string } | null
}) {
  return (
    <span className="share-bar" aria-hidden>
      <span style={{ width: `${value}%` }} />
      {interval && (
        <i style={{ left: `${interval.low}%`, width: `${Number(interval.high) - Number(interval.low)}%` }} />
      )}
    </span>
  )
}
