import { PrinterOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import type { IndicatorTable } from '../../../language/index.ts'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { NotFound } from '../not-found/not-found.tsx'
import { EntryTable } from './entry-table.tsx'
import { FigureFrame } from './figure-frame.tsx'
import { PrintedTable } from './printed-table.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { useTable } from './queries.ts'
import { progressOf } from './table-index.tsx'
import { useFigureTexts } from './use-figure-texts.ts'
import './tables.css'

/** One printed table: as the annex will show it, or as the form in which its entered figures are typed. */
export function TablePage() {
  const t = useFigureTexts()
  const { lang } = useLang()
  const [search, setSearch] = useSearchParams()
  const table = figuresCatalogue.tables.get(useParams()['name'] ?? '')
  if (!table) return <NotFound />
  const hasEntered = table.rows.some((row) => {
    const indicator = figuresCatalogue.indicators.get(row.indicator)
    return indicator !== undefined && 'entered' in indicator
  })
  const isEntering = search.get('mode') === 'enter'
  const back = `/tables${search.get('period') ? `?period=${search.get('period')}` : ''}`
  return (
    <FigureFrame
      title={table.label[lang]}
      back={{ to: back, text: t('tables.back') }}
      actions={
        <>
          {(hasEntered || isEntering) && (
            <Segmented
              aria-label={t('entry.mode')}
              value={isEntering ? 'enter' : 'print'}
              onChange={(mode) =>
                setSearch((old) => {
                  const next = new URLSearchParams(old)
                  if (mode === 'enter') next.set('mode', 'enter')
                  else next.delete('mode')
                  return next
                })
              }
              options={[
                { value: 'print', label: t('entry.mode-print') },
                { value: 'enter', label: t('entry.mode-enter') },
              ]}
            />
          )}
          {!isEntering && (
            <Button icon={<PrinterOutlined />} onClick={() => print()}>
              {t('tables.print')}
            </Button>
          )}
        </>
      }
    >
      {(period) => <Content key={table.name} table={table} period={period} isEntering={isEntering} />}
    </FigureFrame>
  )
}

interface ContentProps {
  readonly table: IndicatorTable
  readonly period: WirePeriod
  readonly isEntering: boolean
}

function Content({ table, period, isEntering }: ContentProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const { data, error, isPending, isPaused, refetch } = useTable(table.name, period.code)
  if (isPending && isPaused) return <EmptyState title={t('entry.not-loaded')} hint={t('entry.not-loaded-hint')} />
  if (isPending) return <Loading rows={12} />
  if (error && !data) return <ErrorState error={error} what={table.label[lang]} onRetry={() => void refetch()} />
  if (isEntering) return <EntryTable key={period.code} data={data} period={period} />
  const progress = progressOf(Object.values(data.figures))
  return (
    <>
      <div className="table-progress no-print">
        <ProgressBar name={table.label[lang]} {...progress} />
        <small>{t('tables.approved', { n: progress.approved, all: progress.expected })}</small>
      </div>
      <PrintedTable data={data} period={period} />
    </>
  )
}
