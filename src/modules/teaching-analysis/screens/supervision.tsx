import { Chart } from '../../../web/kit/chart.tsx'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireSupervision } from '../wire.ts'
import { inUnit } from './in-unit.ts'
import { Preparing } from './preparing.tsx'
import { usePrepared } from './use-prepared.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'
import './teaching.css'

/** Patterns of teaching by unit: nobody's private acts. */
export function Supervision() {
  const t = useTeachingTexts()
  const { data, preparing, error, refetch } = usePrepared<WireSupervision>(
    ['teaching', 'supervision'],
    '/teaching/supervision',
  )
  return (
    <>
      <PageHeader
        title={t('supervision.title')}
        subtitle={t('supervision.hint', { n: data?.least ?? 5 })}
        back={{ to: '/teaching', text: t('class.back') }}
      />
      {error && <ErrorState error={error} what={t('supervision.title')} onRetry={() => void refetch()} />}
      {!data && !error && <Preparing preparing={preparing} rows={6} />}
      {data?.units.length === 0 && <EmptyState title={t('supervision.none')} />}
      <div className="teaching">
        {data?.units.map((unit) => (
          <UnitPatterns key={unit.unitId} unit={unit} />
        ))}
      </div>
    </>
  )
}

function UnitPatterns({ unit }: { readonly unit: WireSupervision['units'][number] }) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  const hidden = t('supervision.hidden')
  if (!unit.isShown)
    return (
      <section>
        <h2>{unit.name}</h2>
        <p>{hidden}</p>
      </section>
    )
  const shares = unit.dimensions.filter(
    ({ name, value }) => value !== null && name !== 'wait' && name !== 'improvement',
  )
  const { teachers, classes, lessons, students } = unit
  return (
    <section>
      <h2>{unit.name}</h2>
      <p>
        {t('supervision.facts', {
          teachers: teachers ?? 0,
          classes: classes ?? 0,
          lessons: lessons ?? 0,
          students: students ?? 0,
        })}
      </p>
      {shares.length > 0 && (
        <Chart
          label={t('supervision.chart', { unit: unit.name })}
          height={60 + shares.length * 36}
          option={{
            tooltip: { trigger: 'axis' },
            grid: { left: 8, right: 24, top: 8, bottom: 4, containLabel: true },
            xAxis: { type: 'value', min: 0, max: 100 },
            yAxis: { type: 'category', inverse: true, data: shares.map(({ label }) => label[lang]) },
            series: [{ type: 'bar', barMaxWidth: 18, data: shares.map(({ value }) => Number(value)) }],
          }}
        />
      )}
      <table className="plain-table teaching-table">
        <thead>
          <tr>
            <th scope="col">{t('supervision.dimension')}</th>
            <th scope="col">{t('trend.value')}</th>
            <th scope="col">{t('trend.interval')}</th>
            <th scope="col">{t('supervision.teachers')}</th>
          </tr>
        </thead>
        <tbody>
          {unit.dimensions.map(({ name, label, value, interval, persons }) => (
            <tr key={name}>
              <th scope="row">{label[lang]}</th>
              <td>{value === null ? hidden : inUnit(name, value, lang)}</td>
              <td>{interval && `${interval.low} – ${interval.high}`}</td>
              <td>{persons}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="teaching-columns">
        <table className="plain-table teaching-table">
          <thead>
            <tr>
              <th scope="col">{t('supervision.advice')}</th>
              <th scope="col">{t('supervision.given')}</th>
              <th scope="col">{t('supervision.taken')}</th>
            </tr>
          </thead>
          <tbody>
            {unit.advice.map(({ name, label, given, taken }) => (
              <tr key={name}>
                <th scope="row">{label[lang]}</th>
                {given === null ? <td colSpan={2}>{hidden}</td> : <td>{given}</td>}
                {given !== null && <td>{taken}</td>}
              </tr>
            ))}
          </tbody>
        </table>
        <table className="plain-table teaching-table">
          <thead>
            <tr>
              <th scope="col">{t('supervision.risks')}</th>
              <th scope="col">{t('supervision.risk-count')}</th>
            </tr>
          </thead>
          <tbody>
            {unit.risks.map(({ name, label, value }) => (
              <tr key={name}>
                <th scope="row">{label[lang]}</th>
                <td>{value ?? hidden}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
