import { Link } from 'react-router'
import type { WireFigure } from '../../../language/index.ts'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { useCan, useSession } from '../../app/session.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { byUrgency } from './completeness.tsx'
import { FigureFrame } from './figure-frame.tsx'
import { ChangedFlag } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { keyFigures } from './key-figures.ts'
import { OverviewBars } from './overview-bars.tsx'
import { OverviewCard } from './overview-card.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { useCompleteness, useFigures, usePivot, useRules } from './queries.ts'
import { RuleParts, RuleState } from './rule-parts.tsx'
import { weight } from './rules.tsx'
import { useFigureTexts } from './use-figure-texts.ts'
import { usePeriod } from './use-period.ts'
import './figure-page.css'
import './tables.css'
import './overview.css'

/** The college at a glance: its key figures, how far the offices are, and what does not fit. */
export function Overview() {
  const t = useFigureTexts()
  const { college } = useSession()
  return (
    <FigureFrame title={t('overview.title', { college: college.name })}>
      {(period) => <Content period={period} />}
    </FigureFrame>
  )
}

const TREND = 5

function Content({ period }: { readonly period: WirePeriod }) {
  const { periods } = usePeriod()
  const { data, error, isPending, refetch } = useFigures(period.code)
  const upTo = periods
    .map((one) => one.code)
    .filter((code) => code <= period.code)
    .slice(0, TREND)
  const trends = usePivot(keyFigures, upTo, [])
  if (isPending) return <Loading rows={10} />
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const byCode = new Map(data.map((figure) => [figure.code, figure]))
  return (
    <>
      <ul className="overview-cards">
        {keyFigures.map((code) => {
          const figure = byCode.get(code)
          const trend = (trends.data ?? []).filter((one) => one.code === code)
          return figure && <OverviewCard key={code} figure={figure} trend={trend} period={period.code} />
        })}
      </ul>
      <div className="overview-grid">
        <OverviewBars byCode={byCode} period={period.code} />
        <Progress period={period} />
        <Broken period={period} />
        <Changed figures={data.filter((figure) => figure.changed)} period={period} />
      </div>
    </>
  )
}

const FEW = 6

function Progress({ period }: { readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const seesAll = useCan()('figures.read-unapproved')
  const { data, error, isPending } = useCompleteness(period.code)
  return (
    <section className="card" aria-labelledby="overview-progress">
      <h2 id="overview-progress">
        {t('overview.progress')}
        <Link to={`/completeness?period=${period.code}`}>{t('overview.more', { n: data?.length ?? 0 })}</Link>
      </h2>
      {isPending && <Loading rows={4} />}
      {error && <ErrorState error={error} />}
      <ul className="overview-progress">
        {byUrgency(data ?? [])
          .slice(0, FEW + 2)
          .map((row) => (
            <li key={row.office}>
              <Link to={`/figures?period=${period.code}&owner=${row.office}`}>{row.label[lang]}</Link>
              <ProgressBar name={row.label[lang]} {...row} />
              <small>
                {row.missing.length > 0 && seesAll
                  ? `${t('progress.missing')} ${row.missing.length}`
                  : `${t('progress.approved')} ${row.approved}/${row.expected}`}
              </small>
            </li>
          ))}
      </ul>
    </section>
  )
}

function Broken({ period }: { readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const { data, error, isPending } = useRules(period.code)
  const broken = (data ?? []).filter((rule) => !rule.holds && !rule.signedOff).toSorted((a, b) => weight(a) - weight(b))
  return (
    <section className="card" aria-labelledby="overview-broken">
      <h2 id="overview-broken">
        {t('overview.broken')} <span className="count">{broken.length}</span>
        <Link to={`/rules?period=${period.code}&show=all`}>{t('overview.more', { n: data?.length ?? 0 })}</Link>
      </h2>
      {isPending && <Loading rows={3} />}
      {error && <ErrorState error={error} />}
      {data && broken.length === 0 && <p className="state-small">{t('overview.broken-none')}</p>}
      <ul className="rule-list">
        {broken.slice(0, FEW).map((rule) => (
          <li key={rule.name}>
            <div className="rule-head">
              <RuleState rule={rule} />
              <Link to={`/rules?period=${period.code}&rule=${encodeURIComponent(rule.name)}`}>{rule.label[lang]}</Link>
            </div>
            <RuleParts rule={rule} period={period.code} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Changed({ figures, period }: { readonly figures: readonly WireFigure[]; readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  return (
    <section className="card" aria-labelledby="overview-changed">
      <h2 id="overview-changed">
        {t('overview.changed')} <span className="count">{figures.length}</span>
        {figures.length > FEW && (
          <Link to={`/figures?period=${period.code}&flags=changed`}>{t('overview.more', { n: figures.length })}</Link>
        )}
      </h2>
      {figures.length === 0 && <p className="state-small">{t('overview.changed-none')}</p>}
      <ul className="overview-changed">
        {figures.slice(0, FEW).map((figure) => (
          <li key={figure.code}>
            <Link to={figureAddress(figure.code, period.code)}>{figure.label[lang]}</Link>
            <ChangedFlag figure={figure} isShort />
          </li>
        ))}
      </ul>
    </section>
  )
}
