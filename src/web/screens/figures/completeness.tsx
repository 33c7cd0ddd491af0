import { useState } from 'react'
import { Link } from 'react-router'
import type { WireCompleteness, WirePeriod } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useCan } from '../../app/session.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { usePhone } from '../../kit/use-media.ts'
import { FigureFrame } from './figure-frame.tsx'
import { figureAddress } from './figure-places.ts'
import { PeriodLock } from './period-lock.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { useCompleteness } from './queries.ts'
import { useFigureTexts } from './use-figure-texts.ts'
import './tables.css'

/** What is missing, and which office owes it. */
export function Completeness() {
  const t = useFigureTexts()
  return (
    <FigureFrame title={t('progress.title')} subtitle={t('progress.subtitle')}>
      {(period) => (
        <>
          <div className="period-lock">
            <PeriodLock period={period} />
          </div>
          <Offices period={period} />
        </>
      )}
    </FigureFrame>
  )
}

function Offices({ period }: { readonly period: WirePeriod }) {
  const isPhone = usePhone()
  const seesAll = useCan()('figures.read-unapproved')
  const { data, error, isPending, refetch } = useCompleteness(period.code)
  if (isPending) return <Loading rows={10} />
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  // Who may not see unapproved values cannot tell a missing one from a hidden one.
  const rows = seesAll
    ? byUrgency(data)
    : data.map((row) => ({ ...row, missing: [], valued: Math.max(row.valued, row.reviewed) }))
  return isPhone ? <Cards rows={rows} period={period} /> : <Table rows={rows} period={period} />
}

/** Offices that owe the most come first. */
export function byUrgency(rows: readonly WireCompleteness[]): readonly WireCompleteness[] {
  return rows.toSorted(
    (a, b) => b.missing.length - a.missing.length || b.expected - b.approved - (a.expected - a.approved),
  )
}

interface OfficesProps {
  readonly rows: readonly WireCompleteness[]
  readonly period: WirePeriod
}

const COUNTS = ['expected', 'valued', 'reviewed', 'approved'] as const

function Table({ rows, period }: OfficesProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const total = (key: (typeof COUNTS)[number] | 'changed') => rows.reduce((sum, row) => sum + row[key], 0)
  return (
    <div className="figure-scroll">
      <table className="figure-table progress-table">
        <thead>
          <tr>
            <th scope="col">{t('progress.office')}</th>
            <th scope="col">{t('progress.unit')}</th>
            <th scope="col">
              <span className="sr-only">{t('progress.title')}</span>
            </th>
            {COUNTS.map((key) => (
              <th key={key} scope="col" className="figure-right">
                {t(`progress.${key}`)}
              </th>
            ))}
            <th scope="col" className="figure-right">
              {t('progress.missing')}
            </th>
            <th scope="col" className="figure-right">
              {t('progress.changed')}
            </th>
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.office}>
            <tr>
              <th scope="row">
                <Link to={`/figures?period=${period.code}&owner=${row.office}`}>{row.label[lang]}</Link>
                <Late row={row} />
              </th>
              <td className="figure-quiet">{row.unitName}</td>
              <td>
                <ProgressBar name={row.label[lang]} {...row} />
              </td>
              {COUNTS.map((key) => (
                <td key={key} className="figure-right">
                  {row[key]}
                </td>
              ))}
              <td className="figure-right">
                {row.missing.length === 0 ? (
                  0
                ) : (
                  <button
                    type="button"
                    className="figure-link"
                    aria-expanded={open.has(row.office)}
                    onClick={() => setOpen(toggle(open, row.office))}
                  >
                    {row.missing.length} {open.has(row.office) ? '▴' : '▾'}
                  </button>
                )}
              </td>
              <td className="figure-right">
                {row.changed === 0 ? (
                  0
                ) : (
                  <Link to={`/figures?period=${period.code}&owner=${row.office}&flags=changed`}>{row.changed}</Link>
                )}
              </td>
            </tr>
            {open.has(row.office) && (
              <tr>
                <td colSpan={9}>
                  <Missing row={row} period={period} />
                </td>
              </tr>
            )}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('progress.total')}
            </th>
            {COUNTS.map((key) => (
              <td key={key} className="figure-right figure-strong">
                {total(key)}
              </td>
            ))}
            <td className="figure-right figure-strong">{rows.reduce((sum, row) => sum + row.missing.length, 0)}</td>
            <td className="figure-right figure-strong">{total('changed')}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** Past its day with figures missing. */
function Late({ row }: { readonly row: WireCompleteness }) {
  const t = useFigureTexts()
  if (!row.isLate) return null
  return <small className="progress-late">{t('progress.late', { n: row.lateDays, day: row.dueOn ?? '' })}</small>
}

function Missing({ row, period }: { readonly row: WireCompleteness; readonly period: WirePeriod }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  return (
    <ul className="missing-codes" aria-label={t('progress.list')}>
      {row.missing.map((code) => (
        <li key={code}>
          <Link to={figureAddress(code, period.code)}>
            {figuresCatalogue.indicators.get(code)?.label[lang] ?? code}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Cards({ rows, period }: OfficesProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  return (
    <ul className="progress-cards">
      {rows.map((row) => (
        <li key={row.office}>
          <h2>
            <Link to={`/figures?period=${period.code}&owner=${row.office}`}>{row.label[lang]}</Link>
            <small>{row.unitName}</small>
            <Late row={row} />
          </h2>
          <ProgressBar name={row.label[lang]} {...row} />
          <p className="progress-numbers">
            {COUNTS.map((key) => (
              <span key={key}>
                {t(`progress.${key}`)} {row[key]}
              </span>
            ))}
            {row.changed > 0 && (
              <span className="changed-flag">
                {t('progress.changed')} {row.changed}
              </span>
            )}
          </p>
          {row.missing.length > 0 && (
            <details>
              <summary>
                {t('progress.missing')} {row.missing.length}
              </summary>
              <Missing row={row} period={period} />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function toggle(open: ReadonlySet<string>, office: string): ReadonlySet<string> {
  const next = new Set(open)
  if (!next.delete(office)) next.add(office)
  return next
}
