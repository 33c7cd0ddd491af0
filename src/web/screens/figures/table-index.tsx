import { Link } from 'react-router'
import type { IndicatorTable, WireFigure } from '../../../language/index.ts'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { FigureFrame } from './figure-frame.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { useFigures } from './queries.ts'
import { tables } from './table-rows.ts'
import { useFigureTexts } from './use-figure-texts.ts'
import './tables.css'

/** The printed tables, each with how far its figures are. */
export function TableIndex() {
  const t = useFigureTexts()
  return (
    <FigureFrame title={t('tables.title')} subtitle={t('tables.subtitle')}>
      {(period) => <List period={period} />}
    </FigureFrame>
  )
}

function List({ period }: { readonly period: WirePeriod }) {
  const { data, error, isPending, refetch } = useFigures(period.code)
  if (isPending) return <Loading />
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  const byCode = new Map(data.map((figure) => [figure.code, figure]))
  return (
    <ul className="table-index">
      {tables.map((table) => (
        <TableEntry key={table.name} table={table} byCode={byCode} period={period} />
      ))}
    </ul>
  )
}

interface TableEntryProps {
  readonly table: IndicatorTable
  readonly byCode: ReadonlyMap<string, WireFigure>
  readonly period: WirePeriod
}

function TableEntry({ table, byCode, period }: TableEntryProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const codes = [...new Set(table.rows.map((row) => row.indicator))]
  const figures = codes.flatMap((code) => byCode.get(code) ?? [])
  const missing = figures.filter((figure) => figure.value === null).length
  const changed = figures.filter((figure) => figure.changed).length
  return (
    <li>
      <Link to={`/tables/${table.name}?period=${period.code}`}>
        <strong>{table.label[lang]}</strong>
        <ProgressBar name={table.label[lang]} {...progressOf(figures)} />
        <small>
          {[
            t('tables.rows', { n: table.rows.length }),
            t('tables.approved', { n: progressOf(figures).approved, all: figures.length }),
            ...(missing > 0 ? [t('tables.missing', { n: missing })] : []),
          ].join(' · ')}
          {changed > 0 && <span className="changed-flag"> {t('tables.changed', { n: changed })}</span>}
        </small>
      </Link>
    </li>
  )
}

/** How many of some figures have come how far; each count includes those further on. */
export function progressOf(figures: readonly WireFigure[]) {
  const has = (...statuses: string[]) => figures.filter((figure) => statuses.includes(figure.status)).length
  return {
    expected: figures.length,
    valued: figures.filter((figure) => figure.value !== null).length,
    reviewed: has('reviewed', 'approved', 'published'),
    approved: has('approved', 'published'),
  }
}
